import type { Answers } from './score.ts'
import type { Unit, Units } from './unit.ts'

/**
 * Sections without words of their own are told by what stands below them: two that nothing else answers, and whose
 * clauses answer each other and nobody else's, answer each other. Adds to `answers`.
 */
export function matchParents({ left, right }: Units, answers: Answers): void {
  // From the lowest clauses up, so that a section's sections are known first.
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const to = answers.left[at]!
    if (to < 0) continue
    const [above, there] = [left[at]!.parent, right[to]!.parent]
    if (above < 0 || there < 0 || answers.left[above]! >= 0 || answers.right[there]! >= 0) continue
    const alike =
      left[above]!.clause.kind === right[there]!.clause.kind && left[above]!.depth === right[there]!.depth
    if (!alike) continue
    if (
      onlyBelow(left, above, answers.left, right, there) &&
      onlyBelow(right, there, answers.right, left, above)
    ) {
      answers.left[above] = there
      answers.right[there] = above
    }
  }
}

/** Whether all answers to what stands right below one clause stand below another. */
function onlyBelow(
  units: readonly Unit[],
  above: number,
  answers: Int32Array,
  others: readonly Unit[],
  there: number,
): boolean {
  for (let at = above + 1; at < units.length && units[at]!.depth > units[above]!.depth; at += 1) {
    const to = answers[at]!
    if (units[at]!.parent === above && to >= 0 && !isBelow(others, to, there)) return false
  }
  return true
}

function isBelow(units: readonly Unit[], at: number, above: number): boolean {
  let parent = units[at]!.parent
  while (parent > above) parent = units[parent]!.parent
  return parent === above
}
