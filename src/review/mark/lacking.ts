import type { FlowDown, Level } from '../../library/index.ts'
import type { PointFound, ReviewRow } from '../types.ts'

/** A number of theirs that is all that keeps a point from a level. */
export interface NumberAsked {
  point: PointFound
  figure: FlowDown['figures'][string]
  value: number
}

/** What a level takes and their words do not give: whether numbers are all of it, and which. */
export interface Lacking {
  numbers: NumberAsked[]
  onlyNumbers: boolean
}

/**
 * What keeps their words from a level.
 *
 * @param figures of the flow-down, as the matter has them
 */
export function lackingAt(
  level: Level,
  { points }: Pick<ReviewRow, 'points'>,
  flowDown: Pick<FlowDown, 'evidence' | 'figures'>,
  resale: boolean,
): Lacking {
  const { evidence } = flowDown
  const items = (resale ? { ...evidence?.levels, ...evidence?.resale } : evidence?.levels)?.[level] ?? []
  const asked = items.map((item) => {
    const own = item.split('|').flatMap((id) => points.find((point) => point.id === id) ?? [])
    return { given: own.some((point) => isGiven(point, level)), own }
  })
  const lacking = asked.filter(({ given }) => !given)
  const numbers = lacking.flatMap(({ own }) => {
    const asks = own.map((point) => numberOf(point, level, flowDown)).find((one) => one)
    return asks ? [asks] : []
  })
  return { numbers, onlyNumbers: lacking.length > 0 && numbers.length === lacking.length }
}

const order: Level[] = ['walk_away', 'fallback', 'preferred']

/** Whether a level is as good as another one, or better. */
export function reaches(level: Level, other: Level): boolean {
  return order.indexOf(level) >= order.indexOf(other)
}

function isGiven({ found, figure, keeps, limit }: PointFound, level: Level): boolean {
  if (found !== 'yes' || limit !== undefined) return false
  if (!figure || figure.ours[level] === undefined) return true
  return keeps !== undefined && reaches(keeps, level)
}

function numberOf(
  point: PointFound,
  level: Level,
  { evidence, figures }: Pick<FlowDown, 'evidence' | 'figures'>,
): NumberAsked | undefined {
  const key = evidence?.points[point.id]?.figure
  const figure = key === undefined ? undefined : figures[key]
  const value = figure?.[level]
  if (
    point.found !== 'yes' ||
    !figure ||
    value === undefined ||
    !/\d|[a-z]+ /i.test(point.figure?.theirs ?? '')
  )
    return undefined
  if (!point.figure!.held) return undefined
  return { point, figure, value }
}
