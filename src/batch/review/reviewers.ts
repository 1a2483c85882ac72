import { MessageChannel } from 'node:worker_threads'
import type { Tinypool } from 'tinypool'
import { inWorkFolder } from '../../files/index.ts'
import { mostMegabytes, watchMemory } from '../../memory-watch.ts'
import { sizeOf, taskTime } from '../../task-time.ts'
import { openThreadPool } from '../../thread-pool.ts'
import type { PaperTask, ReviewedPaper } from './review-worker.ts'

/** Whoever reviews papers: in threads, each of which is ended where a paper takes it too long or too much memory. */
export interface Reviewers {
  run(task: PaperTask): Promise<ReviewedPaper | { problem: string }>
  end(): Promise<void>
}

/** How long a paper may take, in milliseconds: the more the larger it is. Three times as long as on the pages, since nobody waits for one. */
const usualPaperTime = 30_000
/** How long a thread may take to begin and to load what it reads with, which is no paper's fault; in milliseconds. */
const beginning = 120_000
/** How often a paper is begun that went beyond a limit: it may have been its neighbour who took the time or the memory. */
const mostTries = 2

/**
 * @param threads how many papers are read at a time
 * @param milliseconds that a small paper may take
 */
export function openReviewers(threads: number, milliseconds = usualPaperTime): Reviewers {
  // Most workers never see a paper: threads are there once one comes.
  let opened: Promise<Tinypool> | undefined
  const pool = () => (opened ??= openThreadPool('review-worker.js', threads))
  const memory = watchMemory(mostMegabytes * 1024 * 1024)
  const { least, ofMegabyte } = taskTime(milliseconds)

  async function once(task: PaperTask, folder: string): Promise<Came> {
    const most = least + (ofMegabyte * sizeOf(task)) / 1_000_000
    const stop = new AbortController()
    let ended: string | undefined
    const end = (problem: string) => () => {
      ended = problem
      stop.abort()
    }
    const threads = await pool()
    const { port1: told, port2: port } = new MessageChannel()
    let timer = setTimeout(end(notBegun), beginning)
    told.once('message', () => {
      clearTimeout(timer)
      timer = setTimeout(end(tooLong(most)), most)
    })
    const forget = memory.watch(end(tooMuch))
    try {
      return await threads.run(
        { ...task, desk: { folder, port } },
        { signal: stop.signal, transferList: [port] },
      )
    } catch (error) {
      if (ended !== undefined) return { problem: ended, again: true }
      if (Object(error).code === 'ERR_WORKER_OUT_OF_MEMORY') return { problem: tooMuch }
      throw error
    } finally {
      told.close()
      clearTimeout(timer)
      forget()
    }
  }

  return {
    async run(task) {
      for (let tries = 1; ; tries += 1) {
        // Its thread may be ended in the middle, and clears away nothing.
        const came = await inWorkFolder('paper', (folder) => once(task, folder))
        if (!('again' in came)) return came
        if (tries === mostTries) return { problem: came.problem }
      }
    },
    async end() {
      await (await opened)?.destroy()
    },
  }
}

/** What came of one try. */
type Came = ReviewedPaper | { problem: string; again?: true }

const tooMuch = `takes more than ${mostMegabytes} MB of memory and was ended: save it anew as Word or plain text, or in parts`

const notBegun = `was not begun within ${beginning / 1000} s: review it again when less is under way here`

function tooLong(milliseconds: number): string {
  return `took longer than ${Math.round(milliseconds / 1000)} s and was ended: save it anew as Word or plain text, or in parts`
}
