import { join } from 'node:path'
import { packageRoot } from '../home.ts'
import type { Drafted, DraftTask } from './types.ts'

/** Rows that pay for a thread more, which loads and warms up what another thread has loaded and warm already. */
export const rowsPerThread = 150

/** What a thread may fill before it is collected. V8 would take four times as much, and draft no quicker with it. */
const maxYoungGenerationSizeMb = 12

/** Whoever drafts rows, in this thread or in others. */
export interface Drafters {
  threads: number
  run(task: DraftTask): Promise<Drafted | { problem: string }>
  end(): Promise<void>
}

/**
 * Starts as many threads as the rows are worth, and none where this one is as quick and has nothing else to do.
 *
 * @param rows how many there are
 * @param jobs threads at most
 * @param isBusy whether this thread has others to answer, and drafts nothing itself
 */
export async function startDrafters(rows: number, jobs: number, isBusy = false): Promise<Drafters> {
  const threads = Math.max(1, Math.min(jobs, Math.ceil(rows / rowsPerThread)))
  if (threads === 1 && !isBusy) {
    const { default: run } = await import('./draft-worker.ts')
    return { threads, run, end: async () => {} }
  }
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: join(packageRoot(), 'dist', 'draft-worker.js'),
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb },
  })
  return { threads, run: (task) => pool.run(task), end: () => pool.destroy() }
}
