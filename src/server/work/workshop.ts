import { join } from 'node:path'
import pLimit from 'p-limit'
import { Tinypool } from 'tinypool'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import { Refusal } from '../refusal.ts'
import type { Answer, Tasks } from './task.ts'

/** Threads that compare and draft what people send, each ended where it takes too long or too much memory. */
export interface Workshop {
  /** @throws Problem as the work has it, or a refusal where it took too long */
  run<Name extends keyof Tasks>(name: Name, needs: Tasks[Name]['needs']): Promise<Tasks[Name]['gives']>
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
    resourceLimits: { maxOldGenerationSizeMb: most.megabytes },
  })
  // The pool has no sign for the moment at which a task begins, and waiting is no work: tasks wait here.
  const turn = pLimit(most.threads)
  return {
    async run<Name extends keyof Tasks>(name: Name, needs: Tasks[Name]['needs']) {
      if (turn.pendingCount >= most.waiting)
        throw new Refusal(503, 'busy', 'too much is being compared: try again in a minute')
      const answer = await turn(() => timed(pool, { name, needs }, milliseconds))
      // A thread answers a task of a name with what that name gives: see server-worker.ts.
      if ('done' in answer) return answer.done as Tasks[Name]['gives']
      const { rule, message, place } = answer.problem
      throw new Problem(rule, message, place)
    },
    close: () => pool.destroy(),
  }
}

async function timed(
  pool: Tinypool,
  task: { name: string; needs: unknown },
  milliseconds: number,
): Promise<Answer> {
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
    const { code } = Object(error) as { code?: string }
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
