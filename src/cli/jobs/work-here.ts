import { availableParallelism } from 'node:os'
import { workerName, workOn } from '../../batch/index.ts'
import { isUnderWay, type Job, type Store } from '../../store/index.ts'
import { progressOf } from '../draft/progress.ts'
import { type HouseOptions, houseOf } from '../house.ts'
import { say } from '../say.ts'

/** Works on a job that is kept in a folder, in this process, until it has ended. */
export async function workHere(
  { jobs }: Store,
  { id, things }: Job,
  {
    concurrency = availableParallelism(),
    doing,
    ...house
  }: HouseOptions & {
    concurrency?: number
    /** `Drafting`, as a terminal shows it. */
    doing?: string
  },
): Promise<Job> {
  const progress = await progressOf(async () => things.all - things.done, doing)
  try {
    await workOn(jobs, {
      worker: workerName(),
      concurrency,
      houseOf: (facts) => houseOf(house, facts),
      once: true,
      signal: new AbortController().signal,
      // What comes of each part stands in the summary.
      tell: () => {},
      step: (done) => {
        for (let at = 0; at < done; at += 1) progress.step()
      },
    })
  } finally {
    progress.stop()
  }
  const job = await jobs.open(id)
  if (isUnderWay(job)) {
    const { reason = 'nobody works on it' } = (await jobs.parts(id)).find((part) => part.reason) ?? {}
    say(`clausebook: job ${id}: ${reason}`)
  }
  if (job.dead > 0)
    say(`clausebook: job ${id}: ${job.dead} parts failed: clausebook jobs show ${id} says why`)
  return job
}
