import { comparisonsOf } from './comparisons.ts'
import type { Condition } from './types.ts'

/** A path that a condition looks at, and what it compares it with. */
export interface Touched {
  /** `matter.exposure`; within `$elemMatch` the path of the list stands before it. */
  path: string
  literals: unknown[]
  /** It asks whether the fact is known: by `$exists` or by the word unknown. Then not knowing is an answer. */
  asksIfKnown: boolean
}

/**
 * The paths that a condition touches.
 *
 * @throws Problem `condition` where it is none
 */
export function touchedBy(condition: Condition): Touched[] {
  const touched = new Map<string, Touched>()
  for (const { path, operator, operand } of comparisonsOf(condition)) {
    const one = touched.get(path) ?? { path, literals: [], asksIfKnown: false }
    const literals = operator === '$exists' ? [] : [operand].flat()
    one.literals.push(...literals)
    one.asksIfKnown ||= operator === '$exists' || literals.includes('unknown')
    touched.set(path, one)
  }
  return [...touched.values()]
}
