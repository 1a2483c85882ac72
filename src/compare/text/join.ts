import { summariesOf, summaryOf } from '../summary.ts'
import type { Comparison, Pair, PairSide } from '../types.ts'

/**
 * Comparisons of the parts of two sides as one: their pairs in one list, places and tables counted on, and what is
 * known of them together.
 *
 * @param parts in reading order; the first gives the identities
 */
export function joined(parts: readonly [Comparison, ...Comparison[]]): Comparison {
  const [first] = parts
  const next = { left: 0, right: 0, table: 0 }
  const pairs: Pair[] = []
  const topics = []
  for (const part of parts) {
    const from = pairs.length
    const shift = { ...next }
    for (const pair of part.pairs) {
      const left = pair.left && shifted(pair.left, shift.left)
      const right = pair.right && shifted(pair.right, shift.right)
      if (left) next.left = Math.max(next.left, left.order + 1)
      if (right) next.right = Math.max(next.right, right.order + 1)
      if (pair.cell) next.table = Math.max(next.table, shift.table + pair.cell.table + 1)
      pairs.push({
        ...pair,
        ...(left && { left }),
        ...(right && { right }),
        ...(pair.cell && { cell: { ...pair.cell, table: pair.cell.table + shift.table } }),
      })
    }
    for (const topic of part.knowledge?.topics ?? [])
      topics.push({ ...topic, pairs: topic.pairs.map((at) => at + from) })
  }
  const knowledge = parts.find((part) => part.knowledge)?.knowledge
  const documents = parts.flatMap(({ summaryBy }) => Object.keys(summaryBy) as Pair['document'][])
  return {
    ...first,
    summary: summaryOf(pairs),
    summaryBy: summariesOf(pairs, new Set(documents)),
    pairs,
    ...(knowledge && { knowledge: { ...knowledge, topics } }),
  }
}

function shifted(side: PairSide, by: number): PairSide {
  return by === 0 ? side : { ...side, order: side.order + by }
}
