import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Problem } from '../../problem.ts'
import { type IncomingPaper, readIncoming } from '../../review/index.ts'

/**
 * Opens a paper of theirs: its body with its notes behind it.
 *
 * @throws Problem where it is not there or cannot be read
 */
export async function incomingPaper(file: string): Promise<IncomingPaper> {
  return { ...(await readIncoming(file, await bytesOf(file))), name: basename(file) }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Problem('file', missing ? 'is not there: name their paper' : 'cannot be read as a file', {
      file,
    })
  }
}
