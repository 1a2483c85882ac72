import {
  type Figure,
  type FlowDown,
  figureWords,
  type Level,
  levelsDown,
  levelWords,
} from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'

/** What amounts are in where the matter names no currency. */
const usualCurrency = 'USD'

/**
 * The value of a figure of a clause: the matter's own, or that of the level.
 *
 * @param key within the clause: `logs`
 * @returns undefined where the level has no such figure
 */
export function figureValue(
  { id, figures }: Pick<FlowDown, 'id' | 'figures'>,
  key: string,
  level: Level,
  { negotiation }: Matter,
): number | undefined {
  const name = `${id}.${key}`
  const names = [`${name}.${levelWords[level]}`, name]
  const own = names
    .map((one) => negotiation?.figures?.find(({ figure }) => figure === one)?.is)
    .find((is) => is !== undefined)
  const usual = figures[key]?.[level]
  return usual === undefined ? undefined : typeof own === 'number' ? own : usual
}

/** The same in words: `30 days`, `EUR 5,000,000`. */
export function figureOf(
  flowDown: Pick<FlowDown, 'id' | 'figures'>,
  key: string,
  level: Level,
  matter: Matter,
): string | undefined {
  const value = figureValue(flowDown, key, level, matter)
  const figure = flowDown.figures[key]
  return value === undefined || !figure ? undefined : figureWords(figure, value, currencyOf(matter))
}

/** The figures of a clause as a matter has them, at every level. */
export function figuresOf(flowDown: Pick<FlowDown, 'id' | 'figures'>, matter: Matter): FlowDown['figures'] {
  return Object.fromEntries(
    Object.entries(flowDown.figures).map(([key, figure]) => {
      const own = levelsDown.flatMap((level) => {
        const value = figureValue(flowDown, key, level, matter)
        return value === undefined ? [] : [[level, value]]
      })
      return [key, { ...figure, ...Object.fromEntries(own) }]
    }),
  )
}

/** Three letters. */
export function currencyOf({ negotiation }: Matter): string {
  const said = negotiation?.currency
  return said === undefined || said === 'unknown' ? usualCurrency : said
}

/** A figure of a clause with its value in an addendum. */
export interface AddendumFigure {
  clause: string
  key: string
  figure: Figure
  value: number
  words: string
}
