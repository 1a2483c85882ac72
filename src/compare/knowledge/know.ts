import type { Library, TextKind } from '../../library/index.ts'
import type { Comparison, Pair, TopicComparison } from '../types.ts'
import { answered } from './half-known.ts'
import { topicsOfTexts } from './hints.ts'
import { type KnownSides, pairTopics } from './pair-topics.ts'
import { compareTopics, libraryText } from './topic-comparison.ts'

/**
 * Adds to a comparison what the clause library knows of it: the topics of every pair, and topic by topic which facts
 * changed and what that means. A text that the library does not know gets its topics by their wording, each with how
 * sure that is; of what it says nothing else is known.
 *
 * @param hints the topics of both texts' clauses, where they were asked for already
 */
export function addKnowledge(
  comparison: Comparison,
  library: Library,
  hints = topicsOfTexts(library, comparison.left.id, comparison.right.id).told,
): Comparison {
  const left = libraryText(library, comparison.left.id)
  const right = libraryText(library, comparison.right.id)
  const document = (left ?? right)?.document ?? 'agreement'
  const licenses = {
    left: left?.document === document ? left.license : undefined,
    right: right?.document === document ? right.license : undefined,
  }
  const known: KnownSides = { left: licenses.left !== undefined, right: licenses.right !== undefined }
  const pairs = comparison.pairs.map((pair): Pair => {
    const topics = pairTopics(pair, library, hints, known)
    return topics.length === 0 ? pair : { ...pair, topics }
  })
  const whole = pairs.every(({ status }) => status === 'identical')
  const other: TextKind = document === 'agreement' ? 'use-policy' : 'agreement'
  const topics = [
    ...compareTopics(library, document, licenses.left, licenses.right),
    // An agreement of another house may have the rules of a use policy in it.
    ...(known.left && known.right ? [] : compareTopics(library, other, undefined, undefined)),
  ].flatMap((topic): TopicComparison[] => {
    const at = pairs.flatMap((pair, place) => (pair.topics?.some(({ id }) => id === topic.id) ? [place] : []))
    if (at.length === 0 && topic.document !== document) return []
    return [
      {
        ...answered(
          topic,
          at.map((place) => pairs[place]!),
          known,
          whole,
        ),
        pairs: at,
      },
    ]
  })
  return { ...comparison, pairs, knowledge: { libraryDigest: library.digest, topics } }
}
