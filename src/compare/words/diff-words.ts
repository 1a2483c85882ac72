import type { Piece } from '../types.ts'
import { matchTokens } from './match.ts'
import { piecesOf, type TokenText } from './pieces.ts'
import { changesOf } from './tidy.ts'
import { type Tokenizer, tokenizer } from './tokens.ts'

const plain = tokenizer()

/**
 * The words in which two texts differ, as a reader wants them: whole words, numbers and defined terms, and no change
 * parted from the next by fewer than three equal words. A word that differs in typography alone is deleted and
 * inserted, so that both texts come back to the letter, but it parts no equal words.
 *
 * @param read how the two texts are cut, where their agreements' version names and defined terms are known
 * @returns pieces in order: equal and deleted ones joined give `left`, equal and inserted ones `right`
 * @example
 * ```ts
 * diffWords('within 30 days of notice', 'within 60 days of notice')
 * // [{ op: 'equal', text: 'within ' }, { op: 'delete', text: '30' }, { op: 'insert', text: '60' },
 * //  { op: 'equal', text: ' days of notice' }]
 * ```
 */
export function diffWords(
  left: string,
  right: string,
  read: { left: Tokenizer; right: Tokenizer } = { left: plain, right: plain },
): Piece[] {
  if (left === right) return left === '' ? [] : [{ op: 'equal', text: left }]
  if (left === '') return [{ op: 'insert', text: right }]
  if (right === '') return [{ op: 'delete', text: left }]
  return diffTokens({ text: left, tokens: read.left(left) }, { text: right, tokens: read.right(right) })
}

/** The same for texts that are cut already. */
export function diffTokens(left: TokenText, right: TokenText): Piece[] {
  const matches = matchTokens(
    left.tokens.map(({ key }) => key),
    right.tokens.map(({ key }) => key),
  )
  return piecesOf(left, right, changesOf(left.tokens, right.tokens, matches))
}
