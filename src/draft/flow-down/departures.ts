import { figureWords, type Library, levelsDown } from '../../library/index.ts'
import { levelOfClause, type Matter } from '../../matter/index.ts'
import { type AddendumForm, type ChosenFlowDown, chooseFlowDowns, formOf } from './choose.ts'
import { currencyOf, figureValue } from './figures.ts'

/** Less in an addendum than the lowest level of a clause has, and who must approve that, as the library names them. */
export interface Departure {
  /** Id of the flow-down. */
  clause: string
  title: string
  approver: string
  /** `is left out by decision`, `has 120 hours as Incident Notice Period, where our lowest level has 72 hours`. */
  what: string
}

/**
 * What of an addendum somebody must approve before it goes out: a clause that there is occasion for and that the matter leaves out,
 * and a number that is looser than at any level of the clause.
 *
 * @param form by default what the matter asks for
 */
export function departures(
  matter: Matter,
  library: Library,
  form: AddendumForm = formOf(matter),
): Departure[] {
  const chosen = chooseFlowDowns(matter, library, form)
  const isOff = ({ flowDown }: ChosenFlowDown) => levelOfClause(matter, flowDown.id) === 'off'
  const occasion = chosen.some(isOff) ? inWithout(chosen.filter(isOff), matter, library, form) : new Set()
  return chosen.flatMap((one) => {
    const { id, title, approval: approver } = one.flowDown
    const whats = one.in ? looserFigures(one, matter) : []
    if (occasion.has(id)) whats.push('is left out by decision')
    return whats.map((what) => ({ clause: id, title, approver, what }))
  })
}

/** `Incidents is left out by decision: needs the approval of Chief information security officer` */
export function departureLine({ title, what, approver }: Departure): string {
  return `${title} ${what}: needs the approval of ${approver}`
}

/** Those of the clauses left out that would be in if the matter said nothing of them. */
function inWithout(
  off: readonly ChosenFlowDown[],
  matter: Matter,
  library: Library,
  form: AddendumForm,
): Set<string> {
  const positions = { ...matter.negotiation?.positions }
  for (const { flowDown } of off) delete positions[flowDown.id]
  const without = { ...matter, negotiation: { ...matter.negotiation, positions } }
  const left = new Set(off.map(({ flowDown }) => flowDown.id))
  return new Set(
    chooseFlowDowns(without, library, form).flatMap((one) =>
      one.in && left.has(one.flowDown.id) ? [one.flowDown.id] : [],
    ),
  )
}

function looserFigures({ flowDown, level }: ChosenFlowDown, matter: Matter): string[] {
  return Object.entries(flowDown.figures).flatMap(([key, figure]) => {
    const value = figureValue(flowDown, key, level, matter)
    const known = levelsDown.flatMap((one) => figure[one] ?? [])
    const lowest = figure.stricter === 'less' ? Math.max(...known) : Math.min(...known)
    const isLooser = value !== undefined && (figure.stricter === 'less' ? value > lowest : value < lowest)
    if (!isLooser) return []
    const words = (number: number) => figureWords(figure, number, currencyOf(matter))
    return [`has ${words(value)} as ${figure.term}, where our lowest level has ${words(lowest)}`]
  })
}
