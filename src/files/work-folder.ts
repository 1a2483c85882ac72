import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endPrograms } from './programs.ts'
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts'

/**
 * A folder for the length of some work, which is gone afterwards with the programs that were begun in it: also where the
 * process is ended by a signal, and where the work is a task of a thread that is ended in the middle and clears away nothing.
 *
 * @param what it is for, in a word of its name
 */
export async function inWorkFolder<T>(what: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `clausebook-${what}-`))
  rememberUnfinished(folder)
  try {
    return await work(folder)
  } finally {
    // A thread that is ended runs for a moment yet: under another name, it notes no program here that nobody would look for.
    const gone = `${folder}-gone`
    rememberUnfinished(gone)
    await rename(folder, gone).catch(() => {})
    endPrograms(gone)
    endPrograms(folder)
    await rm(gone, { recursive: true, force: true, maxRetries: 3 })
    // A program that was just ended may have written into it a moment ago.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    for (const one of [gone, folder]) forgetUnfinished(one)
  }
}

/** Has all that this thread keeps for a while stand in a folder, which whoever ends the thread clears away. */
export function workWithin(folder: string): void {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
}
