import {
  type Absence,
  type Library,
  sectionWords,
  type Term,
  type Topic,
  withoutVersion,
} from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { summariesOf, summaryOf } from '../summary.ts'
import type { Comparison, Pair, PairSide } from '../types.ts'
import { diffWords } from '../word-diff.ts'
import { libraryIdentity } from './identity.ts'
import { addKnowledge } from './know.ts'
import { type LibraryText, libraryText } from './topic-comparison.ts'

/**
 * Compares what the library says in its own words of two licenses, topic by topic: for whoever has no official text.
 * Restatements of the same law share their words, so that what differs is what changed.
 *
 * @param leftId `llama-2`, `llama-2/use-policy`
 * @throws Problem where the library does not know one of them, or one is an agreement and the other a use policy
 */
export function compareRestated(library: Library, leftId: string, rightId: string): Comparison {
  const [left, right] = [knownText(library, leftId), knownText(library, rightId)]
  if (left.document !== right.document) {
    throw new Problem(
      'restated',
      `${leftId} is ${nameOf(left.document)} and ${rightId} ${nameOf(right.document)}: compare two of a kind`,
    )
  }
  const topics = library.groups
    .filter(({ document }) => document === left.document)
    .flatMap((group) => group.topics)
  const sides = { left: counter(), right: counter() }
  const shared = { document: left.document, story: { kind: 'body', name: '' }, moved: false } as const
  const pairs = topics.flatMap((topic): Pair[] => {
    const from = library.terms.get(`${left.license.id}/${topic.id}`)
    const to = library.terms.get(`${right.license.id}/${topic.id}`)
    const one = sideOf(library, topic, from, sides.left)
    const other = sideOf(library, topic, to, sides.right)
    if (one && other) {
      const same = withoutVersion(one.text, left.license) === withoutVersion(other.text, right.license)
      const status = one.text === other.text ? 'identical' : same ? 'cosmetic' : 'changed'
      return [{ ...shared, left: one, right: other, status, pieces: diffWords(one.text, other.text) }]
    }
    if (one) return [{ ...shared, left: one, status: 'removed', pieces: [{ op: 'delete', text: one.text }] }]
    return other
      ? [{ ...shared, right: other, status: 'added', pieces: [{ op: 'insert', text: other.text }] }]
      : []
  })
  const comparison: Comparison = {
    left: libraryIdentity(left, leftId),
    right: libraryIdentity(right, rightId),
    summary: summaryOf(pairs),
    summaryBy: summariesOf(pairs, [left.document]),
    pairs,
    unread: [],
    leftOut: [],
    alone: [],
    notes: [],
    text: 'restated',
  }
  return addKnowledge(comparison, library)
}

/** Said at the top of every report of restatements. */
export const restatedNote =
  'This compares restatements in our own words, not the official texts. For those, run clausebook texts fetch and compare again.'

function knownText(library: Library, id: string): LibraryText {
  const text = libraryText(library, id)
  if (text?.license.texts.some(({ kind }) => kind === text.document)) return text
  const known = [...library.licenses.keys()].join(', ')
  throw new Problem(
    'unknown-license',
    `the library has no restatement of ${id}: it knows ${known}, each with /use-policy where it has one`,
  )
}

const nameOf = (document: string) => (document === 'agreement' ? 'an agreement' : 'a use policy')

function counter(): () => number {
  let at = 0
  return () => at++
}

function sideOf(
  library: Library,
  topic: Topic,
  term: Term | Absence | undefined,
  next: () => number,
): PairSide | undefined {
  if (!term || term.absent) return undefined
  const text = term.restatement.replace(/\s+/g, ' ').trim()
  return {
    // The place of a restatement is its first section: that is where a reader looks.
    path: term.sections[0]!,
    section: sectionWords(library, term, term.sections),
    kind: 'section',
    label: '',
    heading: topic.title,
    text,
    depth: 0,
    order: next(),
  }
}
