import type { Library, License, TextKind } from '../../library/index.ts'
import type { Comparison, Pair, PairTopic, TopicComparison } from '../types.ts'
import { type Classifier, classifierOf } from './classifier.ts'
import { compareTopics, libraryText } from './topic-comparison.ts'

/**
 * Adds to a comparison what the clause library knows of it: the topics of every pair, and topic by topic which facts
 * changed and what that means. A text that the library does not know gets its topics by their wording.
 *
 * @returns the comparison as it was where the library knows neither text and recognises nothing in them
 */
export function addKnowledge(comparison: Comparison, library: Library): Comparison {
  const left = libraryText(library, comparison.left.id)
  const right = libraryText(library, comparison.right.id)
  const document = (left ?? right)?.document ?? 'agreement'
  const known = {
    left: left?.document === document ? left.license : undefined,
    right: right?.document === document ? right.license : undefined,
  }
  const classifier = known.left && known.right ? undefined : classifierOf(library, document)
  const pairs = comparison.pairs.map((pair): Pair => {
    const topics = topicsOf(pair, library, document, known, classifier)
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

function topicsOf(
  { left, right }: Pair,
  library: Library,
  document: TextKind,
  known: Record<'left' | 'right', License | undefined>,
  classifier: Classifier | undefined,
): PairTopic[] {
  const named = [
    ...(left && known.left ? topicsAt(library, known.left, document, left.path) : []),
    ...(right && known.right ? topicsAt(library, known.right, document, right.path) : []),
  ]
  if (named.length > 0) {
    return [...new Set(named)].map((id) => ({ id, title: library.topics.get(id)!.title }))
  }
  const unknown = (known.right ? undefined : right) ?? (known.left ? undefined : left)
  const guess = unknown && classifier?.(unknown)
  return guess
    ? [{ id: guess.topic, title: library.topics.get(guess.topic)!.title, confidence: guess.confidence }]
    : []
}

/** Topics that take a clause or an enumeration in it, in the library's order. */
export function topicsAt(library: Library, license: License, document: TextKind, path: string): string[] {
  return [...library.topics.keys()].filter((id) => {
    const term = library.terms.get(`${license.id}/${id}`)
    return (
      term?.document === document &&
      !term.absent &&
      term.sections.some(
        (section) =>
          section === path ||
          (section.startsWith(`${path}.`) &&
            /^[A-Z0-9]+$|^[ivx]+$/.test(section.slice(path.length + 1)) &&
            !term.sections.includes(path)),
      )
    )
  })
}
