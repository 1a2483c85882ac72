import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, canonicalMatter, type Matter } from '../matter/index.ts'
import { aboutFile, Problem } from '../problem.ts'
import { type Provenance, provenanceSchema, withMatter } from '../provenance/index.ts'
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
  client: z.string().describe('Who our client is, as the matter had it.').exactOptional(),
  vendor: z.string().describe('Which vendor it was made for.').exactOptional(),
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
  made: provenanceSchema
    .describe('What it was made of, by which it is held against the library of a later day.')
    .exactOptional(),
  points: z.array(pointSchema).describe('Each point with its words at every level, as they were then.'),
  digest: sha256.describe(
    'HMAC-SHA-256 with the key over all of the record but the name of its file: a record that was changed is refused.',
  ),
})

/** What `FILE.record.json` says. */
export interface SentRecord extends Omit<z.infer<typeof sentRecordSchema>, 'marks' | 'points' | 'made'> {
  made?: Provenance
  marks: Mark[]
  points: Point[]
}

/**
 * The record of a file that was marked.
 *
 * @param given what it was made with
 */
export function sentRecordOf(
  { bytes, paper, points, marks }: Opened,
  given: Pick<SentRecord, 'tool' | 'library' | 'matter' | 'client' | 'vendor' | 'deal' | 'key' | 'made'> & {
    name: string
  },
): SentRecord {
  const { name, tool, library, matter, client, vendor, deal, key, made } = given
  const file = { name, sha256: createHash('sha256').update(bytes).digest('hex') }
  const whose = { ...(client !== undefined && { client }), ...(vendor !== undefined && { vendor }) }
  const of = { version: 1 as const, tool, library, matter, ...whose, document: paper }
  const record = { ...of, file, deal, key, marks, ...(made && { made }), points }
  return { ...record, digest: digestOf(record) }
}

/** What a record is held to: all of it but what its file is called. */
function digestOf({ digest: _, ...record }: Omit<SentRecord, 'digest'> & { digest?: string }): string {
  const told = canonicalJson({ ...record, file: record.file.sha256 })
  return createHmac('sha256', Buffer.from(record.key, 'hex')).update(told).digest('hex')
}

/**
 * @param of the client and the vendor of the matter for which a deal is opened
 * @throws Problem where the record was made for somebody else
 */
export function requireSameParties(
  { client, vendor, file }: SentRecord,
  of: { client: string | undefined; vendor: string | undefined },
): void {
  for (const [what, then, now] of [
    ['client', client, of.client],
    ['vendor', vendor, of.vendor],
  ] as const)
    if (then !== undefined && now !== undefined && then !== now)
      throw new Problem(
        'record',
        `${file.name} was made for another ${what}, ${then}, and the matter has ${now}: give the matter that it was made for, or another record`,
      )
}

/** Whether a file is that of the record to the byte. */
export function isSent({ file }: SentRecord, bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === file.sha256
}

/** `FILE.record.json`. */
export function sentRecordJson(record: SentRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`
}

/** @throws Problem where the file is no record, was changed since it was made, or its marks were not made with its key */
export function readSentRecord(source: string, file: string): SentRecord {
  const record = jsonFile(source, file, sentRecordSchema, 'record') as SentRecord
  const { deal, key, marks } = record
  aboutFile(file, () => requireKey({ record: { deal }, key, rounds: [{ marks }] }))
  if (digestOf(record) !== record.digest)
    throw new Problem('record', 'was changed since it was made: put back the file that was kept', { file })
  return record.made ? { ...record, made: withMatter(record.made, file) } : record
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
