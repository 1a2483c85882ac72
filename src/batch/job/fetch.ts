import { createHash } from 'node:crypto'
import { Problem } from '../../problem.ts'
import type { OpenJob, Store, Thing } from '../../store/index.ts'
import { type BatchCounts, fillFolder, type Telling } from '../fill/fill-folder.ts'
import type { Maker } from '../making.ts'
import type { Rows } from '../row/rows.ts'
import type { BatchOptions, BatchRow, Drafted } from '../types.ts'
import { rowSchema, saidSchema, taskSchema } from './task.ts'

/**
 * Writes what came of a batch into a folder, as the batch itself would have written it there.
 *
 * @param job that has ended
 * @throws Problem where the folder cannot be filled
 */
export async function fetchBatch(
  { jobs }: Pick<Store, 'jobs'>,
  job: OpenJob,
  { output, isSent }: Pick<BatchOptions, 'output' | 'isSent'>,
  telling: Telling,
): Promise<BatchCounts> {
  const { id } = job
  const { document, format, own } = taskSchema.parse(job.task)
  const things = new WeakMap<BatchRow, Thing>()
  const rows: Rows = {
    own,
    count: async (most = Number.POSITIVE_INFINITY) => Math.min(most, job.things.all),
    async *read() {
      for await (const thing of jobs.things(id)) {
        const { problem, ...row } = rowSchema.parse(thing.given)
        const read = { ...row, ...(problem !== undefined && { problem: new Problem('row', problem) }) }
        things.set(read, thing)
        yield read
      }
    },
  }
  return fillFolder(
    { document, format, output, ...(isSent && { isSent }) },
    rows,
    async () => ({ ...madeBefore(job, things), end: async () => {} }),
    telling,
  )
}

/** Has the drafts that were made and kept. */
function madeBefore({ id, state }: OpenJob, things: WeakMap<BatchRow, Thing>): Maker {
  return {
    threads: 1,
    async prepare(row) {
      const { at, result } = things.get(row)!
      if (!result) throw new Problem('job', notMade(id, state))
      const said = saidSchema.parse(result.said)
      if ('outcome' in said) {
        const { input, outcome } = said
        return { input, draft: async () => madeOf(`draft ${at} of job ${id}`, { outcome, ...result }) }
      }
      const { input, problem } = said
      if (input === undefined) throw new Problem('job', problem)
      return { input, draft: async () => ({ problem }) }
    },
  }
}

/** @throws Problem where the bytes are not those that were drafted */
function madeOf(
  named: string,
  { content, outcome }: { content?: Uint8Array; outcome: Drafted['outcome'] },
): Drafted {
  if (content && createHash('sha256').update(content).digest('hex') === outcome.sha256)
    return { content, outcome }
  throw new Problem('job', `${named} is not as it was kept: look at the database, and retry the job`)
}

function notMade(id: string, state: OpenJob['state']): string {
  return state === 'cancelled'
    ? `is not drafted: job ${id} was cancelled before`
    : `is not drafted: its part failed, as clausebook jobs show ${id} tells`
}
