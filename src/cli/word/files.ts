import { readFile } from 'node:fs/promises'
import { Problem } from '../../problem.ts'

export { isWordName as isWordFile } from '../../markup/word-name.ts'
export { aboutFile } from '../../problem.ts'

/** @throws Problem where the file cannot be read */
export async function readWordFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : 'cannot be read'
    throw new Problem('word-file', `${reason}: name a Word file (.docx)`, { file })
  }
}
