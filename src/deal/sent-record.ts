import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalMatter, type Matter } from '../matter/index.ts'
import { aboutFile } from '../problem.ts'
import type { Opened } from './open.ts'
import { dealName, jsonFile, markSchema, pointSchema, sha256 } from './record.ts'
import { requireKey } from './turns.ts'
import type { Mark, Point } from './types.ts'

/** What a paper that was sent holds, beside it: `FILE.record.json`. For our own side alone. */
export const sentRecordSchema = z.strictObject({
  version: z.literal(1),
  tool: z.string().describe('Version of the program that made the file.'),
  library: z.string().describe('Digest of the clause library that it was made from.'),
  matter: sha256.describe('SHA-256 of the matter in its canonical form.'),
  document: z
    .enum(['vendor-addendum', 'side-letter', 'redline'])
    .describe('What it is: an addendum, a side letter, or a license with our changes in it.'),
  file: z.strictObject({
    name: z.string().min(1).describe('What the file is called.'),
    sha256: sha256.describe('SHA-256 of the file with its marks.'),
  }),
  deal: dealName.describe('The name that the marks are over.'),
  key: sha256.describe('The key of the marks: 64 hexadecimal digits.'),
  marks: z
    .array(markSchema)
    .describe('Which mark stands on which paragraph of which point: level, section, digests of its words.'),
  points: z.array(pointSchema).describe('Each point with its words at every level, as they were then.'),
})

/** What `FILE.record.json` says. */
export interface SentRecord extends Omit<z.infer<typeof sentRecordSchema>, 'marks' | 'points'> {
  marks: Mark[]
  points: Point[]
}

/**
 * The record of a file that was marked.
 *
 * @param made what it was made with
 */
export function sentRecordOf(
  { bytes, paper, points, marks }: Opened,
  made: Pick<SentRecord, 'tool' | 'library' | 'matter' | 'deal' | 'key'> & { name: string },
): SentRecord {
  const { name, tool, library, matter, deal, key } = made
  const file = { name, sha256: createHash('sha256').update(bytes).digest('hex') }
  return { version: 1, tool, library, matter, document: paper, file, deal, key, marks, points }
}

/** Whether a file is that of the record to the byte. */
export function isSent({ file }: SentRecord, bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === file.sha256
}

/** `FILE.record.json`. */
export function sentRecordJson(record: SentRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`
}

/** @throws Problem where the file is no record, or its marks were not made with its key */
export function readSentRecord(source: string, file: string): SentRecord {
  const record = jsonFile(source, file, sentRecordSchema) as SentRecord
  const { deal, key, marks } = record
  aboutFile(file, () => requireKey({ record: { deal }, key, rounds: [{ marks }] }))
  return record
}

/** The schema of `FILE.record.json`. */
export function sentRecordJsonSchema(): string {
  const schema = z.toJSONSchema(sentRecordSchema, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'What a paper that was sent holds' }, null, 2)}\n`
}

/**
 * The key of marks where none is given: the same matter and document give the same, and whoever has not the matter has it not
 * either.
 *
 * @returns 64 hexadecimal digits
 */
export function keyOfMatter(matter: Matter, document: string): string {
  return createHash('sha256')
    .update(`key of marks\n${document}\n${canonicalMatter(matter)}`)
    .digest('hex')
}

/** The name of a deal that no folder has named: the vendor, else the matter. */
export function dealNameOf({ vendor, matter }: Matter): string {
  const plain = [...(vendor?.name ?? matter).replace(/[\p{C}/\\]+/gu, ' ').trim()].slice(0, 100).join('')
  return plain === '' ? 'deal' : plain
}
