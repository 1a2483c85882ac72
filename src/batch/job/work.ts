import { hostname } from 'node:os'
import { setTimeout as later } from 'node:timers/promises'
import { Problem } from '../../problem.ts'
import type { Jobs, TakenPart, ThingResult } from '../../store/index.ts'
import { startDrafters } from '../drafters.ts'
import { partReviewer } from '../review/part.ts'
import { openReviewers } from '../review/reviewers.ts'
import { reviewJob } from '../review/task.ts'
import type { BatchOptions } from '../types.ts'
import { NotHere } from './not-here.ts'
import { partDrafter } from './part.ts'
import { draftJob } from './task.ts'

/** How somebody works on jobs. */
export interface Work {
  /** Who works, as the store tells it. */
  worker: string
  /** How many parts are worked on at a time, each by a thread of its own. */
  concurrency: number
  /** Whether this process answers others meanwhile: then no part is worked on in its own thread. */
  isBusy?: boolean
  /** The house of a row, on this machine. */
  houseOf?: BatchOptions['houseOf']
  /** How long a small paper that is reviewed may take, in milliseconds. */
  paperTime?: number
  /** Whether it is over when there is nothing to be done. */
  once: boolean
  /** Work of kinds that are done above this room, by what a store calls it. */
  does?: Record<string, (part: TakenPart) => Promise<ThingResult[]>>
  /** Ends the work when the parts in hand are done. */
  signal: AbortSignal
  /** Called with each part that is done or failed, and with what keeps it from work. */
  tell(line: string): void
  /** Called with how many things were done. */
  step?(things: number): void
}

/** How long nobody asks where there was nothing to be done, no answer, or a part was left to others; in milliseconds. */
const pause = { idle: 1_000, away: 5_000, left: 30_000 }

/** Who works here, as the store tells it. */
export function workerName(): string {
  return `${hostname()} ${process.pid}`
}

/**
 * Works on the jobs of a store, until there is none or until it is told to end.
 *
 * @throws Problem where the store does not answer, and it is to be over when there is nothing to be done
 */
export async function workOn(jobs: Jobs, work: Work): Promise<void> {
  const { concurrency, houseOf, isBusy, paperTime } = work
  // Threads that have nothing to do are cheap, and each has warmed up when a long job comes.
  const drafters = await startDrafters(concurrency === 1 ? 1 : Number.POSITIVE_INFINITY, concurrency, isBusy)
  const reviewers = openReviewers(concurrency, paperTime)
  const does: Record<string, (part: TakenPart) => Promise<ThingResult[]>> = {
    [draftJob]: partDrafter(drafters, houseOf),
    [reviewJob]: partReviewer(reviewers, houseOf),
    ...work.does,
  }
  try {
    await Promise.all(Array.from({ length: concurrency }, () => workAlone(jobs, does, work)))
  } finally {
    await drafters.end()
    await reviewers.end()
  }
}

async function workAlone(
  jobs: Jobs,
  does: Record<string, (part: TakenPart) => Promise<ThingResult[]>>,
  { worker, once, signal, tell, step }: Work,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const part = await jobs.next(worker)
      if (part) {
        const came = await workOnPart(part, does[part.what], { worker, tell })
        if (came === 'done') step?.(part.things.length)
        // Whoever cannot do a job keeps no part of it from those who can.
        if (came !== 'left') continue
        if (once) return
        await later(pause.left, undefined, { signal }).catch(() => {})
      } else if (once) return
      else await later(pause.idle, undefined, { signal }).catch(() => {})
    } catch (error) {
      if (once || !(error instanceof Problem)) throw error
      tell(error.toString())
      await later(pause.away, undefined, { signal }).catch(() => {})
    }
  }
}

/** @returns `left` where the part waits for others, `passed` where none of its job comes back to this process */
async function workOnPart(
  part: TakenPart,
  does: ((part: TakenPart) => Promise<ThingResult[]>) | undefined,
  { worker, tell }: Pick<Work, 'worker' | 'tell'>,
): Promise<'done' | 'passed' | 'left'> {
  const named = `job ${part.job}, part ${part.part}`
  let results: ThingResult[] | undefined
  try {
    if (!does)
      throw new NotHere(`is of a kind (${part.what}) that is not known here: install the newer program there`)
    results = await does(part)
    await part.done(results)
  } catch (error) {
    // A store that does not answer is no fault of the part, which is done once more.
    if (results && error instanceof Problem) throw error
    const reason = error instanceof Problem ? error.toString() : `a mistake in Clausebook: ${error}`
    tell(`${named}: ${reason}`)
    if (!(error instanceof NotHere)) {
      await part.failed(reason)
      return 'done'
    }
    return (await part.left(`left to others by ${worker}: ${reason}`)) ? 'passed' : 'left'
  }
  const failed = results.filter((one) => one.failed).length
  tell(`${named}: ${results.length - failed} done, ${failed} failed`)
  return 'done'
}
