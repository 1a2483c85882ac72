/** Places of two things that answer each other. */
export type Pair = readonly [left: number, right: number]

/** How things in order are paired. */
export interface Pairing<T> {
  /** Equal for things that are the same. */
  key(one: T): string
  /** Whether a thing says enough to be paired wherever it stands. */
  isLandmark(one: T): boolean
  /** What two are worth as a pair; 0 where they are none. */
  weigh(one: T, other: T): number
  /** Matches keys in order: the cheap way, where a stretch is too long for the good one. */
  match(left: readonly string[], right: readonly string[]): Pair[]
}

/** Most pairs that are weighed in a stretch between two landmarks. */
const MOST_WEIGHED = 250_000

/**
 * Pairs two sequences in order so that the pairs weigh most: what both have at the ends, landmarks that both have once,
 * and between these the best of all ways.
 */
export function pairInOrder<T>(left: readonly T[], right: readonly T[], pairing: Pairing<T>): Pair[] {
  const a = left.map(pairing.key)
  const b = right.map(pairing.key)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let tail = 0
  while (
    tail < a.length - start &&
    tail < b.length - start &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1
  const pairs: Pair[] = []
  for (let at = 0; at < start; at += 1) pairs.push([at, at])
  const [end, stop] = [a.length - tail, b.length - tail]
  let [at, to] = [start, start]
  const once = landmarks(left, right, a, b, start, end, stop, pairing)
  for (const [one, other] of [...once, [end, stop] as const]) {
    pairs.push(...stretch(left, right, a, b, [at, one], [to, other], pairing))
    if (one < end || other < stop) pairs.push([one, other])
    at = one + 1
    to = other + 1
  }
  for (let back = tail; back > 0; back -= 1) pairs.push([a.length - back, b.length - back])
  return pairs
}

function landmarks<T>(
  left: readonly T[],
  right: readonly T[],
  a: readonly string[],
  b: readonly string[],
  start: number,
  end: number,
  stop: number,
  { isLandmark, match }: Pairing<T>,
): Pair[] {
  const count = new Map<string, number>()
  for (const key of a) count.set(key, (count.get(key) ?? 0) + 1)
  const counted = new Map<string, number>()
  for (const key of b) counted.set(key, (counted.get(key) ?? 0) + 1)
  const once = (key: string) => count.get(key) === 1 && counted.get(key) === 1
  const pick = (all: readonly T[], keys: readonly string[], to: number) =>
    keys.map((_, at) => at).filter((at) => at >= start && at < to && once(keys[at]!) && isLandmark(all[at]!))
  const [ours, theirs] = [pick(left, a, end), pick(right, b, stop)]
  return match(
    ours.map((at) => a[at]!),
    theirs.map((at) => b[at]!),
  ).map(([one, other]) => [ours[one]!, theirs[other]!] as const)
}

function stretch<T>(
  left: readonly T[],
  right: readonly T[],
  a: readonly string[],
  b: readonly string[],
  [from, end]: Pair,
  [start, stop]: Pair,
  pairing: Pairing<T>,
): Pair[] {
  if (from >= end || start >= stop) return []
  if ((end - from) * (stop - start) <= MOST_WEIGHED)
    return heaviest(left, right, [from, end], [start, stop], pairing.weigh)
  const same = pairing.match(a.slice(from, end), b.slice(start, stop))
  const pairs: Pair[] = []
  let [at, to] = [from, start]
  for (const [one, other] of [
    ...same.map(([x, y]) => [x + from, y + start] as const),
    [end, stop] as const,
  ]) {
    if ((one - at) * (other - to) <= MOST_WEIGHED)
      pairs.push(...heaviest(left, right, [at, one], [to, other], pairing.weigh))
    if (one < end || other < stop) pairs.push([one, other])
    at = one + 1
    to = other + 1
  }
  return pairs
}

/** The heaviest pairing in order of two stretches (dynamic programming); at the same weight the later pair is left. */
export function heaviest<T>(
  left: readonly T[],
  right: readonly T[],
  [from, end]: Pair,
  [start, stop]: Pair,
  weigh: (one: T, other: T) => number,
): Pair[] {
  const [rows, columns] = [end - from, stop - start]
  if (rows <= 0 || columns <= 0) return []
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const weight = new Float64Array((rows + 1) * width)
  for (let one = rows - 1; one >= 0; one -= 1) {
    for (let other = columns - 1; other >= 0; other -= 1) {
      const at = one * width + other
      const worth = weigh(left[from + one]!, right[start + other]!)
      weight[at] = worth
      const paired = worth > 0 ? worth + best[at + width + 1]! : 0
      best[at] = Math.max(paired, best[at + width]!, best[at + 1]!)
    }
  }
  const pairs: Pair[] = []
  let [one, other] = [0, 0]
  while (one < rows && other < columns) {
    const at = one * width + other
    if (weight[at]! > 0 && best[at]! === weight[at]! + best[at + width + 1]!) {
      pairs.push([from + one, start + other])
      one += 1
      other += 1
    } else if (best[at]! === best[at + width]!) one += 1
    else other += 1
  }
  return pairs
}
