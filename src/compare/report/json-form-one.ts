import { summaryOf } from '../summary.ts'
import type { Comparison, Pair, PairSide, TextIdentity } from '../types.ts'

/**
 * The form of the JSON before there was a `schema` in it, for whoever reads that: one text a side, in which a use
 * policy and what could not be read have no place. Both are told in its notes.
 */
export function jsonFormOne(comparison: Comparison, notes: readonly string[]): object {
  const { left, right, text, knowledge, unread } = comparison
  const documents = Object.keys(comparison.summaryBy)
  const own = documents[0]
  const kept = comparison.pairs.flatMap((pair, at) => (pair.document === own ? [at] : []))
  const places = new Map(kept.map((at, place) => [at, place]))
  const pairs = kept.map((at) => comparison.pairs[at]!)
  const topics = (knowledge?.topics ?? [])
    .filter(({ document }) => document === own)
    .map(({ document: _, guess: __, meaning: ___, ...topic }) => ({
      ...topic,
      status: topic.status === 'unrecognised' ? 'silent' : topic.status,
      pairs: topic.pairs.flatMap((at) => places.get(at) ?? []),
    }))
  return {
    left: identity(left),
    right: identity(right),
    notes: [
      ...notes,
      ...(documents.length > 1
        ? [
            'This form of the file holds the agreements alone; the use policies are in the form of --schema 2.',
          ]
        : []),
      ...(unread.length > 0
        ? ['Parts of what was given could not be read: the form of --schema 2 names them.']
        : []),
    ],
    summary: comparison.summaryBy[own as Pair['document']] ?? summaryOf(pairs),
    ...(text && { text }),
    ...(knowledge && { knowledge: { libraryDigest: knowledge.libraryDigest, topics } }),
    pairs: pairs.map(({ left, right, status, moved, relation, topics, pieces }) => ({
      ...(left && { left: sideOf(left) }),
      ...(right && { right: sideOf(right) }),
      status,
      moved,
      ...(relation && { relation }),
      ...(topics && { topics: topics.map(({ side: _, ...topic }) => topic) }),
      pieces: pieces.map(({ op, text }) => ({ op, text })),
    })),
  }
}

function identity({ texts: _, ...text }: TextIdentity) {
  return text
}

function sideOf({ section, heading, text, path, kind, label, depth, order, part }: PairSide) {
  return { section, heading, text, path, kind, label, depth, order, ...(part && { part }) }
}
