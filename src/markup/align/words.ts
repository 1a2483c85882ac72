import { matchTokens } from '../../compare/word-diff.ts'
import type { Token } from '../tokens/types.ts'
import type { Step } from './types.ts'

/** A place where tokens differ: half-open ranges on both sides. */
interface Change {
  left: [number, number]
  right: [number, number]
}

/**
 * The steps from the tokens of some paragraphs to those of others, of which the last ends answer each other. White space
 * follows the words beside it.
 */
export function stepsBetween(left: readonly Token[], right: readonly Token[]): Step[] {
  const [ours, theirs] = [solid(left), solid(right)]
  const pairs = matchTokens(
    ours.slice(0, -1).map((at) => left[at]!.key),
    theirs.slice(0, -1).map((at) => right[at]!.key),
  )
  const kept = withoutIslands(
    pairs.map(([one, other]) => [ours[one]!, theirs[other]!] as const),
    left,
    right,
  )
  const steps: Step[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...kept, [left.length - 1, right.length - 1] as const]) {
    between(left.slice(at, one), right.slice(to, other), steps)
    steps.push({ left: left[one]!, right: right[other]! })
    at = one + 1
    to = other + 1
  }
  return steps
}

function solid(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ kind }, at) => (kind === 'space' ? [] : [at]))
}

/** What differs between two tokens that stay; white space that both have at its edges stays too. */
function between(left: readonly Token[], right: readonly Token[], steps: Step[]): void {
  let [from, end] = [0, left.length]
  let stop = right.length
  const same = (one: Token | undefined, other: Token | undefined) =>
    one?.kind === 'space' && other?.kind === 'space' && one.key === other.key
  // Of two equal blanks around a new word the one stays that nobody had tracked as inserted.
  const slides =
    left.length === 1 &&
    right.length > 1 &&
    same(left[0], right.at(-1)) &&
    right[0]!.parts.some(({ by }) => by) &&
    !right.at(-1)!.parts.some(({ by }) => by)
  if (same(left[0], right[0]) && !slides) {
    steps.push({ left: left[0]!, right: right[0]! })
    from = 1
  }
  const tail: Step[] = []
  if (end > from && stop > from && same(left[end - 1], right[stop - 1])) {
    end -= 1
    stop -= 1
    tail.push({ left: left[end]!, right: right[stop]! })
  }
  for (const token of left.slice(from, end)) steps.push({ left: token })
  for (const token of right.slice(from, stop)) steps.push({ right: token })
  steps.push(...tail)
}

/** Pairs without those signs that stand alone between two changes: they help nobody to read. */
function withoutIslands(
  pairs: readonly (readonly [number, number])[],
  left: readonly Token[],
  right: readonly Token[],
): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = []
  let at = 0
  while (at < pairs.length) {
    let end = at + 1
    while (end < pairs.length && adjoin(pairs[end - 1]!, pairs[end]!, left, right)) end += 1
    const run = pairs.slice(at, end)
    const before = kept.at(-1) ?? ([-1, -1] as const)
    const after = pairs[end] ?? ([left.length - 1, right.length - 1] as const)
    const first: Change = { left: [before[0] + 1, run[0]![0]], right: [before[1] + 1, run[0]![1]] }
    const second: Change = { left: [run.at(-1)![0] + 1, after[0]], right: [run.at(-1)![1] + 1, after[1]] }
    if (!isIsland(run, left, first, second)) kept.push(...run)
    at = end
  }
  return kept
}

function adjoin(
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
  left: readonly Token[],
  right: readonly Token[],
): boolean {
  const bare = (tokens: readonly Token[], from: number, end: number) =>
    end - from <= 1 || (end - from === 2 && tokens[from + 1]!.kind === 'space')
  return bare(left, a, c) && bare(right, b, d)
}

function isIsland(
  run: readonly (readonly [number, number])[],
  left: readonly Token[],
  first: Change,
  second: Change,
): boolean {
  const changed = ({ left: a, right: b }: Change) => a[1] > a[0] && b[1] > b[0]
  if (!changed(first) || !changed(second)) return false
  return run.every(([at]) => {
    const { kind, key } = left[at]!
    return kind === 'word' && !/[\p{L}\p{N}]/u.test(key)
  })
}
