import { longestRising } from '../../compare/index.ts'
import { likeness } from '../../texts/nearness.ts'

/** A paragraph as it is aligned: one text, or several that it may be known by. */
export type Known = readonly (readonly string[])[]

/** How like two paragraphs must be to be taken for one, where they stand in the same place, and anywhere. */
const [NEAR, ANYWHERE] = [0.5, 0.75]
/** Fewer words than these are not sought elsewhere: a heading of one word stands in many places. */
const FEW = 4

/**
 * Pairs paragraphs of two files: those whose words stand once in each first, then between them those that are most alike,
 * then what is left wherever it stands.
 *
 * @param fixed pairs that are known already
 * @returns for each of the left its right one, or undefined
 */
export function alignParagraphs(
  left: readonly Known[],
  right: readonly Known[],
  fixed: ReadonlyMap<number, number> = new Map(),
): (number | undefined)[] {
  const pairs = new Map(fixed)
  const taken = new Set(pairs.values())
  const pair = (one: number, other: number) => {
    pairs.set(one, other)
    taken.add(other)
  }
  const same = sameOnce(left, right, pairs, taken)
  for (const [one, other] of same) pair(one, other)
  for (const [from, to] of gaps(left.length, right.length, rising(pairs)))
    for (const [one, other] of alikeInOrder(left, right, from, to, pairs, taken)) pair(one, other)
  const rest = left.flatMap((known, at) => (pairs.has(at) || mostWords(known) < FEW ? [] : [at]))
  const ranked = rest
    .flatMap((one) =>
      right.flatMap((known, other) => {
        if (taken.has(other) || mostWords(known) < FEW) return []
        const like = likest(left[one]!, known)
        return like >= ANYWHERE ? [{ one, other, like }] : []
      }),
    )
    .sort((a, b) => b.like - a.like || a.one - b.one || a.other - b.other)
  for (const { one, other } of ranked) if (!pairs.has(one) && !taken.has(other)) pair(one, other)
  return left.map((_, at) => pairs.get(at))
}

export function likest(left: Known, right: Known): number {
  return Math.max(0, ...left.flatMap((one) => right.map((other) => likeness(one, other))))
}

function mostWords(known: Known): number {
  return Math.max(0, ...known.map(({ length }) => length))
}

/** Paragraphs whose words stand once on either side: others may be of any place. */
function sameOnce(
  left: readonly Known[],
  right: readonly Known[],
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): [number, number][] {
  const places = (all: readonly Known[], skip: (at: number) => boolean) => {
    const found = new Map<string, number[]>()
    all.forEach((known, at) => {
      if (skip(at)) return
      for (const key of new Set(known.map((words) => words.join(' ')))) {
        if (key !== '') found.set(key, [...(found.get(key) ?? []), at])
      }
    })
    return found
  }
  const [ours, theirs] = [places(left, (at) => pairs.has(at)), places(right, (at) => taken.has(at))]
  const found = new Map<number, number>()
  const used = new Set<number>()
  for (const [key, own] of ours) {
    const others = theirs.get(key) ?? []
    const [one, other] = [own[0]!, others[0]]
    if (own.length > 1 || others.length > 1 || other === undefined || used.has(other)) continue
    found.set(one, other)
    used.add(other)
  }
  return [...found]
}

/** The longest run of pairs that keep their order. */
function rising(pairs: ReadonlyMap<number, number>): [number, number][] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0])
  return longestRising(sorted.map(([, other]) => other)).map((at) => sorted[at]!)
}

/** What stands between pairs, on both sides. */
function gaps(
  leftLength: number,
  rightLength: number,
  anchors: readonly [number, number][],
): [[number, number], [number, number]][] {
  const ends: [number, number][] = [[-1, -1], ...anchors, [leftLength, rightLength]]
  return ends.slice(1).map(([one, other], at): [[number, number], [number, number]] => {
    const [before, behind] = ends[at]!
    return [
      [before + 1, behind + 1],
      [one, other],
    ]
  })
}

/** The pairs between two anchors that are most alike together, in order. */
function alikeInOrder(
  left: readonly Known[],
  right: readonly Known[],
  [leftFrom, rightFrom]: [number, number],
  [leftTo, rightTo]: [number, number],
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): [number, number][] {
  const ours = range(leftFrom, leftTo).filter((at) => !pairs.has(at))
  const theirs = range(rightFrom, rightTo).filter((at) => !taken.has(at))
  if (ours.length === 0 || theirs.length === 0 || ours.length * theirs.length > 250_000) return []
  const best: number[][] = Array.from({ length: ours.length + 1 }, () => new Array(theirs.length + 1).fill(0))
  const like = ours.map((one) => theirs.map((other) => likest(left[one]!, right[other]!)))
  for (let i = ours.length - 1; i >= 0; i -= 1)
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      const own = like[i]![j]!
      const paired = own >= NEAR ? own + best[i + 1]![j + 1]! : -1
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!)
    }
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < ours.length && j < theirs.length; ) {
    const own = like[i]![j]!
    if (own >= NEAR && best[i]![j] === own + best[i + 1]![j + 1]!) {
      found.push([ours[i]!, theirs[j]!])
      i += 1
      j += 1
    } else if (best[i]![j] === best[i + 1]![j]!) i += 1
    else j += 1
  }
  return found
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}
