import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const note = 'program.pid'

/**
 * Notes in a folder of work that a program was begun there, the first of a group of processes, for whoever ends the work.
 *
 * @throws where the folder is gone: then the program is ended at once
 */
export function noteProgram(folder: string, pid: number): void {
  try {
    writeFileSync(join(folder, note), String(pid), { mode: 0o600 })
  } catch (error) {
    endGroup(pid)
    throw error
  }
}

/** Ends the programs that were begun in a folder, or in one of its folders. */
export function endPrograms(folder: string): void {
  for (const one of [folder, ...foldersIn(folder)]) {
    const pid = Number(wordsOf(join(one, note)))
    if (pid > 1) endGroup(pid)
  }
}

/** Of the program all that it began is ended too: it may have another do the work. */
export function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
  } catch {
    return []
  }
}

function wordsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
