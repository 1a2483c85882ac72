import { readFile } from 'node:fs/promises'
import { Problem } from '../../problem.ts'

export { isWordName as isWordFile } from '../../markup/word-name.ts'

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

/** Does something with a file, and says which it is where that goes wrong. */
export function aboutFile<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Problem) || error.place.file !== undefined) throw error
    throw new Problem(error.rule, error.message, { ...error.place, file })
  }
}
