import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { stringify } from 'yaml'
import {
  type DealRecord,
  isSent,
  marksJson,
  type Opened,
  openDeal,
  ownerOf,
  pointsJson,
  readDeal,
  readSentRecord,
  requireSameParties,
  type SentRecord,
} from '../../deal/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import { type Matter, matterDigest, readMatter, vendorChosen } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { DealPlace } from '../../store/index.ts'
import { openTexts, sha256Of } from '../../texts/index.ts'
import { today } from '../../today.ts'
import type { DatabaseOptions } from '../database.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { aboutFile, readWordFile } from '../word/files.ts'
import { names, turnFileOf } from './kept.ts'
import { keyGiven } from './key.ts'
import { withDeal } from './place.ts'

/** What `clausebook round open` can be told. */
export interface OpenOptions extends HouseOptions, DatabaseOptions {
  /** May be left out where the record has the points of what is sent. */
  matter?: string
  vendor?: string
  key?: string
  /** `FILE.record.json` of what is sent, where it was marked when it was drafted. */
  record?: string
  owner?: string
  by?: string
  date?: string
}

/**
 * Opens a deal with what is sent, each paragraph of a point marked in it.
 *
 * @throws Problem where the deal is there already, or the file is none of the matter's papers
 */
export async function openRound(deal: string, sent: string, options: OpenOptions): Promise<void> {
  await withDeal(deal, options, (place) => openedAt(place, sent, options))
}

async function openedAt(place: DealPlace, sent: string, options: OpenOptions): Promise<void> {
  await place.requireNew()
  const record = options.record === undefined ? undefined : await recordIn(options.record)
  const key =
    record?.key ?? (options.key === undefined ? randomBytes(32).toString('hex') : await keyGiven(options.key))
  if (record && options.key !== undefined)
    throw new Problem('usage', 'the record has the key of its marks: leave out --key, or --record')
  const given = await readWordFile(sent)
  const named = options.matter === undefined ? undefined : await place.matterNamed(options.matter)
  const whole = named && readMatter(named.yaml, named.shown)
  const matter = whole && vendorChosen(whole, options.vendor)
  if (record && matter)
    await aboutFile(options.record!, () =>
      requireSameParties(record, { client: matter.client?.name, vendor: matter.vendor?.name }),
    )
  const deal = record?.deal ?? basename(resolve(place.shown))
  const opened =
    record && isSent(record, given)
      ? openedAs(record, given)
      : await openedByWords(given, { matter, record, sent, key, deal, options })
  if (record) sayOfRecord(record, { given, sent, matter: whole && matterDigest(whole) })
  const on = options.date ?? today()
  const owner = ownerOf(options.owner, matter)
  const vendor = options.vendor ?? (matter ? undefined : record?.vendor)
  const [points, marks] = [pointsJson(opened.points), marksJson(1, opened.marks)]
  // By it the document is verified later: clausebook verify --deal.
  const made = record?.made && isSent(record, given) ? `${JSON.stringify(record.made, null, 1)}\n` : undefined
  const told: DealRecord = {
    version: 1,
    deal,
    ...(named && { matter: named.path }),
    ...(vendor !== undefined && { vendor }),
    paper: opened.paper,
    ...(owner !== undefined && { owner }),
    points: sha256Of(points),
    rounds: [
      {
        sent: turnFileOf(names.sent(1), sent, opened.bytes, on, options.by),
        marks: sha256Of(marks),
        ...(made !== undefined && { made: sha256Of(made) }),
      },
    ],
  }
  const files = new Map<string, string | Uint8Array>([
    [names.key, `${key}\n`],
    [names.points, points],
    [names.marks(1), marks],
    [names.sent(1), opened.bytes],
    ...(made === undefined ? [] : [[names.made(1), made] as const]),
    ...(named?.kept ? [named.kept] : []),
  ])
  if (!(await place.begin({ yaml: dealYaml(told), matter: named?.id, files }))) {
    await place.requireNew()
    throw new Problem('deal', 'was opened by somebody else in this moment: choose another name', {
      file: place.shown,
    })
  }
  for (const title of opened.missing) say(`clausebook: not in ${basename(sent)}: ${title}`)
  await tell(
    `${place.shown} is open: ${opened.points.length} points in ${opened.marks.length} paragraphs. Send ${place.whereSent(names.sent(1))}, in which they are marked; add what comes back with clausebook round add.\n`,
  )
}

/** `deal.yaml` of a deal. @throws Problem where it could not be read again, as with a name that is too long */
export function dealYaml(record: DealRecord): string {
  const yaml = stringify(record)
  readDeal(yaml, names.record)
  return yaml
}

/** A file with its marks as its record has them: nothing is drafted again, and not a byte of it changes. */
function openedAs({ document, points, marks }: SentRecord, bytes: Uint8Array): Opened {
  return { bytes, paper: document, points, marks, missing: [] }
}

/** A file whose points are found by their words, as the matter has them. */
async function openedByWords(
  given: Uint8Array,
  {
    matter,
    record,
    sent,
    key,
    deal,
    options,
  }: {
    matter: Matter | undefined
    record: SentRecord | undefined
    sent: string
    key: string
    deal: string
    options: OpenOptions
  },
): Promise<Opened> {
  if (!matter)
    throw new Problem(
      'usage',
      record
        ? `${basename(sent)} is not ${record.file.name} as its record has it: name the matter with --matter FILE, by which its points are found`
        : 'name the matter with --matter FILE, or with --record the record of what is sent',
    )
  const [library, ours] = await Promise.all([libraryFor(options, matter), loadTemplates()])
  const drafting = {
    matter,
    library,
    templates: withTemplatesOf(ours, library.house),
    store: openTexts(library.licenses),
  }
  return aboutFile(sent, () => openDeal(given, drafting, { key, deal }))
}

/** What is not as it was when the record was made. */
function sayOfRecord(
  record: SentRecord,
  { given, sent, matter }: { given: Uint8Array; sent: string; matter: string | undefined },
): void {
  const { name } = record.file
  if (!isSent(record, given))
    say(
      `clausebook: ${basename(sent)} is not ${name} as its record has it: its points are found by their words, and marked with the key of the record`,
    )
  else if (matter !== undefined && record.matter !== matter)
    say(`clausebook: the matter was changed since ${name} was made: the points are those of its record`)
}

async function recordIn(file: string): Promise<SentRecord> {
  const source = await readFile(file, 'utf8').catch(() => {
    throw new Problem(
      'record',
      'is not there, or cannot be read: name the FILE.record.json of what is sent',
      {
        file,
      },
    )
  })
  return readSentRecord(source, file)
}
