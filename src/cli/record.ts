import { lstat, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  type DealRecord,
  dealNameOf,
  keyOfMatter,
  openDeal,
  sentRecordJson,
  sentRecordOf,
} from '../deal/index.ts'
import type { Templates } from '../draft/index.ts'
import { requireWritable, writeWhole } from '../files/index.ts'
import { packageVersion } from '../home.ts'
import type { Library } from '../library/index.ts'
import { type Matter, matterDigest, vendorChosen } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import type { Provenance } from '../provenance/index.ts'
import { openTexts } from '../texts/index.ts'
import type { RecordOptions } from './record-option.ts'
import { keyGiven } from './round/key.ts'
import { say } from './say.ts'

/**
 * Before anything is made: whether a record can stand beside the output.
 *
 * @throws Problem where it cannot
 */
export async function requireRecordable(
  { record, key }: RecordOptions,
  { format, output }: { format: string; output: string },
): Promise<void> {
  if (!record && key !== undefined)
    throw new Problem('usage', '--key is of the marks that --record makes: give --record, or leave it out')
  if (!record) return
  if (format !== 'docx' || !/\.docx$/i.test(output))
    throw new Problem('usage', '--record marks a Word file: name one with --output FILE.docx')
  const beside = recordBeside(output)
  await requireWritable(beside)
  const there = await lstat(beside).catch(() => undefined)
  if (there && !there.isFile()) throw inTheWay(beside)
}

/** A record may be the only key to what was sent, and a link would have it written anywhere. */
function inTheWay(file: string): Problem {
  return new Problem(
    'record',
    'is there already, and may be the only key to what was sent: move it away first, or name another output',
    { file },
  )
}

/** Where the record of a file stands. */
export function recordBeside(output: string): string {
  return `${output}.record.json`
}

/**
 * Marks what is sent, and writes its record beside it.
 *
 * @returns the file with its marks
 * @throws Problem where none of the matter's points is in it
 */
export async function markedWithRecord(
  bytes: Uint8Array,
  {
    output,
    paper,
    ...given
  }: {
    output: string
    paper: DealRecord['paper']
    matter: Matter
    vendor?: string | undefined
    library: Library
    templates: Templates
    key?: string | undefined
    made?: Provenance
  },
): Promise<Uint8Array> {
  const { library, templates } = given
  const matter = paper === 'vendor-addendum' ? vendorChosen(given.matter, given.vendor) : given.matter
  const key = given.key === undefined ? keyOfMatter(matter, paper) : await keyGiven(given.key)
  const deal = dealNameOf(matter)
  const drafting = {
    matter,
    library,
    templates,
    store: openTexts(library.licenses),
  }
  const opened = await openDeal(bytes, drafting, { key, deal, paper })
  for (const title of opened.missing) say(`clausebook: not in ${basename(output)}: ${title}`)
  const record = sentRecordOf(opened, {
    name: basename(output),
    tool: packageVersion(),
    library: library.digest,
    matter: matterDigest(given.matter),
    ...(matter.client?.name !== undefined && { client: matter.client.name }),
    // A letter and a license are with Meta, whoever the vendors of the matter are.
    ...(paper === 'vendor-addendum' && matter.vendor?.name !== undefined && { vendor: matter.vendor.name }),
    deal,
    key,
    ...(given.made && { made: given.made }),
  })
  await keepRecord(recordBeside(output), sentRecordJson(record))
  return opened.bytes
}

/**
 * Writes beside a file what it was made of: of one that has no points, that is its record.
 *
 * @throws Problem where another record stands there
 */
export async function recordMade(output: string, made: Provenance): Promise<void> {
  await keepRecord(recordBeside(output), `${JSON.stringify(made, null, 1)}\n`)
}

/** @throws Problem where something else stands there than the same record */
async function keepRecord(file: string, json: string): Promise<void> {
  const there = await lstat(file).catch(() => undefined)
  if (there && !(there.isFile() && (await readFile(file, 'utf8')) === json)) throw inTheWay(file)
  // The key and our lower levels are nobody else's to read.
  await writeWhole(file, json, { mode: 0o600 })
}
