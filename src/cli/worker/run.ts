import { availableParallelism } from 'node:os'
import { workerName, workOn } from '../../batch/index.ts'
import { leaveSignalsToOthers } from '../../files/index.ts'
import { type TeamStore, watchJob } from '../../store/index.ts'
import { type HouseOptions, houseOf, libraryFor } from '../house.ts'
import { type JobsPlace, withJobs } from '../jobs/place.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { partWatcher } from '../watch/part.ts'

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
    const does = team && { [watchJob]: partWatcher(team, { ...place, ...options }) }
    const ticking = team && (await tickOf(team))
    if (!once) await tell(`Working on jobs of ${team?.place ?? place.matters} (Ctrl-C ends it).\n`)
    try {
      await workOn(store.jobs, {
        ...{ worker: workerName(), concurrency, once, signal: ending },
        houseOf: (facts) => houseOf(options, facts),
        ...(does && { does }),
        tell: (line) => say(`clausebook: ${line}`),
      })
    } finally {
      clearInterval(ticking)
    }
  })
}

/** How often a worker looks whether a watch is due, in milliseconds. */
const tick = 15_000

/** Begins the watches that are due, now and from time to time. */
async function tickOf({ watches }: TeamStore): Promise<NodeJS.Timeout> {
  const begin = async () => {
    for (const job of await watches.tick()) say(`clausebook: job ${job}: a watch is due`)
  }
  await begin()
  // Where the database is away the next look finds what is due.
  return setInterval(() => begin().catch((error: unknown) => say(`clausebook: ${error}`)), tick)
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
