import { mkdtemp, rm } from 'node:fs/promises'
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
    endPrograms(folder)
    // A program that was just ended may have written into it a moment ago.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    forgetUnfinished(folder)
  }
}

/** Has all that this thread keeps for a while stand in a folder, which whoever ends the thread clears away. */
export function workWithin(folder: string): void {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
}
