import { type Library, topicOf } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { Comparison } from '../types.ts'

/**
 * A comparison with nothing but one topic, or one group of topics.
 *
 * @throws Problem where the library has no such topic or group
 */
export function selectTopics(
  comparison: Comparison,
  library: Library,
  { topic, group }: { topic?: string; group?: string },
): Comparison {
  const wanted = idsOf(library, topic, group)
  if (!wanted || !comparison.knowledge) return comparison
  const kept = comparison.pairs.flatMap((pair, at) =>
    pair.topics?.some(({ id }) => wanted.has(id)) ? [at] : [],
  )
  const pairs = kept.map((at) => comparison.pairs[at]!)
  const topics = comparison.knowledge.topics
    .filter(({ id }) => wanted.has(id))
    .map((one) => ({ ...one, pairs: one.pairs.map((at) => kept.indexOf(at)).filter((at) => at >= 0) }))
  const summary = { identical: 0, cosmetic: 0, changed: 0, added: 0, removed: 0, moved: 0 }
  for (const { status, moved } of pairs) {
    summary[status] += 1
    if (moved) summary.moved += 1
  }
  return { ...comparison, pairs, summary, knowledge: { ...comparison.knowledge, topics } }
}

function idsOf(library: Library, topic?: string, group?: string): Set<string> | undefined {
  if (topic !== undefined) return new Set([topicOf(library, topic).id])
  if (group === undefined) return undefined
  const found = library.groups.find(({ id }) => id === group)
  if (found) return new Set(found.topics.map(({ id }) => id))
  throw new Problem(
    'unknown-group',
    `there is no group ${group}: they are ${library.groups.map(({ id }) => id).join(', ')}`,
  )
}
