import { Problem } from '../../problem.ts'
import { isUnderWay, type OpenJob, type Store, watchJob } from '../../store/index.ts'
import type { Telling } from '../fill/fill-folder.ts'
import { fetchReviews } from '../review/fetch.ts'
import { reviewJob } from '../review/task.ts'
import type { BatchOptions } from '../types.ts'
import { fetchWatch } from '../watch/fetch.ts'
import { fetchBatch } from './fetch.ts'
import { draftJob } from './task.ts'

/** What came of a job, counted: `{ drafted: 17, unchanged: 0, failed: 1 }`. */
export type JobCounts = { failed: number } & Partial<
  Record<'drafted' | 'unchanged' | 'reviewed' | 'reported', number>
>

/**
 * Writes what came of a job into a folder.
 *
 * @throws Problem where it has not ended, or is of a kind that is not known here
 */
export async function fetchJob(
  store: Pick<Store, 'jobs'>,
  id: string,
  options: Pick<BatchOptions, 'output' | 'isSent'>,
  telling: Telling,
): Promise<JobCounts> {
  const job = await store.jobs.open(id)
  if (isUnderWay(job)) throw notEnded(job)
  if (job.what === draftJob) return fetchBatch(store, job, options, telling)
  if (job.what === reviewJob) return fetchReviews(store, job, options, telling)
  if (job.what === watchJob) return fetchWatch(store, job, options.output)
  throw new Problem(
    'job',
    `job ${id} is of a kind (${job.what}) that is not known here: install the newer program`,
  )
}

function notEnded({ id, state, things: { all, done } }: OpenJob): Problem {
  const how = state === 'waiting' ? 'waits for a worker' : `is at work, ${done} of ${all} done`
  return new Problem('job', `job ${id} ${how}: wait until it has ended, or cancel it`)
}
