import { type Level, levelsDown } from '../library/index.ts'
import { isNumberWord } from './number-words.ts'
import type { Piece } from './types.ts'

/** What the evidence of the library says of words that were changed. */
export interface Told {
  verdict: string
  because: string
}

/** Words that come and go without changing what is promised. */
const idle = new Set(['the', 'a', 'an', 'such', 'said', 'hereby', 'shall', 'will', 'does', 'do', 'of'])

/**
 * What to tell of our own words in which something was changed. Evidence knows words by what it looks for and passes over the
 * rest, but the rest is what they changed: a person reads the difference, but where a number alone leads to a lower level, or most
 * words are theirs and give less than ours did.
 *
 * @param pieces their words against ours
 * @param sent the level at which ours were sent; undefined where they are at none
 */
export function toldOfChange(
  told: Told,
  { pieces, sent }: { pieces: readonly Piece[]; sent: Level | undefined },
): Told {
  const level = levelsDown.find((one) => one === told.verdict)
  if (level === undefined) return told
  const [kept, gone, come] = (['equal', 'delete', 'insert'] as const).map((op) => wordsIn(pieces, op)) as [
    string[],
    string[],
    string[],
  ]
  const changed = [...gone, ...come]
  if (changed.length === 0) return told
  const isLess = sent !== undefined && levelsDown.indexOf(level) > levelsDown.indexOf(sent)
  if (isLess && (changed.every(isNumberWord) || kept.length < come.length)) return told
  const said = [...listed('struck', gone), ...listed('put in', come)].join('; ')
  return { verdict: 'unclear', because: `What they changed decides, which a person reads: ${said}.` }
}

function wordsIn(pieces: readonly Piece[], op: Piece['op']): string[] {
  return pieces
    .filter((piece) => piece.op === op)
    .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}%$€£]+/gu) ?? [])
    .filter((word) => !idle.has(word))
}

function listed(what: string, words: readonly string[]): string[] {
  if (words.length === 0) return []
  const some = words.length > 12 ? [...words.slice(0, 12), '…'] : words
  return [`${what} “${some.join(' ')}”`]
}
