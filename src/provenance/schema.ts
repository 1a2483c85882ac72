import { z } from 'zod'
import { checkFacts, namedPath } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import type { Provenance } from './types.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal')
const name = z.string().min(1).max(200)

const optionsSchema = z.strictObject({
  allowBlanks: z.boolean().exactOptional(),
  allowConflicts: z.boolean().exactOptional(),
  forCounterparty: z.boolean().exactOptional(),
  form: z.enum(['full', 'terms', 'inserted']).exactOptional(),
  cover: z.boolean().exactOptional(),
  final: z.boolean().exactOptional(),
  paper: z.enum(['A4', 'Letter']).exactOptional(),
  date: z.iso.date().exactOptional(),
  today: z.iso.date().exactOptional(),
  author: name.exactOptional(),
  vendor: name.exactOptional(),
})

/** What a document was made of, in the file itself or beside it. For our own side alone. */
export const provenanceSchema = z.strictObject({
  version: z.literal(1),
  tool: name.describe('Version of the program that made the file.'),
  document: name.describe('What it is: risk-memo, vendor-addendum …'),
  matter: z.record(z.string(), z.unknown()).describe('The facts, as they were given.'),
  options: optionsSchema.describe('How it was drafted.'),
  library: name.describe('Digest of the clause library that it was made from.'),
  texts: z.record(z.string(), sha256).describe('SHA-256 of the official texts that it speaks of, by id.'),
  statements: z
    .array(z.string().regex(/^[0-9a-f]{12}$/))
    .describe('The first 12 hexadecimal digits of the SHA-256 of each paragraph and cell, in their order.'),
})

/**
 * Reads what a document was made of.
 *
 * @param file where it stands, for what is told
 * @throws Problem `record` where it is none
 */
export function readProvenance(source: string, file: string): Provenance {
  let data: unknown
  try {
    data = JSON.parse(source)
  } catch {
    throw new Problem('record', 'is no JSON any more: give the record that was kept with --record', { file })
  }
  const result = provenanceSchema.safeParse(data)
  if (result.success) return withMatter(result.data, file)
  const [issue] = result.error.issues
  throw new Problem(
    'record',
    `is no record of a document: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`,
    { file },
  )
}

/** @throws Problem where the facts are none that this version reads */
export function withMatter(read: Omit<Provenance, 'matter'> & { matter: unknown }, file: string): Provenance {
  const { matter, wrong } = checkFacts(read.matter)
  if (matter) return { ...read, matter }
  const [first] = wrong
  throw new Problem(
    'record',
    `has a matter that cannot be read: ${namedPath(first!.path)}: ${first!.reason}`,
    {
      file,
    },
  )
}
