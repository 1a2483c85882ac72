import { rmSync } from 'node:fs'

const unfinished = new Set<string>()
let watching = false

/** Sees to it that Ctrl-C or a termination removes the file, which is being written. */
export function rememberUnfinished(file: string): void {
  unfinished.add(file)
  if (watching) return
  watching = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(signal))
}

/** The file is whole, or gone. */
export function forgetUnfinished(file: string): void {
  unfinished.delete(file)
}

function end(signal: NodeJS.Signals): void {
  for (const file of unfinished) rmSync(file, { force: true })
  // With the handler gone, the signal ends the process as it does for every other program.
  process.kill(process.pid, signal)
}
