import { availableParallelism } from 'node:os'
import { type BatchOptions, draftBatch } from '../../batch/index.ts'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type HouseOptions, houseOf, libraryFor } from '../house.ts'
import { matterSource } from '../matter-file.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { lookOf } from '../word/look.ts'
import { progressOf } from './progress.ts'

type BatchCommandOptions = BatchOptions['draft'] &
  HouseOptions & {
    batch?: string
    matter?: string
    output: string
    format?: BatchOptions['format']
    jobs?: number
    referenceDoc?: string
  }

/** `clausebook draft DOCUMENT --batch VENDORS.csv --matter MATTER --output DIR`. */
export async function draftBatchCommand(
  document: string,
  file: string | undefined,
  {
    batch = '',
    matter,
    output,
    format = 'docx',
    jobs = availableParallelism(),
    house,
    houses,
    referenceDoc,
    ...draft
  }: BatchCommandOptions,
): Promise<void> {
  if (output === '-') throw new Problem('output', 'a batch fills a folder: give --output DIR')
  if (file !== undefined && matter !== undefined) {
    throw new Problem('usage', 'gives two matters in common: leave out one of them', { file })
  }
  const common = matter ?? file
  // What it cannot take is said once, and not for each row.
  await lookOf(referenceDoc, format)
  const inCommon = common === undefined ? {} : { matter: readMatter(await matterSource(common), common) }
  // A house that cannot be read stops all, and is told once.
  const options = { ...(house !== undefined && { house }), ...(houses !== undefined && { houses }) }
  await libraryFor(options)
  const houseOfRow = (facts: { house?: string }) => houseOf(options, facts)
  const { drafted, unchanged, failed } = await draftBatch(
    {
      document,
      format,
      batch,
      output,
      jobs,
      draft,
      ...inCommon,
      houseOf: houseOfRow,
      ...(referenceDoc !== undefined && { referenceDoc }),
    },
    (line) => say(`clausebook: ${line}`),
    progressOf,
  )
  await tell(`${drafted} drafted, ${unchanged} unchanged, ${failed} failed: ${output}\n`)
  if (failed > 0) process.exitCode = 1
}
