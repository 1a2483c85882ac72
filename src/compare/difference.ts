import type { Pair, Piece } from './types.ts'
import { diffTokens, type OwnLines, sameForParties, sameVersions, type Tokenizer } from './word-diff.ts'

/** The lines in which two texts of the library speak of their own versions. */
export interface OwnLinesOfBoth {
  left: OwnLines
  right: OwnLines
}

/**
 * How the words of two clauses that answer each other differ, and where. Their numbers are not asked: a clause that
 * is only renumbered says the same.
 *
 * @param own between two texts of the library: what is their version's own
 * @param inOwnLine whether the clauses stand where a text speaks of its own version
 */
export function difference(
  left: string,
  right: string,
  read: { left: Tokenizer; right: Tokenizer },
  own?: OwnLinesOfBoth,
  inOwnLine = false,
): Pick<Pair, 'status' | 'pieces'> {
  if (left === right) return { status: 'identical', pieces: whole('equal', left) }
  const [from, to] = [read.left(left), read.right(right)]
  const [one, other] = [
    { text: left, tokens: from },
    { text: right, tokens: to },
  ]
  const pieces = diffTokens(one, other)
  const same =
    pieces.every(({ op, typography }) => op === 'equal' || typography) ||
    (own ? sameVersions(one, other, own, inOwnLine) : sameForParties(one, other))
  return { status: same ? 'cosmetic' : 'changed', pieces }
}

/** A text that is one piece, or none where it has no words. */
export function whole(op: Piece['op'], text: string): Piece[] {
  return text === '' ? [] : [{ op, text }]
}
