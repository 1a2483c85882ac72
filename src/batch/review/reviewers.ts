import { join } from 'node:path'
import type { Tinypool } from 'tinypool'
import { packageRoot } from '../../home.ts'
import { mostMegabytes, watchMemory } from '../../memory-watch.ts'
import { sizeOf, taskTime } from '../../task-time.ts'
import type { PaperTask, ReviewedPaper } from './review-worker.ts'

/** Whoever reviews papers: in threads, each of which is ended where a paper takes it too long or too much memory. */
export interface Reviewers {
  run(task: PaperTask): Promise<ReviewedPaper | { problem: string }>
  end(): Promise<void>
}

/** How long a paper may take, as on the pages, in milliseconds: the more the larger it is. */
export const usualPaperTime = 10_000

/**
 * @param threads how many papers are read at a time
 * @param milliseconds that a small paper may take
 */
export function openReviewers(threads: number, milliseconds = usualPaperTime): Reviewers {
  // Most workers never see a paper: threads are there once one comes.
  let opened: Promise<Tinypool> | undefined
  const pool = () => (opened ??= openPool(threads))
  const memory = watchMemory(mostMegabytes * 1024 * 1024)
  const { least, ofMegabyte } = taskTime(milliseconds)
  return {
    async run(task) {
      const most = least + (ofMegabyte * sizeOf(task)) / 1_000_000
      const stop = new AbortController()
      let ended: string | undefined
      const end = (problem: string) => () => {
        ended = problem
        stop.abort()
      }
      const threads = await pool()
      const timer = setTimeout(end(tooLong(most)), most)
      const forget = memory.watch(end(tooMuch))
      try {
        return await threads.run(task, { signal: stop.signal })
      } catch (error) {
        if (ended !== undefined) return { problem: ended }
        if (Object(error).code === 'ERR_WORKER_OUT_OF_MEMORY') return { problem: tooMuch }
        throw error
      } finally {
        clearTimeout(timer)
        forget()
      }
    },
    async end() {
      await (await opened)?.destroy()
    },
  }
}

async function openPool(threads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: join(packageRoot(), 'dist', 'review-worker.js'),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
}

const tooMuch = `takes more than ${mostMegabytes} MB of memory and was ended: save it anew as Word or plain text, or in parts`

function tooLong(milliseconds: number): string {
  return `took longer than ${Math.round(milliseconds / 1000)} s and was ended: save it anew as Word or plain text, or in parts`
}
