import { closest } from 'fastest-levenshtein'
import {
  type FigureValue,
  type FlowDown,
  figureNames,
  type Library,
  levelNamed,
  type Position,
  withParts,
  withPositionFigures,
} from '../library/index.ts'
import { Problem } from '../problem.ts'
import { asFlowDown, asPosition, type OwnClause, ownClause, ownClauses } from './own-clauses.ts'
import type { Matter } from './schema/index.ts'

/** Libraries as matters have them, by the library and what the matter says; a batch has the same for one row after the other. */
const made = new WeakMap<Library, Map<string, Library>>()
/** What each of them was made for. */
const madeFor = new WeakMap<Library, string>()
const mostKept = 20

/**
 * The library as a matter has it: with its own clauses, and its own numbers in positions and flow-downs.
 *
 * @returns the library itself where the matter changes nothing
 * @throws Problem with the fact of a clause or a figure that is wrong
 */
export function libraryOf(matter: Matter, library: Library): Library {
  const { clauses = [], negotiation: { figures = [], currency } = {} } = matter
  if (clauses.length === 0 && figures.length === 0 && currency === undefined) return library
  const key = JSON.stringify([clauses, figures, currency])
  if (madeFor.get(library) === key) return library
  const known = made.get(library) ?? new Map<string, Library>()
  made.set(library, known)
  const own = known.get(key) ?? withClauses(withFigures(library, matter), matter)
  if (known.size >= mostKept) known.delete(known.keys().next().value!)
  known.set(key, own)
  if (own !== library) madeFor.set(own, key)
  return own
}

/** What is wrong with the clauses and the numbers that a matter has of its own, each with its fact. */
export function wrongOwnParts({ clauses = [], negotiation = {} }: Matter, library: Library): Problem[] {
  const parts = [
    ...(negotiation.figures ?? []).map((_, at) => () => figureOfMatter(negotiation, at, library)),
    () => requireCurrency(negotiation),
    ...clauses.map((_, at) => () => asPart(ownClause(clauses, at), at, library)),
  ]
  return parts.flatMap((read) => {
    try {
      read()
      return []
    } catch (error) {
      if (error instanceof Problem) return [error]
      throw error
    }
  })
}

/** A clause where the library has such: a letter's has no place there. */
function asPart(clause: OwnClause, at: number, library: Library): FlowDown | Position | undefined {
  if (clause.paper === 'addendum') return asFlowDown(clause, at, library)
  return clause.paper === 'license' ? asPosition(clause, at, library) : undefined
}

function withClauses(library: Library, matter: Matter): Library {
  const own = ownClauses(matter)
  const flowDowns = own.flatMap((clause, at) =>
    clause.paper === 'addendum' ? [asFlowDown(clause, at, library)] : [],
  )
  const positions = own.flatMap((clause, at) =>
    clause.paper === 'license' ? [asPosition(clause, at, library)] : [],
  )
  if (flowDowns.length === 0 && positions.length === 0) return library
  return withParts(library, {
    flowDowns: inOrder([...library.flowDowns.values(), ...flowDowns]),
    positions: new Map([...library.positions, ...positions.map((one) => [one.id, one] as const)]),
  })
}

function inOrder(flowDowns: FlowDown[]): Map<string, FlowDown> {
  return new Map(flowDowns.sort((a, b) => a.order - b.order).map((one) => [one.id, one]))
}

function withFigures(library: Library, { negotiation = {} }: Matter): Library {
  const values = (negotiation.figures ?? []).map((_, at) => figureOfMatter(negotiation, at, library))
  requireCurrency(negotiation)
  return withPositionFigures(library, values)
}

function requireCurrency({ currency }: NonNullable<Matter['negotiation']>): void {
  if (currency !== undefined && currency !== 'unknown' && !/^[A-Z]{3}$/.test(currency))
    throw new Problem(
      'figure',
      `matter.negotiation.currency: expected three capital letters such as EUR, got “${currency}”`,
      { fact: 'negotiation.currency' },
    )
}

/** A number that a matter gives: `termination-cure.cure` at every level, `termination-cure.cure.fallback` at one. */
function figureOfMatter(
  { figures = [] }: NonNullable<Matter['negotiation']>,
  at: number,
  library: Library,
): FigureValue {
  const { figure = '', is } = figures[at]!
  const all = figureNames(library)
  const found = figureNamed(figure, all)
  if (!found) {
    const fact = `negotiation.figures[${at}].figure`
    const near = figure === '' || all.length === 0 ? '' : `: did you mean ${closest(figure, all)}?`
    throw new Problem('figure', `matter.${fact}: no clause has the figure “${figure}”${near}`, { fact })
  }
  if (is === undefined || is === 0) {
    const fact = `negotiation.figures[${at}].is`
    const reason = `${figure} has no number: give one from 1, or leave the figure out for that of the level`
    throw new Problem('figure', `matter.${fact}: ${reason}`, { fact })
  }
  return { ...found, value: is }
}

/** The clause, figure and level that a name is of, where there is one. */
export function figureNamed(name: string, all: readonly string[]): Omit<FigureValue, 'value'> | undefined {
  const parts = name.split('.')
  const level = all.includes(name) ? undefined : levelNamed(parts.at(-1)!)
  const known = level ? parts.slice(0, -1) : parts
  if (!all.includes(known.join('.'))) return undefined
  return { clause: known.slice(0, -1).join('.'), key: known.at(-1)!, ...(level && { level }) }
}
