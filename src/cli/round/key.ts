import { readFile } from 'node:fs/promises'
import { Problem } from '../../problem.ts'
import { isKey } from './kept.ts'

/** The key that is given with `--key`, itself or in a file. @throws Problem where it is none */
export async function keyGiven(given: string): Promise<string> {
  if (isKey(given)) return given
  const words = await readFile(given, 'utf8').catch(() => undefined)
  const key = words?.trim().toLowerCase()
  if (key !== undefined && isKey(key)) return key
  throw new Problem('key', '--key takes 64 hexadecimal digits, or a file that holds them on one line')
}
