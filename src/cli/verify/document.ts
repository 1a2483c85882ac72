import { readFile } from 'node:fs/promises'
import { readSentRecord } from '../../deal/index.ts'
import { documentOf, draft, draftInputs, loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import { Problem } from '../../problem.ts'
import {
  carriedIn,
  holds,
  type Provenance,
  readProvenance,
  statementsOf,
  verifiedToText,
  verify,
} from '../../provenance/index.ts'
import { newerText, openTexts, sha256Of } from '../../texts/index.ts'
import { documentFile } from '../../word/documents.ts'
import { type DatabaseOptions, databaseOf, withDatabase } from '../database.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { tell } from '../output.ts'
import { aboutFile, readWordFile } from '../word/files.ts'
import { madeInDeal } from './of-deal.ts'

export interface DocumentOptions extends HouseOptions, DatabaseOptions {
  record?: string
  /** The deal in which it was sent. */
  deal?: string
  json?: true
}

/**
 * `clausebook verify DOCUMENT`: whether a document of ours is as it was made, and which of its statements the library and
 * the texts of today bear out. Status 1 where something does not hold.
 */
export async function verifyDocument(file: string, options: DocumentOptions): Promise<void> {
  const bytes = await readWordFile(file)
  const made = await recordOf(file, bytes, options)
  const library = await libraryFor(options, made.matter)
  const store = openTexts(library.licenses)
  const templates = withTemplatesOf(await loadTemplates(), library.house)
  const { document, matter, options: how } = made
  const inputs = await draftInputs(documentOf(document), matter, library, store, templates)
  const drafted = draft(document, { templates, matter, library, ...inputs, options: how })
  const changed = await Promise.all(
    Object.keys(made.texts).map(async (id) => ((await newerText(store, id)) === undefined ? [] : [id])),
  )
  const verified = verify(
    aboutFile(file, () => statementsOf(bytes)),
    made,
    {
      statements: statementsOf((await documentFile(drafted, 'docx')) as Uint8Array),
      title: drafted.title,
      library,
      changed: new Set(changed.flat()),
    },
  )
  if (!holds(verified)) process.exitCode = 1
  await tell(options.json ? `${JSON.stringify(verified, null, 2)}\n` : verifiedToText(verified, file))
}

/** The record that is named, or that the file carries, or that stands beside it, or that a deal has. */
async function recordOf(
  file: string,
  bytes: Uint8Array,
  { record: named, ...place }: DocumentOptions,
): Promise<Provenance> {
  if (named !== undefined) {
    const source = await readFile(named, 'utf8').catch(() => {
      throw new Problem('record', 'is not there or cannot be read: name a record, FILE.record.json', {
        file: named,
      })
    })
    return readRecord(source, named)
  }
  if (place.deal !== undefined) return (await madeInDeal(bytes, place))!
  const carried = aboutFile(file, () => carriedIn(bytes))
  if (carried) return carried
  const beside = `${file}.record.json`
  const source = await readFile(beside, 'utf8').catch(() => undefined)
  if (source !== undefined) return readRecord(source, beside)
  const ofDeal = await madeInDeal(bytes, place)
  if (ofDeal) return ofDeal
  const kept = await recordKept(bytes, place)
  if (kept !== undefined) return readRecord(kept, file)
  throw new Problem(
    'record',
    'has no record of what it was made of, and none stands beside it: give the one that was kept with --record FILE.json, or with --deal the deal in which it was sent',
    { file },
  )
}

/** The record of a draft that the database has to the byte. */
async function recordKept(bytes: Uint8Array, place: DatabaseOptions): Promise<string | undefined> {
  const address = databaseOf(place, { option: '', value: undefined })
  if (address === undefined) return undefined
  const drafts = await withDatabase(address, ({ drafts }) => drafts.having(sha256Of(bytes)))
  return drafts.find(({ record }) => record !== undefined)?.record
}

function readRecord(source: string, file: string): Provenance {
  if (!/"marks"\s*:/.test(source)) return readProvenance(source, file)
  const { made } = readSentRecord(source, file)
  if (made) return made
  throw new Problem(
    'record',
    'was kept before records held what a document was made of: draft the document again with --record',
    { file },
  )
}
