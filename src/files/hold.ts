import { readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../problem.ts'
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts'
import { writeWhole } from './write-whole.ts'

/** A folder that one process alone fills. */
export interface Held {
  /** Aborted where another took the folder over, because this process slept too long. */
  lost: AbortSignal
  release(): Promise<void>
}

/** A holder says every second that it lives, and more seldom on a busy machine; one of another machine is passed over after a minute. */
const [sign, stale] = [1000, 60_000]
/** One whose process is gone is passed over at once: the least that may be asked for. */
const gone = 2000
/** How long a second one waits before it says who holds the folder. */
const patience = 5000

/**
 * Keeps other processes of Clausebook from filling a folder at the same time. Waits some seconds for a holder that lives.
 *
 * @throws Problem where another process holds it: it says which, and since when
 */
export async function holdFolder(folder: string): Promise<Held> {
  // Few commands fill a folder: the others start without it.
  // Bundled, its names are those of its default export alone.
  const { default: lockfile } = await import('proper-lockfile')
  const lost = new AbortController()
  const told = join(folder, '.clausebook-holder')
  const until = Date.now() + patience
  for (;;) {
    try {
      const release = await lockfile.lock(folder, {
        lockfilePath: join(folder, '.clausebook-lock'),
        stale: (await isGone(told)) ? gone : stale,
        update: sign,
        onCompromised: () => lost.abort(),
      })
      const holder = `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`
      await writeWhole(told, `${holder}\n`)
      rememberUnfinished(told)
      return {
        lost: lost.signal,
        async release() {
          if (lost.signal.aborted) return forgetUnfinished(told)
          await rm(told, { force: true })
          forgetUnfinished(told)
          await release().catch(() => {})
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
      if (Date.now() > until) throw await heldBy(folder, told)
      await new Promise((done) => setTimeout(done, 250))
    }
  }
}

/** Whether the holder ran on this machine, and runs no more. */
async function isGone(told: string): Promise<boolean> {
  const [, pid, host] =
    /^process (\d+) on (\S+) since /.exec(await readFile(told, 'utf8').catch(() => '')) ?? []
  if (pid === undefined || host !== hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    // Somebody else's process may not be asked, and is there.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

async function heldBy(folder: string, told: string): Promise<Problem> {
  const holder = (await readFile(told, 'utf8').catch(() => 'another process')).trim()
  return new Problem('held', `is being filled by ${holder}: run this again when it is done`, { file: folder })
}
