import { longestRising } from '../../compare/index.ts'

/** What stands at a place of the old and of the new; one side alone where it came or went. */
export interface Aligned<T> {
  was?: T
  is?: T
}

/**
 * Two lists side by side in their order: what has the same key stands together, and between such, one by one, what has none
 * alike.
 *
 * @param key by which two are the same
 * @param pairUp whether what lies between is taken for changed, or else for gone and come
 */
export function align<T>(
  was: readonly T[],
  is: readonly T[],
  key: (item: T) => string,
  pairUp: boolean,
): Aligned<T>[] {
  const keys = was.map(key)
  const taken = new Set<number>()
  const matches = is.flatMap((item, at) => {
    const found = keys.findIndex((one, index) => one === key(item) && !taken.has(index))
    if (found < 0) return []
    taken.add(found)
    return [{ was: found, is: at }]
  })
  const kept = longestRising(matches.map((match) => match.was)).map((index) => matches[index]!)
  const aligned: Aligned<T>[] = []
  let [left, right] = [0, 0]
  for (const stop of [...kept, { was: was.length, is: is.length }]) {
    const [gone, come] = [was.slice(left, stop.was), is.slice(right, stop.is)]
    const both = pairUp ? Math.min(gone.length, come.length) : 0
    for (let at = 0; at < both; at += 1) aligned.push({ was: gone[at]!, is: come[at]! })
    aligned.push(...gone.slice(both).map((item) => ({ was: item })))
    aligned.push(...come.slice(both).map((item) => ({ is: item })))
    if (stop.was < was.length) aligned.push({ was: was[stop.was]!, is: is[stop.is]! })
    left = stop.was + 1
    right = stop.is + 1
  }
  return aligned
}
