import type { Pair, Piece } from './types.ts'
import { diffTokens, meaningOf, sameWords, type Tokenizer } from './words/index.ts'

/**
 * How the words of two clauses that answer each other differ, and where. Their numbers are not asked: a clause that
 * is only renumbered says the same.
 */
export function difference(
  left: string,
  right: string,
  read: { left: Tokenizer; right: Tokenizer },
): Pick<Pair, 'status' | 'pieces'> {
  if (left === right) return { status: 'identical', pieces: whole('equal', left) }
  const [from, to] = [read.left(left), read.right(right)]
  return {
    status: sameWords(meaningOf(from), meaningOf(to)) ? 'cosmetic' : 'changed',
    pieces: diffTokens({ text: left, tokens: from }, { text: right, tokens: to }),
  }
}

/** A text that is one piece, or none where it has no words. */
export function whole(op: Piece['op'], text: string): Piece[] {
  return text === '' ? [] : [{ op, text }]
}
