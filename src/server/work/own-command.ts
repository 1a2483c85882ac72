import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runOwnProgram } from '../../files/index.ts'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import { fromWhere } from '../../store/index.ts'
import type { HouseSettings } from '../houses.ts'
import { Refusal } from '../refusal.ts'
import { openTurns } from './turns.ts'
import type { Client } from './workshop.ts'

/** What a command of ours said. */
export interface Said {
  stdout: Buffer
  /** What it told beside, a line each, without our name. */
  told: string[]
}

/** Commands of ours, each in a process of its own that ends where nobody waits for it, or where it takes too long. */
export interface Commands {
  /**
   * @param args the command and its arguments, of which files are real paths
   * @throws Problem with its one line where it ends with 2, or a refusal where too many wait
   */
  run(args: readonly string[], client?: Client): Promise<Said>
}

/** The most that a command may answer, in bytes, and that its words may take of memory. */
const most = { bytes: 64_000_000, megabytes: 600 }
/** A process begins anew each time, and reads a deal of ours in half a minute where others work too. */
const leastTime = 120_000

/**
 * @param milliseconds that work may take
 * @param house where the houses are that commands read, and the database that they work on; without one they work on files alone
 */
export function openCommands(
  milliseconds: number,
  { house, houses, database }: HouseSettings & { database?: string | undefined } = {},
): Commands {
  const program = join(packageRoot(), 'dist', 'clausebook.js')
  const atOnce = Math.max(2, Math.min(3, availableParallelism()))
  const turns = openTurns({ atOnce, ofOneAtOnce: atOnce - 1, waiting: { ofOne: 4, ofAll: 32 } })
  const houseArgs = [
    ...(house === undefined ? [] : ['--house', house]),
    ...(houses === undefined ? [] : ['--houses', houses]),
  ]
  return {
    async run(args, { key, name, gone, tell } = { key: '' }) {
      const from = fromWhere()
      tell?.({ what: 'Waiting for its turn' })
      return turns.take(key, gone, () => {
        tell?.({ what: 'Reading the deal' })
        return ended(
          [`--max-old-space-size=${most.megabytes}`, program, ...houseArgs, ...args],
          Math.max(leastTime, milliseconds),
          { gone, env: { CLAUSEBOOK_DATABASE: database, CLAUSEBOOK_ACTOR: name, CLAUSEBOOK_FROM: from } },
        )
      })
    },
  }
}

async function ended(
  args: readonly string[],
  milliseconds: number,
  { gone, env }: { gone: AbortSignal | undefined; env: NodeJS.ProcessEnv },
): Promise<Said> {
  const stop = new AbortController()
  const seconds = Math.round(milliseconds / 1000)
  const timer = setTimeout(
    () =>
      stop.abort(
        new Refusal(
          503,
          'too-long',
          `this took longer than ${seconds} s and was ended: nothing was changed. Try it again in some minutes, when less is under way here`,
          { retryAfter: 60 },
        ),
      ),
    milliseconds,
  )
  const leave = () => stop.abort(new Refusal(499, 'gone', 'nobody waits for this any more'))
  gone?.addEventListener('abort', leave)
  try {
    const { status, stdout, told, tooLong } = await runOwnProgram(args, {
      most: most.bytes,
      env,
      signal: stop.signal,
    })
    stop.signal.throwIfAborted()
    if (tooLong) throw new Refusal(413, 'too-much', 'the answer is longer than 64 MB')
    if (status === 0 || status === 1) return { stdout, told }
    if (status === 2) throw new Problem('deal', told.at(-1) ?? 'the command was ended')
    throw new Error(`a command of ours ended with ${status}`)
  } finally {
    clearTimeout(timer)
    gone?.removeEventListener('abort', leave)
  }
}
