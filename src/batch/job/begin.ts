import type { Job, JobShare, Store } from '../../store/index.ts'
import { requireVendorDocument } from '../draft-batch.ts'
import { settingsOf } from '../making.ts'
import { openRows, type Rows } from '../row/rows.ts'
import type { BatchOptions } from '../types.ts'
import { draftJob, type KeptRow, keptTask } from './task.ts'

/** So many rows are a part, which takes less than a second on a quiet machine: no more is done anew where a worker is killed. */
const rowsInPart = 10

/**
 * Keeps a batch as a job: its rows, and how they are drafted.
 *
 * @param options as those of a batch, the name of the matter of the store that it belongs to, and what whoever asks may have at most
 * @param tell called with what is not read of the table
 * @param by who asks for it
 * @throws Problem where nothing can be drafted at all
 */
export async function beginBatch(
  options: Omit<BatchOptions, 'output' | 'jobs'> & { ofMatter?: string | undefined; share?: JobShare },
  { jobs }: Pick<Store, 'jobs'>,
  by: string,
  tell: (line: string) => void,
): Promise<Job> {
  requireVendorDocument(options.document)
  const rows = await openRows(options)
  const settings = await settingsOf(options)(undefined)
  const task = await keptTask(options, settings, rows.own)
  const title = `${options.document} for ${options.batch}`
  const { ofMatter: matter, share, vendors } = options
  return jobs.begin(
    {
      ...{ what: draftJob, title, task, by },
      ...(matter !== undefined && { matter }),
      ...(vendors && { ofRegister: true as const }),
      ...(share && { share }),
    },
    partsOf(rows, tell),
  )
}

async function* partsOf(rows: Rows, tell: (line: string) => void): AsyncGenerator<{ things: KeptRow[] }> {
  let part: KeptRow[] = []
  for await (const { problem, ...row } of rows.read(tell)) {
    part.push({ ...row, ...(problem && { problem: problem.message }) })
    if (part.length < rowsInPart) continue
    yield { things: part }
    part = []
  }
  if (part.length > 0) yield { things: part }
}
