import { readFile } from 'node:fs/promises'
import { Problem } from '../problem.ts'

/** The words of a matter's file. @throws Problem where it is not there or cannot be read */
export function matterSource(file: string): Promise<string> {
  return givenText(file, 'matter', 'a matter file')
}

/**
 * The words of a file that somebody names.
 *
 * @param what it is to be, for whoever named one that is not there: `a matter file`
 * @throws Problem of the rule where it is not there or cannot be read
 */
export async function givenText(file: string, rule: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const reason = missing ? `is not there: give the path of ${what}` : 'cannot be read as a file'
    throw new Problem(rule, reason, { file })
  }
}
