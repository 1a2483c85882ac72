import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import { Refusal } from '../refusal.ts'
import type { Compared } from './compare.ts'
import type { Answer, Task } from './task.ts'

/** Threads that compare what people send, each ended where it takes too long or too much memory. */
export interface Workshop {
  /** @throws Problem as the work has it, or a refusal where it took too long */
  run(task: Task): Promise<Compared>
  close(): Promise<void>
}

const most = { threads: 2, waiting: 32, megabytes: 1024 }

export function openWorkshop(milliseconds: number): Workshop {
  const pool = new Tinypool({
    filename: join(packageRoot(), 'dist', 'server-worker.js'),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: most.threads,
    idleTimeout: 60_000,
    maxQueue: most.waiting,
    resourceLimits: { maxOldGenerationSizeMb: most.megabytes },
  })
  return {
    async run(task) {
      const answer = await timed(pool, task, milliseconds)
      if ('done' in answer) return answer.done
      const { rule, message, place } = answer.problem
      throw new Problem(rule, message, place)
    },
    close: () => pool.destroy(),
  }
}

async function timed(pool: Tinypool, task: Task, milliseconds: number): Promise<Answer> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), milliseconds)
  try {
    return (await pool.run(task, { signal: stop.signal })) as Answer
  } catch (error) {
    if (stop.signal.aborted) {
      throw new Refusal(
        503,
        'too-long',
        `this took longer than ${Math.round(milliseconds / 1000)} s and was ended: the command line has no such limit`,
      )
    }
    const { message, code } = Object(error) as { message?: string; code?: string }
    if (/queue/i.test(message ?? ''))
      throw new Refusal(503, 'busy', 'too much is being compared: try again in a minute')
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new Refusal(
        413,
        'too-much',
        'this takes more memory than the server gives: compare it on the command line',
      )
    throw error
  } finally {
    clearTimeout(timer)
  }
}
