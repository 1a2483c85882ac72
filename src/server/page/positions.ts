import { documentOf } from '../../draft/index.ts'
import { type Level, type Library, type License, levelsDown, levelWords } from '../../library/index.ts'
import type { TakenPosition } from '../work/draft.ts'

/** A position, or a clause for a vendor, that can be taken at a level. */
export interface PositionView {
  id: string
  /** Name of its field in the form. */
  name: string
  title: string
  /** Of a clause, why it is there; what a position asks has a page. */
  why?: string
  /** Address of the page with what each level asks. */
  asks?: string
  /** At which level the document takes it, or that it is left out, and why: `preferred: Users of other products are counted`. */
  taken?: string
  leftOut?: boolean
  chosen: { value: string; name: string; chosen: boolean }[]
}

/**
 * What may be chosen for a document: the positions on the licenses in use, or the clauses of an addendum.
 *
 * @param taken levels that the matter gives, by id
 * @param proposed what the document takes, which comes first, and clauses that it leaves out
 * @param house whose layer the library has
 */
export function positionViews(
  library: Library,
  document: string,
  licenses: License[],
  taken: Record<string, unknown>,
  proposed: readonly TakenPosition[] = [],
  house?: string,
): PositionView[] {
  // Of a position that several licenses have the reason of the first is told.
  const found = new Map(proposed.toReversed().map((one) => [one.id, one]))
  const takenFirst = (views: PositionView[]) => [
    ...views.filter(({ id }) => found.get(id)?.level !== undefined),
    ...views.filter(({ id }) => found.get(id)?.level === undefined),
  ]
  if (documentOf(document).forms) {
    const views = [...library.flowDowns.values()].map(({ id, title, why, levels }) => ({
      id,
      name: `negotiation.positions{${id}}`,
      title,
      why,
      ...takenWords(found.get(id)),
      chosen: choices(taken[id], (level) => levels[level] !== undefined),
    }))
    return takenFirst(views)
  }
  if (!documentOf(document).negotiates) return []
  const views = [...library.positions.values()]
    .filter(
      ({ counterparty, appliesTo }) =>
        counterparty === 'meta' && licenses.some(({ id }) => appliesTo.includes(id)),
    )
    .map(({ id, title, appliesTo, positions }) => ({
      id,
      name: `negotiation.positions{${id}}`,
      title,
      ...takenWords(found.get(id)),
      chosen: choices(taken[id], (level) => positions[level] !== undefined),
      asks: addressOfPosition(id, licenses.find((license) => appliesTo.includes(license.id))?.id, house),
    }))
  return takenFirst(views)
}

function takenWords(proposed: TakenPosition | undefined): Pick<PositionView, 'taken' | 'leftOut'> {
  if (!proposed) return {}
  const { level, because } = proposed
  return level === undefined
    ? { taken: `left out: ${because}`, leftOut: true }
    : { taken: `${levelWords[level]}: ${because}` }
}

/** The page of a position, against a license, and of a house where a matter names one. */
export function addressOfPosition(id: string, license = '', house = ''): string {
  const query = new URLSearchParams({ license, ...(house && { house }) })
  return `/positions/${id}?${query}`
}

function choices(taken: unknown, has: (level: Level) => boolean): PositionView['chosen'] {
  return [
    { value: '', name: 'as proposed', chosen: taken === undefined },
    ...levelsDown.filter(has).map((level) => {
      const value = levelWords[level]
      return { value, name: value, chosen: taken === value }
    }),
    { value: 'off', name: 'left out', chosen: taken === 'off' },
  ]
}
