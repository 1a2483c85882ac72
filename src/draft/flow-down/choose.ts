import type { FlowDown, Level, Library } from '../../library/index.ts'
import { evaluate, levelOf, type Matter, type Outcome } from '../../matter/index.ts'
import { addendumSituations } from './situations.ts'

/** A flow-down, and whether it is in an addendum. */
export interface ChosenFlowDown {
  flowDown: FlowDown
  in: boolean
  /** The level whose words are used. */
  level: Level
  /** Licenses of the addendum under which it is in, in their order. */
  licenses: string[]
  /** Said in the record. */
  why: string
}

/**
 * Which clauses a vendor's addendum has, and why. A clause whose condition hangs on a fact that nobody knows is in: it
 * can be struck out when the answer comes.
 *
 * @returns every flow-down of the library in its order
 * @throws Problem where the models of the addendum are not known
 * @example
 * chooseFlowDowns(matter, library).filter((one) => one.in).map(({ flowDown }) => flowDown.id)
 */
export function chooseFlowDowns(matter: Matter, library: Library): ChosenFlowDown[] {
  const { licenses, situations } = addendumSituations(matter, library)
  return [...library.flowDowns.values()].map((flowDown) => {
    const level = levelOf(matter, flowDown.id)
    if (level === 'off') {
      return {
        flowDown,
        in: false,
        level: 'preferred',
        licenses: [],
        why: 'Left out by decision in the matter.',
      }
    }
    const outcomes = situations.map((situation) => evaluate(flowDown.when, situation))
    return {
      flowDown,
      level: worded(flowDown, level),
      ...verdict(flowDown, outcomes),
      licenses: licenses.filter((_, at) => outcomes[at]!.holds !== false),
    }
  })
}

function verdict({ because }: FlowDown, outcomes: Outcome[]): { in: boolean; why: string } {
  if (outcomes.some(({ holds }) => holds === true)) return { in: true, why: because.in }
  const open = outcomes.find(({ holds }) => holds === 'open')
  if (!open) return { in: false, why: because.out }
  const [asked] = open.questions
  return {
    in: true,
    why: `In until it is known: ${asked?.question ?? 'a fact that the matter does not give.'}`,
  }
}

/** The level asked for, or the nearest stronger one that has words. */
export function worded({ levels }: FlowDown, level: Level): Level {
  const order: Level[] = ['walk_away', 'fallback', 'preferred']
  return order.slice(order.indexOf(level)).find((one) => levels[one] !== undefined) ?? 'preferred'
}
