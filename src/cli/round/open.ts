import { randomBytes } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { stringify } from 'yaml'
import { type DealRecord, marksJson, openDeal, ownerOf, pointsJson, readDeal } from '../../deal/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import { claimFolder } from '../../files/index.ts'
import { readMatter, vendorChosen } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { openTexts } from '../../texts/index.ts'
import { today } from '../../today.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { matterSource } from '../matter-file.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { aboutFile, readWordFile } from '../word/files.ts'
import { digestOf, isKey, names, turnFileOf } from './folder.ts'

/** What `clausebook round open` can be told. */
export interface OpenOptions extends HouseOptions {
  matter: string
  vendor?: string
  key?: string
  owner?: string
  by?: string
  date?: string
}

/**
 * Opens a deal: a new folder with what is sent, each paragraph of a point marked in it.
 *
 * @throws Problem where the folder is there already, or the file is none of the matter's papers
 */
export async function openRound(folder: string, sent: string, options: OpenOptions): Promise<void> {
  const there = () =>
    new Problem('deal', 'is there already: name a new folder, or add to the deal with clausebook round add', {
      file: folder,
    })
  if (await lstat(folder).catch(() => undefined)) throw there()
  if (!(await lstat(dirname(resolve(folder))).catch(() => undefined))?.isDirectory())
    throw new Problem('deal', `cannot be made: there is no folder ${dirname(folder)}, make it first`, {
      file: folder,
    })
  const key = await keyOf(options.key)
  const given = await readWordFile(sent)
  const matter = vendorChosen(readMatter(await matterSource(options.matter), options.matter), options.vendor)
  const [library, ours] = await Promise.all([libraryFor(options, matter), loadTemplates()])
  const deal = basename(resolve(folder))
  const drafting = {
    matter,
    library,
    templates: withTemplatesOf(ours, library.house),
    store: openTexts(library.licenses),
  }
  const opened = await aboutFile(sent, () => openDeal(given, drafting, { key, deal }))
  const on = options.date ?? today()
  const owner = ownerOf(options.owner, matter)
  const [points, marks] = [pointsJson(opened.points), marksJson(1, opened.marks)]
  const record: DealRecord = {
    version: 1,
    deal,
    matter: relative(resolve(folder), resolve(options.matter)),
    ...(options.vendor !== undefined && { vendor: options.vendor }),
    paper: opened.paper,
    ...(owner !== undefined && { owner }),
    points: digestOf(points),
    rounds: [{ sent: turnFileOf(names.sent(1), sent, opened.bytes, on, options.by), marks: digestOf(marks) }],
  }
  const files = new Map<string, string | Uint8Array>([
    [names.key, `${key}\n`],
    [names.points, points],
    [names.marks(1), marks],
    [names.sent(1), opened.bytes],
    [names.record, dealYaml(record)],
  ])
  // The key and our lower levels are nobody else's to read.
  if (!(await claimFolder(folder, files, { modes: { folder: 0o700, file: 0o600 } }))) throw there()
  for (const title of opened.missing) say(`clausebook: not in ${basename(sent)}: ${title}`)
  await tell(
    `${folder} is open: ${opened.points.length} points in ${opened.marks.length} paragraphs. Send ${join(folder, names.sent(1))}, in which they are marked; add what comes back with clausebook round add.\n`,
  )
}

/** `deal.yaml` of a deal. @throws Problem where it could not be read again, as with a name that is too long */
export function dealYaml(record: DealRecord): string {
  const yaml = stringify(record)
  readDeal(yaml, names.record)
  return yaml
}

/** The key of a deal: a new one, or that which is given, itself or in a file. */
async function keyOf(given: string | undefined): Promise<string> {
  if (given === undefined) return randomBytes(32).toString('hex')
  if (isKey(given)) return given
  const words = await readFile(given, 'utf8').catch(() => undefined)
  const key = words?.trim().toLowerCase()
  if (key !== undefined && isKey(key)) return key
  throw new Problem('key', '--key takes 64 hexadecimal digits, or a file that holds them on one line')
}
