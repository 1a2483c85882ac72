import type { PairStatus } from './types.ts'
import { meaningOf, sameWords, type Tokenizer } from './words/index.ts'

/**
 * How the words of two clauses that answer each other differ. Their numbers are not asked: a clause that is only
 * renumbered says the same.
 */
export function statusOf(
  left: string,
  right: string,
  read: { left: Tokenizer; right: Tokenizer },
): Extract<PairStatus, 'identical' | 'cosmetic' | 'changed'> {
  if (left === right) return 'identical'
  return sameWords(meaningOf(read.left(left)), meaningOf(read.right(right))) ? 'cosmetic' : 'changed'
}
