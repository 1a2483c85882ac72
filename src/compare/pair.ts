import type { Unit } from './align/index.ts'
import { difference, type OwnLinesOfBoth, whole } from './difference.ts'
import { sectionOf } from './section.ts'
import type { Pair, PairSide } from './types.ts'
import type { Tokenizer } from './word-diff.ts'

/** A clause, or a part of one. */
export interface Part {
  unit: Unit
  /** Offsets in the clause's text, and which part this is, where it is not the whole. */
  part?: { from: number; end: number; index: number; of: number }
}

/** Clauses or parts of clauses that answer each other, or one that stands alone. */
export interface Bond {
  left?: Part
  right?: Part
  moved: boolean
  relation?: 'split' | 'merged'
}

/** Where a text speaks of its own version: its title, its date line, what it calls itself and where that is kept. */
const ownKinds = new Set<PairSide['kind']>(['title', 'recital', 'definition'])

/** The pair of two clauses: what they say and where the words differ. */
export function pairOf(
  { left, right, moved, relation }: Bond,
  read: { left: Tokenizer; right: Tokenizer },
  own?: OwnLinesOfBoth,
): Omit<Pair, 'document' | 'story'> {
  const [one, other] = [left && sideOf(left), right && sideOf(right)]
  if (!one || !other) {
    return one
      ? { left: one, status: 'removed', moved, pieces: whole('delete', one.text) }
      : { right: other!, status: 'added', moved, pieces: whole('insert', other!.text) }
  }
  const { status, pieces } = difference(one.text, other.text, read, own, ownKinds.has(other.kind))
  return { left: one, right: other, status, moved, ...(relation && { relation }), pieces }
}

function sideOf({ unit: { clause, depth, order, within }, part }: Part): PairSide {
  return {
    path: clause.path,
    section: sectionOf(clause, within),
    kind: clause.kind,
    label: clause.label,
    heading: part && part.index > 0 ? '' : (clause.heading ?? ''),
    text: part ? clause.text.slice(part.from, part.end) : clause.text,
    depth,
    order,
    ...(part && { part: { index: part.index, of: part.of } }),
  }
}
