import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type BatchOptions, draftBatch } from '../../batch/index.ts'
import { matterSource } from '../../files/matter-source.ts'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { sentDigests } from '../../register/index.ts'
import { type HouseOptions, houseOf, libraryFor } from '../house.ts'
import type { JobsPlace } from '../jobs/place.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { type TableCommandOptions, tableOf } from '../table-options.ts'
import { lookOf } from '../word/look.ts'
import { progressOf } from './progress.ts'

export type BatchCommandOptions = BatchOptions['draft'] &
  HouseOptions &
  JobsPlace &
  TableCommandOptions & {
    batch?: string
    group?: string
    matter?: string
    register?: string
    output: string
    format?: BatchOptions['format']
    jobs?: number
    referenceDoc?: string
    queue?: true
    by?: string
  }

/** `clausebook draft DOCUMENT --batch VENDORS.csv --matter MATTER --output DIR`. */
export async function draftBatchCommand(
  document: string,
  file: string | undefined,
  options: BatchCommandOptions,
): Promise<void> {
  const { output, register, batch = '', jobs = availableParallelism() } = options
  if (output === '-')
    throw new Problem('output', 'a batch fills a folder: give --output DIR, or --queue for a job')
  const { making } = await readBatch(document, file, options)
  const sent = await sentFiles(register ?? batch, register !== undefined)
  const { drafted, unchanged, failed } = await draftBatch(
    { ...making, output, jobs, isSent: (sha256) => sent.has(sha256) },
    (line) => say(`clausebook: ${line}`),
    progressOf,
  )
  await tell(`${drafted} drafted, ${unchanged} unchanged, ${failed} failed: ${output}\n`)
  if (failed > 0) process.exitCode = 1
}

/** What a batch is made from, and what it cannot be made with, which is said once and not for each row. */
export async function readBatch(
  document: string,
  file: string | undefined,
  {
    batch = '',
    group,
    matter,
    format = 'docx',
    house,
    houses,
    referenceDoc,
    sheet,
    locale,
    header,
    column,
    output: _,
    register: __,
    jobs: ___,
    queue: ____,
    by: _____,
    matters: ______,
    database: _______,
    ...draft
  }: BatchCommandOptions,
): Promise<{ house: HouseOptions; making: Omit<BatchOptions, 'output' | 'jobs'> }> {
  if (file !== undefined && matter !== undefined) {
    throw new Problem('usage', 'gives two matters in common: leave out one of them', { file })
  }
  const common = matter ?? file
  await lookOf(referenceDoc, format)
  const inCommon = common === undefined ? {} : { matter: readMatter(await matterSource(common), common) }
  // A house that cannot be read stops all.
  const options = { ...(house !== undefined && { house }), ...(houses !== undefined && { houses }) }
  await libraryFor(options)
  return {
    house: options,
    making: {
      document,
      format,
      batch,
      draft,
      ...inCommon,
      ...(group !== undefined && { group }),
      houseOf: (facts) => houseOf(options, facts),
      ...(referenceDoc !== undefined && { referenceDoc }),
      ...tableOf({ sheet, locale, header, column }),
    },
  }
}

/** Digests of what a register says was sent; a batch over the register itself knows it too. */
async function sentFiles(folder: string, isRegister: boolean): Promise<Set<string>> {
  const versions = await stat(join(folder, '.versions')).catch(() => undefined)
  if (!isRegister && !versions?.isDirectory()) return new Set()
  const { registerIn, vendorsIn } = await import('../vendors/folder.ts')
  const kept = await registerIn({ register: folder })
  // A folder of matters with versions is no register, and what it holds is told where it is read.
  const vendors = isRegister ? await vendorsIn(kept) : (await kept.all()).vendors
  return sentDigests(vendors)
}
