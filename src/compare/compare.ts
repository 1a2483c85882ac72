import type { Agreement } from '../agreement/index.ts'
import type { TextKind } from '../library/types.ts'
import { align, type Places, unitsOf } from './align/index.ts'
import { bondsOf } from './bonds.ts'
import type { OwnLinesOfBoth } from './difference.ts'
import { pairOf } from './pair.ts'
import { inReadingOrder } from './reading-order.ts'
import { summariesOf, summaryOf } from './summary.ts'
import { folded } from './table/folded.ts'
import { pairsWithTables } from './table/pairs-with-tables.ts'
import type { Comparison, PairStory, TextIdentity, TopicHints } from './types.ts'
import { tokenizer, vocabularyOf } from './word-diff.ts'

export type { Places } from './align/index.ts'

/** What is known of two agreements before they are compared. */
export interface CompareOptions {
  /** Of the clauses' topics: two that answer the same one are likelier to answer each other. */
  hints?: TopicHints | undefined
  /** Which text of a license they are; an agreement unless said otherwise. */
  document?: TextKind
  /** Of two texts of the library: what is their version's own, and so cosmetic. */
  own?: OwnLinesOfBoth | undefined
  /** The part of it that they stand in; the body unless said otherwise. */
  story?: PairStory
  /** Where their clauses stand: what is alone at its place in both is one clause, whatever it says. */
  places?: Places | undefined
}

/**
 * Compares two agreements clause by clause, without knowing either of them.
 *
 * Nothing is lost: every clause of both is in one pair (or in its parts, where it was split or merged), and its pieces
 * give both texts back to the letter. The same two agreements always give the same comparison.
 *
 * @param identities what is compared, for the reports
 * @example
 * ```ts
 * const comparison = compare(parseAgreement(before), parseAgreement(after), {
 *   left: { id: 'before.md', title: 'Hosting terms', sha256 },
 *   right: { id: 'after.md', title: 'Hosting terms', sha256: other },
 * })
 * comparison.summary // { identical: 12, cosmetic: 1, changed: 3, added: 1, removed: 0, moved: 1 }
 * ```
 */
export function compare(
  left: Agreement,
  right: Agreement,
  identities: { left: TextIdentity; right: TextIdentity },
  { hints, own, document = 'agreement', story = { kind: 'body', name: '' }, places }: CompareOptions = {},
): Comparison {
  const vocabulary = {
    left: vocabularyOf(left, [identities.left.title]),
    right: vocabularyOf(right, [identities.right.title]),
  }
  // A term that one text alone defines must be one word in both, or neither would be found in the other.
  const terms = [...new Set([...vocabulary.left.terms, ...vocabulary.right.terms])]
  const read = {
    left: tokenizer({ names: vocabulary.left.names, terms }),
    right: tokenizer({ names: vocabulary.right.names, terms }),
  }
  const tables = { left: folded(left), right: folded(right) }
  const units = unitsOf(tables.left.agreement, tables.right.agreement, read, hints)
  const bonds = inReadingOrder(bondsOf(units, align(units, places), read))
  const found =
    tables.left.tables.size + tables.right.tables.size === 0
      ? bonds.map((bond) => pairOf(bond, read, own))
      : pairsWithTables(bonds, { left, right }, tables, read, own)
  const pairs = found.map((pair) => ({ document, story, ...pair }))
  return {
    ...identities,
    summary: summaryOf(pairs),
    summaryBy: summariesOf(pairs, [document]),
    pairs,
    unread: [],
    leftOut: [],
    alone: [],
    notes: [],
  }
}
