import { diffArrays } from 'diff'
import { longestRising } from '../longest-rising.ts'

/** Places of two equal tokens. */
export type Match = readonly [left: number, right: number]

/** Beyond this many differing tokens the search would take too long for what it would find. */
const mostEdits = 1500
/** Longer stretches are first cut at words that both have once. */
const longStretch = 400

/**
 * Tokens that stay, in order: what both have at the start and the end, then, in a long stretch, words that both have
 * once (patience diff), and a shortest edit script between these.
 */
export function matchTokens(left: readonly string[], right: readonly string[]): Match[] {
  const matches: Match[] = []
  stretch(left, right, 0, left.length, 0, right.length, matches)
  return matches
}

function stretch(
  left: readonly string[],
  right: readonly string[],
  from: number,
  end: number,
  start: number,
  stop: number,
  matches: Match[],
): void {
  while (from < end && start < stop && left[from] === right[start]) {
    matches.push([from, start])
    from += 1
    start += 1
  }
  const tail: Match[] = []
  while (from < end && start < stop && left[end - 1] === right[stop - 1]) {
    end -= 1
    stop -= 1
    tail.push([end, stop])
  }
  if (from < end && start < stop) {
    const anchors =
      end - from + stop - start > longStretch ? anchorsOf(left, right, from, end, start, stop) : []
    if (anchors.length === 0) shortest(left, right, from, end, start, stop, matches)
    else {
      for (const [at, to] of anchors) {
        stretch(left, right, from, at, start, to, matches)
        matches.push([at, to])
        from = at + 1
        start = to + 1
      }
      stretch(left, right, from, end, start, stop, matches)
    }
  }
  for (let last = tail.pop(); last; last = tail.pop()) matches.push(last)
}

function shortest(
  left: readonly string[],
  right: readonly string[],
  from: number,
  end: number,
  start: number,
  stop: number,
  matches: Match[],
): void {
  const changes = diffArrays(left.slice(from, end), right.slice(start, stop), { maxEditLength: mostEdits })
  let [at, to] = [from, start]
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) for (let next = 0; next < count; next += 1) matches.push([at + next, to + next])
    if (!added) at += count
    if (!removed) to += count
  }
}

/** Words that each side has once in the stretch, as many as stand in the same order. */
function anchorsOf(
  left: readonly string[],
  right: readonly string[],
  from: number,
  end: number,
  start: number,
  stop: number,
): Match[] {
  const once = onlyOnce(right, start, stop)
  const shared = [...onlyOnce(left, from, end)].flatMap(([word, at]): Match[] => {
    const to = once.get(word)
    return to === undefined ? [] : [[at, to]]
  })
  return longestRising(shared.map(([, to]) => to)).map((at) => shared[at]!)
}

function onlyOnce(words: readonly string[], from: number, end: number): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (let at = from; at < end; at += 1) {
    const word = words[at]!
    if (places.has(word)) twice.add(word)
    places.set(word, at)
  }
  for (const word of twice) places.delete(word)
  return places
}
