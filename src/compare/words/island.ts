import type { Change, Token } from './types.ts'

/** Fewer equal words than these between two changes hinder a reader more than they help. */
export const fewestEqual = 3
/** A comma that changes is read with the words beside it. */
const fewestBesidePunctuation = 4
const STOP_WORDS = new Set(
  'a an and any are as at be been by for from had has have he her his if in into is it its may no not of on or our shall she so such than that the their them then there these they this those to under was we were which who will with would you your'.split(
    ' ',
  ),
)

/** Whether the equal tokens from one change to the next are too few, or say too little, to part them. */
export function isIsland(tokens: readonly Token[], from: number, end: number, fewest: number): boolean {
  let words = 0
  let weight = 0
  for (let at = from; at < end; at += 1) {
    const { kind, key } = tokens[at]!
    if (kind === 'punctuation') continue
    words += kind === 'term' ? key.split(' ').length : 1
    if (kind !== 'word' || !STOP_WORDS.has(key)) weight += 1
  }
  return words < fewest || weight === 0
}

/** How many equal words it takes to part two changes. */
export function fewestBetween(left: readonly Token[], right: readonly Token[], ...changes: Change[]): number {
  return changes.some((change) => isPunctuation(left, change.left) && isPunctuation(right, change.right))
    ? fewestBesidePunctuation
    : fewestEqual
}

function isPunctuation(tokens: readonly Token[], [from, end]: Change['left']): boolean {
  for (let at = from; at < end; at += 1) if (tokens[at]!.kind !== 'punctuation') return false
  return true
}
