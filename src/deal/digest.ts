import { createHash } from 'node:crypto'
import { folded } from './read/fold.ts'

/** First twelve hexadecimal digits of the SHA-256 of words. */
export function digestOf(words: string): string {
  return createHash('sha256').update(folded(words)).digest('hex').slice(0, 12)
}
