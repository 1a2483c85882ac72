import type { Block } from '../tokens/types.ts'
import { endTracedBy } from '../trace.ts'
import type { Pair } from './pairs.ts'

/**
 * Pairs in which, of several equal blocks in a row, those stay that nobody had tracked as inserted: `a ¶ ¶ b` for `a ¶ b`
 * may be read with the first or the second as new, and the right file knows which.
 */
export function slideToTraces(pairs: readonly Pair[], right: readonly Block[]): Pair[] {
  const slid = [...pairs]
  const isTracked = (at: number) => endTracedBy(right[at]!.node) !== undefined
  const countIn = (from: number, end: number) => {
    let count = 0
    for (let at = from; at < end; at += 1) if (isTracked(at)) count += 1
    return count
  }
  for (let next = 1; next < slid.length; next += 1) {
    const [before, after] = [slid[next - 1]!, slid[next]!]
    const size = after[1] - before[1] - 1
    if (size === 0 || after[0] !== before[0] + 1) continue
    let [place, best, most] = [next, 0, countIn(before[1] + 1, after[1])]
    const start = before[1] + 1
    // Backwards: the block before the new ones is as the last of them, and so may change places with it.
    for (let by = 1; ; by += 1) {
      const pair = slid[next - by]
      if (!pair || pair[1] !== start - by || right[start - by]!.key !== right[start - by + size]!.key) break
      const count = countIn(start - by, start - by + size)
      if (count > most) [place, best, most] = [next - by, by, count]
    }
    for (let at = place; best > 0 && at < next; at += 1) slid[at] = [slid[at]![0], slid[at]![1] + size]
    if (best > 0) continue
    let ahead = 0
    for (let by = 0; ; by += 1) {
      const pair = slid[next + by]
      if (!pair || pair[1] !== start + size + by || pair[0] !== after[0] + by) break
      if (right[start + by]!.key !== right[start + size + by]!.key) break
      const count = countIn(start + by + 1, start + by + 1 + size)
      if (count > most) [ahead, most] = [by + 1, count]
    }
    for (let by = 0; by < ahead; by += 1) slid[next + by] = [slid[next + by]![0], start + by]
  }
  return slid
}
