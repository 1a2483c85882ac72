import type { Answers } from './score.ts'
import type { Unit, Units } from './unit.ts'

/** Where a clause of each text stands, by its path: clauses at one place have the same word for it. */
export interface Places {
  /** The left text's word for where the clause with a path stands. */
  left: (path: string) => string
  /** The right text's. */
  right: (path: string) => string
}

/**
 * Answers a clause that is the only one left at its place by the only one left at the same place of the other text: a
 * header that says something else is that header, changed. Adds to `answers`.
 */
export function matchLone(units: Units, answers: Answers, places: Places): void {
  const lone = (side: 'left' | 'right') => onlyAt(units[side], answers[side], places[side])
  const others = lone('right')
  for (const [place, one] of lone('left')) {
    const other = others.get(place)
    if (one === null || !other || one.depth !== other.depth) continue
    answers.left[one.order] = other.order
    answers.right[other.order] = one.order
  }
}

/** The clause without an answer at each place; null where there are several. */
function onlyAt(
  units: readonly Unit[],
  answers: Int32Array,
  placeOf: (path: string) => string,
): Map<string, Unit | null> {
  const only = new Map<string, Unit | null>()
  for (const unit of units) {
    if (answers[unit.order]! >= 0) continue
    const place = placeOf(unit.clause.path)
    only.set(place, only.has(place) ? null : unit)
  }
  return only
}
