import type { Duty, Library } from '../../library/index.ts'
import { limitsHeld, rightIsTaken, takesRight } from '../assess/path.ts'
import type { Situation } from '../condition/types.ts'
import { type DutyFinding, dutyUnder } from './duty-under.ts'

/** What a duty comes to, where there may be no right under which to perform it. */
export interface DutyStanding {
  duty: Duty
  finding: DutyFinding
  /** Why no right is left; empty where there is one. */
  withoutRight: string[]
}

/**
 * What each duty that a license imposes comes to in a situation, and whether there is a right under which to perform it:
 * what is not granted, or has ended, asks for nothing.
 *
 * @example
 * dutiesUnder(situationOf(use.matter, 'llama-4', library), library).filter(({ withoutRight }) => withoutRight.length > 0)
 */
export function dutiesUnder(situation: Situation, library: Library): DutyStanding[] {
  const held = limitsHeld(situation, library, 'right')
  const withoutRight = rightIsTaken(held) ? held.filter(takesRight).map(({ limit }) => limit.says) : []
  return [...library.duties.values()].flatMap((duty) => {
    const finding = dutyUnder(duty, situation, library)
    return finding ? [{ duty, finding, withoutRight }] : []
  })
}
