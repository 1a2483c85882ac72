import { Command } from 'commander'
import { placed } from './jobs.ts'
import { wholeNumber } from './whole-number.ts'
import type { WorkerOptions } from './worker/run.ts'

/** `clausebook worker`: works on what is in the queue. */
export function workerCommand(): Command {
  return placed(
    new Command('worker').description(
      'work on jobs, on as many machines as wanted; Ctrl-C ends it when the parts in hand are done',
    ),
  )
    .option('--concurrency <number>', 'how many parts at a time (default: one a processor)', wholeNumber)
    .option('--once', 'end when there is nothing to be done')
    .action(async (options: WorkerOptions) => {
      await (await import('./worker/run.ts')).runWorker(options)
    })
}
