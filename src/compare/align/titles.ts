import type { Answers } from './score.ts'
import type { Unit, Units } from './unit.ts'

/** Answers the name of the one agreement with the name of the other, whatever they are. Adds to `answers`. */
export function matchTitles({ left, right }: Units, answers: Answers): void {
  const [one, other] = [titleOf(left), titleOf(right)]
  if (!one || !other || answers.left[one.order]! >= 0 || answers.right[other.order]! >= 0) return
  answers.left[one.order] = other.order
  answers.right[other.order] = one.order
}

/** The first title of a text. */
function titleOf(units: readonly Unit[]): Unit | undefined {
  return units.find(({ clause }) => clause.kind === 'title')
}
