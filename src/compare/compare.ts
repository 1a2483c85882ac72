import type { Agreement } from '../agreement/index.ts'
import { align, unitsOf } from './align/index.ts'
import { bondsOf } from './bonds.ts'
import { pairOf } from './pair.ts'
import { inReadingOrder } from './reading-order.ts'
import type { Comparison, Pair, TextIdentity, TopicHints } from './types.ts'
import { tokenizer, vocabularyOf } from './words/index.ts'

/**
 * Compares two agreements clause by clause, without knowing either of them.
 *
 * Nothing is lost: every clause of both is in one pair (or in its parts, where it was split or merged), and its pieces
 * give both texts back to the letter. The same two agreements always give the same comparison.
 *
 * @param identities what is compared, for the reports
 * @param hints what is known of the clauses' topics: two that answer the same one are likelier to answer each other
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
  hints?: TopicHints,
): Comparison {
  const own = {
    left: vocabularyOf(left, [identities.left.title]),
    right: vocabularyOf(right, [identities.right.title]),
  }
  // A term that one text alone defines must be one word in both, or neither would be found in the other.
  const terms = [...new Set([...own.left.terms, ...own.right.terms])]
  const read = {
    left: tokenizer({ names: own.left.names, terms }),
    right: tokenizer({ names: own.right.names, terms }),
  }
  const units = unitsOf(left, right, read, hints)
  const bonds = bondsOf(units, align(units), read)
  const pairs = inReadingOrder(bonds).map((bond) => pairOf(bond, read))
  return { ...identities, summary: summaryOf(pairs), pairs }
}

function summaryOf(pairs: readonly Pair[]): Comparison['summary'] {
  const summary = { identical: 0, cosmetic: 0, changed: 0, added: 0, removed: 0, moved: 0 }
  for (const { status, moved } of pairs) {
    summary[status] += 1
    if (moved) summary.moved += 1
  }
  return summary
}
