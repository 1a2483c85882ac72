import type { Match } from './match.ts'
import type { Token } from './types.ts'

/** A place where words differ: half-open ranges of tokens on both sides, one of them perhaps empty. */
export interface Change {
  left: [from: number, end: number]
  right: [from: number, end: number]
}

/** Fewer equal words than these between two changes hinder a reader more than they help. */
const fewestEqual = 3
/** A comma that changes is read with the words beside it. */
const fewestBesidePunctuation = 4
const STOP_WORDS = new Set(
  'a an and any are as at be been by for from had has have he her his if in into is it its may no not of on or our shall she so such than that the their them then there these they this those to under was we were which who will with would you your'.split(
    ' ',
  ),
)

/** The changes between tokens that stay, as a reader wants them: without islands, each where a phrase starts. */
export function changesOf(
  left: readonly Token[],
  right: readonly Token[],
  matches: readonly Match[],
): Change[] {
  const changes: Change[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...matches, [left.length, right.length] as const]) {
    if (one > at || other > to) {
      const change: Change = { left: [at, one], right: [to, other] }
      const last = changes.at(-1)
      if (last && isIsland(left, last.left[1], at, fewestBetween(left, right, last, change))) {
        last.left[1] = one
        last.right[1] = other
      } else changes.push(change)
    }
    at = one + 1
    to = other + 1
  }
  return changes
}

/** Whether the equal tokens from one change to the next are too few, or say too little, to part them. */
function isIsland(tokens: readonly Token[], from: number, end: number, fewest: number): boolean {
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

function fewestBetween(left: readonly Token[], right: readonly Token[], ...changes: Change[]): number {
  return changes.some((change) => isPunctuation(left, change.left) && isPunctuation(right, change.right))
    ? fewestBesidePunctuation
    : fewestEqual
}

function isPunctuation(tokens: readonly Token[], [from, end]: Change['left']): boolean {
  for (let at = from; at < end; at += 1) if (tokens[at]!.kind !== 'punctuation') return false
  return true
}
