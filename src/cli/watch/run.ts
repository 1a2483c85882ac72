import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pMap from 'p-map'
import { type WatchFormat, watchFormats } from '../../formats.ts'
import { type Watched, type WatchedText, watchToMail, watchToRss, watchToText } from '../../impact/index.ts'
import { horizonFrom, obligations } from '../../register/index.ts'
import {
  checkTexts,
  isOffline,
  nameText,
  newerText,
  openTexts,
  pinnedTexts,
  type TextStore,
} from '../../texts/index.ts'
import { today } from '../../today.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { impactOf, type LookedAt } from '../impact/impact-of.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat } from '../report-file.ts'
import { isRegisterNamed, type RegisterPlace, registerIn, vendorsIn } from '../vendors/folder.ts'

/** What `clausebook watch` can be told. */
export interface WatchOptions extends WatchedPlace, ReportTarget<WatchFormat> {}

const written: Record<WatchFormat, (watched: Watched) => string> = {
  terminal: watchToText,
  html: watchToMail,
  rss: watchToRss,
  json: watchJson,
}

/** What is looked at, and by whom. */
export interface WatchedPlace extends HouseOptions, RegisterPlace {
  matters?: string
  due: string
  offline?: boolean
  date?: string
  /** Whose matters of a database alone are told, where people are told apart. */
  seenBy?: string
}

/** `clausebook watch`. Status 1 where a text changed or could not be checked. */
export async function runWatch(ids: string[], options: WatchOptions): Promise<void> {
  const format = await reportFormat(options, watchFormats, 'terminal')
  const watched = await watchedBy(ids, options)
  if (watched.texts.some(({ outcome }) => ['changed', 'unread', 'absent'].includes(outcome)))
    process.exitCode = 1
  await writeOutput(options.output, written[format](watched))
}

/** Looks at texts, at whom a change touches, and at what is due. */
export async function watchedBy(ids: string[], options: WatchedPlace): Promise<Watched> {
  const on = options.date ?? today()
  const library = await libraryFor(options)
  const store = openTexts(library.licenses)
  const names = ids.map((id) => nameText(id, library.licenses).id)
  const asked = !isOffline(process.env, options.offline)
  const found = asked ? await checked(store, names) : await keptAlone(store, names)
  // One after the other: each reads two texts and all matters.
  const texts = await pMap(found, (one) => touching(one, { ...options, library, store }), { concurrency: 1 })
  return { on, asked, texts, ...(await dueIn(options, on, library)) }
}

export function watchJson(watched: Watched): string {
  return `${JSON.stringify({ version: 1, ...watched }, null, 2)}\n`
}

async function checked(store: TextStore, ids: string[]): Promise<WatchedText[]> {
  const drifts = await checkTexts(store, { keep: true, ...(ids.length > 0 && { ids }) })
  return drifts.map(({ id, outcome, address, reasons }) => ({
    id,
    title: titleOf(store, id),
    outcome,
    reasons,
    ...(address !== undefined && { address }),
  }))
}

/** What an earlier check kept, without a network. */
async function keptAlone(store: TextStore, ids: string[]): Promise<WatchedText[]> {
  return Promise.all(
    (ids.length > 0 ? ids : pinnedTexts(store.licenses).map(({ id }) => id)).map(
      async (id): Promise<WatchedText> => {
        const newer = await newerText(store, id)
        const outcome = newer === undefined ? 'not-asked' : 'changed'
        return { id, title: titleOf(store, id), outcome, reasons: [] }
      },
    ),
  )
}

async function touching(text: WatchedText, looked: LookedAt): Promise<WatchedText> {
  if (text.outcome !== 'changed') return text
  const newer = await newerText(looked.store, text.id)
  if (newer === undefined) return text
  const sha256 = createHash('sha256')
    .update(await readFile(newer))
    .digest('hex')
  return { ...text, sha256, impact: await impactOf(text.id, newer, looked) }
}

async function dueIn(
  options: WatchedPlace,
  on: string,
  library: LookedAt['library'],
): Promise<Pick<Watched, 'due'>> {
  if (!isRegisterNamed(options)) return {}
  const horizon = horizonFrom(on, options.due)
  const vendors = await vendorsIn(await registerIn(options))
  return { due: { ...obligations(vendors, library, horizon), until: horizon.until } }
}

/** `Llama 3.1`, `Llama 3.1 use policy` */
function titleOf({ licenses }: TextStore, id: string): string {
  const { license, text } = nameText(id, licenses)
  return text.kind === 'agreement' ? license.name : `${license.name} ${text.kind.replace('-', ' ')}`
}
