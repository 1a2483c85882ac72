import { rmSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { endPrograms } from './programs.ts'

const unfinished = new Set<string>()
let watching = false
let othersEnd = false

/** Sees to it that a file or folder that is being written goes when the process ends, by a signal or by itself. */
export function rememberUnfinished(path: string): void {
  unfinished.add(path)
  if (watching) return
  watching = true
  process.on('exit', removeUnfinished)
  // Signals are for the process: a thread hears of none.
  if (!isMainThread) return
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(signal))
  // With somebody listening, a file that grows too large fails to be written instead of ending the process.
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => {})
}

/** The file is whole, or gone. */
export function forgetUnfinished(path: string): void {
  unfinished.delete(path)
}

/** Somebody else ends the process after a signal, as a server does that lets its requests end first. */
export function leaveSignalsToOthers(): void {
  othersEnd = true
}

function removeUnfinished(): void {
  for (const path of unfinished) {
    endPrograms(path)
    rmSync(path, { force: true, recursive: true, maxRetries: 3 })
  }
  unfinished.clear()
}

function end(signal: NodeJS.Signals): void {
  // What is being written may yet become whole.
  if (othersEnd) return
  removeUnfinished()
  // With the handler gone, the signal ends the process as it does for every other program.
  process.kill(process.pid, signal)
}
