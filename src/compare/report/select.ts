import type { Comparison } from '../types.ts'
import { isChange } from './status.ts'

/** The comparison without the clauses that have no change; its counts still tell of all of them. */
export function changesOf(comparison: Comparison): Comparison {
  const places = new Map<number, number>()
  const pairs = comparison.pairs.filter((pair, at) => {
    if (!isChange(pair)) return false
    places.set(at, places.size)
    return true
  })
  const { knowledge } = comparison
  if (!knowledge) return { ...comparison, pairs }
  const topics = knowledge.topics.map((topic) => ({
    ...topic,
    pairs: topic.pairs.flatMap((at) => places.get(at) ?? []),
  }))
  return { ...comparison, pairs, knowledge: { ...knowledge, topics } }
}
