import { readFile } from 'node:fs/promises'
import { Problem } from '../problem.ts'

/** @throws Problem where the file is not there or cannot be read */
export async function matterSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const reason = missing ? 'is not there: give the path of a matter file' : 'cannot be read as a file'
    throw new Problem('matter', reason, { file })
  }
}
