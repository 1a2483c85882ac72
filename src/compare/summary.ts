import type { Pair, Summary } from './types.ts'

/** How many pairs have each status, and how many are moved. */
export function summaryOf(pairs: readonly Pair[]): Summary {
  const summary = { identical: 0, cosmetic: 0, changed: 0, added: 0, removed: 0, moved: 0 }
  for (const { status, moved } of pairs) {
    summary[status] += 1
    if (moved) summary.moved += 1
  }
  return summary
}

/** The same for each text that was compared; a text of which no pair is left counts none. */
export function summariesOf(
  pairs: readonly Pair[],
  documents: Iterable<Pair['document']> = new Set(pairs.map(({ document }) => document)),
): Partial<Record<Pair['document'], Summary>> {
  return Object.fromEntries(
    [...documents].map((document) => [
      document,
      summaryOf(pairs.filter((pair) => pair.document === document)),
    ]),
  )
}
