import { type Library, topicOf } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { summariesOf, summaryOf } from '../summary.ts'
import type { Comparison, Pair, Selection } from '../types.ts'

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
  const wanted = wantedOf(library, topic, group)
  if (!wanted || !comparison.knowledge) return comparison
  const kept = comparison.pairs.flatMap((pair, at) =>
    pair.topics?.some(({ id }) => wanted.topics.has(id)) ? [at] : [],
  )
  const pairs = kept.map((at) => comparison.pairs[at]!)
  const topics = comparison.knowledge.topics
    .filter(({ id }) => wanted.topics.has(id))
    .map((one) => ({ ...one, pairs: one.pairs.map((at) => kept.indexOf(at)).filter((at) => at >= 0) }))
  const documents = Object.keys(comparison.summaryBy) as Pair['document'][]
  // A topic that a text of the library is known to leave unanswered is recognised too: its silence is known.
  const recognised =
    pairs.length > 0 || topics.some(({ left, right }) => left !== undefined && right !== undefined)
  return {
    ...comparison,
    pairs,
    summary: summaryOf(pairs),
    summaryBy: summariesOf(pairs, documents),
    knowledge: { ...comparison.knowledge, topics },
    selection: { kind: wanted.kind, id: wanted.id, title: wanted.title, recognised },
  }
}

/** What is asked for, and the topics that it has. */
type Wanted = Omit<Selection, 'recognised'> & { topics: ReadonlySet<string> }

function wantedOf(library: Library, topicId?: string, groupId?: string): Wanted | undefined {
  if (topicId !== undefined) {
    const { id, title } = topicOf(library, topicId)
    return { kind: 'topic', id, title, topics: new Set([id]) }
  }
  if (groupId === undefined) return undefined
  const group = library.groups.find(({ id }) => id === groupId)
  if (group) {
    const { id, title, topics } = group
    return { kind: 'group', id, title, topics: new Set(topics.map((topic) => topic.id)) }
  }
  throw new Problem(
    'unknown-group',
    `there is no group ${groupId}: they are ${library.groups.map(({ id }) => id).join(', ')}`,
  )
}
