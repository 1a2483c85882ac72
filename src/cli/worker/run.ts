import { availableParallelism } from 'node:os'
import { workerName, workOn } from '../../batch/index.ts'
import { leaveSignalsToOthers } from '../../files/index.ts'
import { type HouseOptions, houseOf, libraryFor } from '../house.ts'
import { type JobsPlace, withJobs } from '../jobs/place.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'

/** What `clausebook worker` can be told. */
export interface WorkerOptions extends JobsPlace, HouseOptions {
  concurrency?: number
  once?: boolean
}

/** `clausebook worker`. */
export async function runWorker({
  concurrency = availableParallelism(),
  once = false,
  house,
  houses,
  ...place
}: WorkerOptions): Promise<void> {
  const options = { ...(house !== undefined && { house }), ...(houses !== undefined && { houses }) }
  // A house that cannot be read is told now, and not at the first row.
  await libraryFor(options)
  const ending = endOnSignals()
  await withJobs(place, async ({ store, team }) => {
    await team?.watchJobs()
    if (!once) await tell(`Working on jobs of ${team?.place ?? place.matters} (Ctrl-C ends it).\n`)
    await workOn(store.jobs, {
      ...{ worker: workerName(), concurrency, once, signal: ending },
      houseOf: (facts) => houseOf(options, facts),
      tell: (line) => say(`clausebook: ${line}`),
    })
  })
}

/** The first signal lets what is in hand come to its end; a second one ends at once. */
function endOnSignals(): AbortSignal {
  const ending = new AbortController()
  leaveSignalsToOthers()
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (ending.signal.aborted) process.exit(1)
      ending.abort()
    })
  return ending.signal
}
