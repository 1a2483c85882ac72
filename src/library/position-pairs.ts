import { definedTerms } from '../agreement/index.ts'
import type { Position, PositionPairs } from './types.ts'

/** How two positions stand to each other. */
export interface PairRelation {
  is: 'ordered' | 'excluded' | 'compatible'
  /** Why, one sentence. */
  because: string
  /** The row of the table that says so, where one does. */
  row?: PositionPairs['pairs'][number]
}

/** What is common to two positions, by which they have to be read together: `section 7`, `topic indemnity`. */
export function commonTo(one: Position, other: Position, terms: readonly string[]): string[] {
  const own = touchedBy(one, terms)
  return [...touchedBy(other, terms)].filter((touched) => own.has(touched)).sort()
}

/**
 * How two positions toward Meta stand to each other: by what their files say of each other, else by the first row of the
 * table that has both. Undefined where nobody read them together: they are compatible where nothing is common to them.
 *
 * @example relationOf(library.positions.get('policy-frozen')!, library.positions.get('policy-change-notice')!, library.positionPairs)
 */
export function relationOf(
  one: Position,
  other: Position,
  { pairs }: PositionPairs,
): PairRelation | undefined {
  const said = (list: 'excludes' | 'needs') =>
    one[list]?.find(({ position }) => position === other.id) ??
    other[list]?.find(({ position }) => position === one.id)
  const excluded = said('excludes')
  if (excluded) return { is: 'excluded', because: excluded.reason }
  const needed = said('needs')
  if (needed) return { is: 'ordered', because: needed.reason }
  const row = pairs.find(
    ({ between, and }) =>
      (between.includes(one.id) && (and ?? between).includes(other.id)) ||
      (between.includes(other.id) && (and ?? between).includes(one.id)),
  )
  return row && { is: row.is, because: row.because, row }
}

function touchedBy({ topic, positions }: Position, terms: readonly string[]): Set<string> {
  const touched = new Set([`topic ${topic}`])
  for (const level of Object.values(positions)) {
    for (const { section, text } of [level.edits, ...Object.values(level.editsFor)].flat()) {
      touched.add(`section ${section}`)
      for (const [, listed] of text.matchAll(/\bSections? ((?:\d[\w.]*(?:, | and )?)+)/gi))
        for (const [named] of listed!.matchAll(/\d+(?:\.\w+)*/g)) touched.add(`section ${named}`)
      for (const term of [...definedTerms(text), ...terms])
        if (text.toLowerCase().includes(term.toLowerCase())) touched.add(`term ${term}`)
    }
  }
  return touched
}
