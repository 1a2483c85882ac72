import type { Answers } from './score.ts'
import type { Unit, Units } from './unit.ts'

/** A stretch longer than this is no place: what stands in it is told by its words alone. */
const longestStretch = 64

/** What nothing answers yet between the same two answers, on either side. */
export interface Stretch {
  ones: Unit[]
  others: Unit[]
}

/** The short stretches of two texts in which something is left over, in the order of the left text. */
export function stretchesOf({ left, right }: Units, answers: Answers): Stretch[] {
  const stretches: Stretch[] = []
  for (let from = 0; from < left.length; from += 1) {
    if (answers.left[from]! >= 0) continue
    let end = from
    while (end < left.length && answers.left[end]! < 0) end += 1
    const after = from === 0 ? -1 : answers.left[from - 1]!
    const before = end === left.length ? right.length : answers.left[end]!
    if (end - from <= longestStretch && before - after - 1 <= longestStretch) {
      const others = right.slice(after + 1, Math.max(after + 1, before))
      stretches.push({
        ones: left.slice(from, end),
        others: others.filter(({ order }) => answers.right[order]! < 0),
      })
    }
    from = end
  }
  return stretches
}
