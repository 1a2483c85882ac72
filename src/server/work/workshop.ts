import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import type { Tinypool } from 'tinypool'
import { inWorkFolder } from '../../files/index.ts'
import { mostMegabytes, watchMemory } from '../../memory-watch.ts'
import { Problem } from '../../problem.ts'
import type { Person } from '../../store/index.ts'
import { sizeOf, taskTime } from '../../task-time.ts'
import { openThreadPool } from '../../thread-pool.ts'
import type { HouseSettings } from '../houses.ts'
import { Refusal } from '../refusal.ts'
import type { Step, Tell } from './step.ts'
import type { Answer, Tasks } from './task.ts'
import { openTurns } from './turns.ts'

/** Whom work is done for. */
export interface Client {
  /** What his share is counted by. */
  key: string
  /** Who he is, as the audit has it. */
  name?: string | undefined
  /** Who he is among those who may come in, where people are told apart. */
  person?: Person | undefined
  /** Aborted when he has hung up: nobody waits for the work any more. */
  gone?: AbortSignal
  /** Told what is being done, where somebody looks. */
  tell?: Tell
}

/** Threads that compare, draft and render what people send, each ended where it takes too long or too much memory. */
export interface Workshop {
  /** @throws Problem as the work has it, or a refusal where it took too long or too many wait */
  run<Name extends keyof Tasks>(
    name: Name,
    needs: Tasks[Name]['needs'],
    client?: Client,
  ): Promise<Tasks[Name]['gives']>
  /** Ends what is under way, each with an answer to come again, and begins nothing more. */
  end(): void
  close(): Promise<void>
}

/** One thread stays free for others than him who has most to do. */
const threads = Math.max(2, Math.min(4, availableParallelism()))
/** Tasks that wait, of one client and of all. */
const mostWaiting = { ofOne: 8, ofAll: 64 }
/** Work that may take so many times as long as other work: a deal is drafted anew at every level for each of its turns. */
const longer: Partial<Record<keyof Tasks, number>> = {
  deal: 6,
  'deal-answer': 6,
  'vendor-table': 12,
}

/**
 * @param milliseconds that a task of little may take: it has more with what it is handed
 * @param houses where the houses are that the threads read
 */
export async function openWorkshop(
  milliseconds: number,
  { house, houses }: HouseSettings = {},
): Promise<Workshop> {
  const pool = await openThreadPool('server-worker.js', threads)
  // The pool has no sign for the moment at which a task begins, and waiting is no work: tasks wait for their turn here.
  const turns = openTurns({ atOnce: threads, ofOneAtOnce: threads - 1, waiting: mostWaiting })
  const memory = watchMemory(mostMegabytes * 1024 * 1024)
  const over = new AbortController()
  const known: HouseSettings = {
    ...(house !== undefined && { house }),
    ...(houses !== undefined && { houses }),
  }
  const { least, ofMegabyte } = taskTime(milliseconds)
  const longest = (name: keyof Tasks, needs: unknown) =>
    least * (longer[name] ?? 1) + (ofMegabyte * sizeOf(needs)) / 1_000_000
  return {
    async run<Name extends keyof Tasks>(
      name: Name,
      needs: Tasks[Name]['needs'],
      { key, gone, tell }: Client = { key: '' },
    ) {
      tell?.({ what: 'Waiting for its turn' })
      const most = longest(name, needs)
      const answer = await turns.take(key, gone, () =>
        ended(
          pool,
          { name, needs, houses: known },
          { milliseconds: most, gone, over: over.signal, memory, tell },
        ),
      )
      // A thread answers a task of a name with what that name gives: see server-worker.ts.
      if ('done' in answer) return answer.done as Tasks[Name]['gives']
      const { rule, message, place } = answer.problem
      throw new Problem(rule, message, place)
    },
    end: () => over.abort(),
    close: () => pool.destroy(),
  }
}

interface Limits {
  milliseconds: number
  gone: AbortSignal | undefined
  /** Aborted where the server ends. */
  over: AbortSignal
  memory: ReturnType<typeof watchMemory>
  tell: Tell | undefined
}

/** The answer of a task, which is ended where nobody waits for it, or where it goes beyond its limits. */
async function ended(
  pool: Tinypool,
  task: { name: string; needs: unknown; houses: HouseSettings },
  { milliseconds, gone, over, memory, tell }: Limits,
): Promise<Answer> {
  const stop = new AbortController()
  const refuse = (refusal: Refusal) => () => stop.abort(refusal)
  const seconds = Math.round(milliseconds / 1000)
  const timer = setTimeout(
    refuse(
      new Refusal(
        503,
        'too-long',
        `this took longer than ${seconds} s and was ended: send it again when less is under way here, or in smaller files`,
        { retryAfter: 60 },
      ),
    ),
    milliseconds,
  )
  const tooMuch = new Refusal(
    413,
    'too-much',
    'a file takes more memory than the server gives: send it in parts, or saved anew as Word or plain text',
  )
  const forget = memory.watch(refuse(tooMuch))
  const leave = refuse(new Refusal(499, 'gone', 'nobody waits for this any more'))
  gone?.addEventListener('abort', leave)
  const ending = new Refusal(503, 'ending', 'the server ends: try again in some seconds', { retryAfter: 10 })
  if (over.aborted) stop.abort(ending)
  const goodbye = refuse(ending)
  over.addEventListener('abort', goodbye)
  const channel = tell && new MessageChannel()
  channel?.port1.on('message', (step: Step) => tell?.(step))
  try {
    const port = channel?.port2
    // Its thread may be ended in the middle, and clears away nothing.
    return await inWorkFolder(
      'task',
      async (folder) =>
        (await pool.run(
          { ...task, folder, ...(port && { port }) },
          { signal: stop.signal, ...(port && { transferList: [port] }) },
        )) as Answer,
    )
  } catch (error) {
    if (stop.signal.reason instanceof Refusal) throw stop.signal.reason
    const { code } = Object(error) as { code?: string }
    throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : error
  } finally {
    channel?.port1.close()
    clearTimeout(timer)
    forget()
    gone?.removeEventListener('abort', leave)
    over.removeEventListener('abort', goodbye)
  }
}
