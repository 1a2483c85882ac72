import type { Library } from '../../library/index.ts'
import type { Comparison, Pair, PairTopic, TopicComparison, TopicHints } from '../types.ts'
import { topicsOfTexts } from './hints.ts'
import { compareTopics, libraryText } from './topic-comparison.ts'

/**
 * Adds to a comparison what the clause library knows of it: the topics of every pair, and topic by topic which facts
 * changed and what that means. A text that the library does not know gets its topics by their wording.
 *
 * @param hints the topics of both texts' clauses, where they were asked for already
 * @returns the comparison as it was where the library knows neither text and recognises nothing in them
 */
export function addKnowledge(
  comparison: Comparison,
  library: Library,
  hints = topicsOfTexts(library, comparison.left.id, comparison.right.id).told,
): Comparison {
  const left = libraryText(library, comparison.left.id)
  const right = libraryText(library, comparison.right.id)
  const document = (left ?? right)?.document ?? 'agreement'
  const known = {
    left: left?.document === document ? left.license : undefined,
    right: right?.document === document ? right.license : undefined,
  }
  const pairs = comparison.pairs.map((pair): Pair => {
    const topics = topicsOf(pair, library, hints)
    return topics.length === 0 ? pair : { ...pair, topics }
  })
  const halfKnown = (known.left === undefined) !== (known.right === undefined)
  const topics = compareTopics(library, document, known.left, known.right).map((topic) => {
    const at = pairs.flatMap((pair, place) => (pair.topics?.some(({ id }) => id === topic.id) ? [place] : []))
    const status = halfKnown && at.length > 0 ? statusOfPairs(at.map((place) => pairs[place]!)) : topic.status
    return { ...topic, status, pairs: at }
  })
  return { ...comparison, pairs, knowledge: { libraryDigest: library.digest, topics } }
}

/** The library's silence on a text that it does not know says nothing: there the clauses say what happened. */
function statusOfPairs(pairs: Pair[]): TopicComparison['status'] {
  if (pairs.every(({ status }) => status === 'identical' || status === 'cosmetic')) return 'same'
  if (pairs.every(({ left }) => left === undefined)) return 'added'
  return pairs.every(({ right }) => right === undefined) ? 'removed' : 'changed'
}

/** What the library knows of either clause; where it knows neither, what their wording tells. */
function topicsOf({ left, right }: Pair, library: Library, hints: TopicHints): PairTopic[] {
  const [one, other] = [left ? hints.left(left) : [], right ? hints.right(right) : []]
  const known = [...one, ...other].filter(({ confidence }) => confidence === undefined)
  const named = known.length > 0 ? known : other.length > 0 ? other : one
  return [...new Map(named.map((hint) => [hint.topic, hint])).values()].map(({ topic, confidence }) => ({
    id: topic,
    title: library.topics.get(topic)!.title,
    ...(confidence === undefined ? {} : { confidence }),
  }))
}
