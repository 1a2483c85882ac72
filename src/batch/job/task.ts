import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { documentFormats } from '../../formats.ts'
import type { Making } from '../making.ts'
import { type BatchOptions, outcomeSchema } from '../types.ts'

/** What jobs of this kind are called in a store. */
export const draftJob = 'draft'

/** What all parts of a batch share, as a store keeps it. */
export const taskSchema = z.object({
  document: z.string(),
  format: z.enum(documentFormats),
  draft: z.object({
    allowBlanks: z.boolean().exactOptional(),
    allowConflicts: z.boolean().exactOptional(),
    forCounterparty: z.boolean().exactOptional(),
    form: z.enum(['full', 'terms']).exactOptional(),
    cover: z.boolean().exactOptional(),
    final: z.boolean().exactOptional(),
    paper: z.enum(['A4', 'Letter']).exactOptional(),
    date: z.string().exactOptional(),
    today: z.string().exactOptional(),
    author: z.string().exactOptional(),
  }),
  /** Digest of program, library, templates, texts and options, which whoever drafts must have too. */
  settings: z.string(),
  /** Names of the columns of whoever keeps the table. */
  own: z.array(z.string()),
  /** The firm's document as which each draft looks: its bytes, since another machine has no such file. */
  look: z.base64().exactOptional(),
})

export type Task = z.infer<typeof taskSchema>

const ownCell = z.object({ name: z.string(), words: z.string() })

/** A row of a batch, as a store keeps it. */
export const rowSchema = z.object({
  place: z.string(),
  facts: z.record(z.string(), z.unknown()),
  own: z.array(ownCell).exactOptional(),
  /** Why it has no facts. */
  problem: z.string().exactOptional(),
  told: z.string().exactOptional(),
  /** Further rows that its draft is for. */
  with: z
    .array(
      z.object({
        place: z.string(),
        product: z.string(),
        own: z.array(ownCell),
        told: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
})

export type KeptRow = z.infer<typeof rowSchema>

/** What came of a row: a draft, whose bytes stand beside it, or why there is none. */
export const saidSchema = z.union([
  z.object({ input: z.string(), outcome: outcomeSchema }),
  z.object({ input: z.string().exactOptional(), problem: z.string() }),
])

export type Said = z.infer<typeof saidSchema>

/** What is kept of how a batch is made. */
export async function keptTask(
  { document, format, draft, referenceDoc }: BatchOptions | Omit<BatchOptions, 'output' | 'jobs'>,
  settings: string,
  own: readonly string[],
): Promise<Task> {
  const look = referenceDoc === undefined ? {} : { look: (await readFile(referenceDoc)).toString('base64') }
  // What was not said is left out, as by the file.
  return taskSchema.parse(JSON.parse(JSON.stringify({ document, format, draft, settings, own, ...look })))
}

const looks = new Map<string, string>()

/** How the drafts of a kept batch are made here. */
export async function makingOf(
  { document, format, draft, look }: Task,
  houseOf: Making['houseOf'],
): Promise<Making> {
  return {
    ...{ document, format, draft },
    ...(houseOf && { houseOf }),
    ...(look !== undefined && { referenceDoc: await lookFile(look) }),
  }
}

/** A file that has the bytes, as long as the process lives. */
async function lookFile(base64: string): Promise<string> {
  const digest = createHash('sha256').update(base64).digest('hex')
  const known = looks.get(digest)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-look-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'look.docx')
  await writeFile(file, Buffer.from(base64, 'base64'))
  looks.set(digest, file)
  return file
}
