import type { FlowDown, Level, Library } from '../../library/index.ts'
import { evaluate, levelOfClause, libraryOf, type Matter, type Outcome } from '../../matter/index.ts'
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
 * Whether an addendum has all clauses, or those alone that a master agreement cannot have; or whether its clauses go into
 * another's paper, with what they refer to as clauses beside them.
 */
export type AddendumForm = 'full' | 'terms' | 'inserted'

/** The form that a matter asks for: where it says what the master agreement has, the rest alone. */
export function formOf({ agreement }: Matter): AddendumForm {
  return (agreement?.covers ?? []).length > 0 ? 'terms' : 'full'
}

/** Why a form of Llama terms leaves a clause out; undefined where it has it. */
function coverOf({ coveredBy }: FlowDown, { agreement }: Matter): string | undefined {
  if (coveredBy === undefined) return undefined
  const subject = coveredBy.replaceAll('-', ' ')
  const covers = agreement?.covers
  if (covers === undefined)
    return `Left out of a form of Llama terms; whether the master agreement has ${subject} is not said.`
  return covers.includes(coveredBy) ? `The master agreement has ${subject}.` : undefined
}

/**
 * Which clauses a vendor's addendum has, and why. A clause whose condition hangs on a fact that nobody knows is in: it
 * can be struck out when the answer comes.
 *
 * @param form by default what the matter asks for
 * @returns every flow-down of the library in its order
 * @throws Problem where the models of the addendum are not known
 * @example
 * chooseFlowDowns(matter, library).filter((one) => one.in).map(({ flowDown }) => flowDown.id)
 */
export function chooseFlowDowns(
  matter: Matter,
  common: Library,
  form: AddendumForm = formOf(matter),
): ChosenFlowDown[] {
  const library = libraryOf(matter, common)
  const { licenses, situations } = addendumSituations(matter, library)
  const chosen = [...library.flowDowns.values()].map((flowDown): ChosenFlowDown & { open: boolean } => {
    const level = levelOfClause(matter, flowDown.id)
    if (level === 'off') {
      return {
        flowDown,
        in: false,
        level: 'preferred',
        licenses: [],
        open: false,
        why: 'Left out by decision in the matter.',
      }
    }
    const covered = form === 'terms' ? coverOf(flowDown, matter) : undefined
    if (covered !== undefined)
      return { flowDown, in: false, level: worded(flowDown, level), licenses: [], open: false, why: covered }
    const outcomes = situations.map((situation) => evaluate(flowDown.when, situation))
    return {
      flowDown,
      level: worded(flowDown, level),
      ...verdict(flowDown, outcomes),
      licenses: licenses.filter((_, at) => outcomes[at]!.holds !== false),
    }
  })
  const isIn = new Set(chosen.flatMap((one) => (one.in ? [one.flowDown.id] : [])))
  return chosen.map(({ open, ...one }) => {
    const beside = one.flowDown.untilKnownWith
    if (!open || beside === undefined || isIn.has(beside)) return one
    return { ...one, in: false, licenses: [], why: one.flowDown.because.out }
  })
}

function verdict({ because }: FlowDown, outcomes: Outcome[]): { in: boolean; open: boolean; why: string } {
  if (outcomes.some(({ holds }) => holds === true)) return { in: true, open: false, why: because.in }
  const open = outcomes.find(({ holds }) => holds === 'open')
  if (!open) return { in: false, open: false, why: because.out }
  const [asked] = open.questions
  return {
    in: true,
    open: true,
    why: `In until it is known: ${asked?.question ?? 'a fact that the matter does not give.'}`,
  }
}

/** The level asked for, or the nearest stronger one that has words. */
export function worded({ levels }: FlowDown, level: Level): Level {
  const order: Level[] = ['walk_away', 'fallback', 'preferred']
  return order.slice(order.indexOf(level)).find((one) => levels[one] !== undefined) ?? 'preferred'
}
