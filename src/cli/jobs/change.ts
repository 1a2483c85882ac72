import { decideDrafts, draftsToApprove } from '../../batch/index.ts'
import { Problem } from '../../problem.ts'
import type { Job, Word } from '../../store/index.ts'
import type { HouseOptions } from '../house.ts'
import { tell } from '../output.ts'
import { type JobsPlace, withJobs } from './place.ts'
import { workHere } from './work-here.ts'

/** What `clausebook jobs cancel | retry | remove` can be told. */
export interface ChangeOptions extends JobsPlace {
  by?: string
}

/** `clausebook jobs cancel JOB`. */
export async function cancelJob(id: string, { by = 'somebody', ...place }: ChangeOptions): Promise<void> {
  const job = await withJobs(place, ({ store }) => store.jobs.cancel(id, by))
  await tell(`job ${id} is cancelled: ${done(job)}\n`)
}

/** `clausebook jobs retry JOB --reason WORDS`; in a folder it is worked on at once. */
export async function retryJob(
  id: string,
  { by = 'somebody', reason, house, houses, ...place }: ChangeOptions & HouseOptions & { reason: string },
): Promise<void> {
  const job = await withJobs(place, async ({ store, team }) => {
    const job = await store.jobs.retry(id, by, reason)
    const known = { ...(house !== undefined && { house }), ...(houses !== undefined && { houses }) }
    return team ? job : workHere(store, job, known)
  })
  await tell(`job ${id} is ${job.state}: ${done(job)}\n`)
}

/** `clausebook jobs remove JOB`. */
export async function removeJob(id: string, { by = 'somebody', ...place }: ChangeOptions): Promise<void> {
  await withJobs(place, ({ store }) => store.jobs.remove(id, by))
  await tell(`job ${id} is removed, with all that came of it\n`)
}

/** `clausebook jobs approve JOB DRAFT…`, and `set-aside`: a draft is named by the first 12 or more signs of its digest. */
export async function decideOnDrafts(
  id: string,
  drafts: readonly string[],
  word: Word,
  { by = 'somebody', ...place }: ChangeOptions,
): Promise<void> {
  const names = await withJobs(place, async ({ store }) => {
    const all = await draftsToApprove(store, id, Number.MAX_SAFE_INTEGER)
    const meant = drafts.map((sign) => {
      const found = sign.length < 12 ? [] : all.filter(({ sha256 }) => sha256.startsWith(sign))
      if (found.length === 1) return found[0]!
      throw new Problem(
        'approval',
        `${sign} names no draft of job ${id}: jobs show has the first 12 signs of each`,
      )
    })
    await decideDrafts(
      store,
      id,
      word,
      meant.map(({ sha256 }) => sha256),
      by,
    )
    return meant.map(({ vendor }) => vendor)
  })
  await tell(`${word}: ${names.join('; ')}\n`)
}

function done({ things: { all, done } }: Job): string {
  return `${done} of ${all} done`
}
