import { closest } from 'fastest-levenshtein'
import { type Figure, type FlowDown, figureWords, type Level, type Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'

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
  const own = negotiation?.figures?.find(({ figure }) => figure === `${id}.${key}`)?.is
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

/** Three letters. */
export function currencyOf({ negotiation }: Matter): string {
  const said = negotiation?.currency
  return said === undefined || said === 'unknown' ? usualCurrency : said
}

/**
 * @throws Problem where the matter gives a figure that no clause has, with the nearest; a value of nothing; or a currency that
 *   is no code
 */
export function requireFigures({ negotiation }: Matter, { flowDowns }: Library): void {
  const all = [...flowDowns.values()].flatMap(({ id, figures }) =>
    Object.keys(figures).map((key) => `${id}.${key}`),
  )
  for (const [at, { figure, is }] of (negotiation?.figures ?? []).entries()) {
    const fact = `negotiation.figures[${at}].figure`
    if (figure === undefined || !all.includes(figure)) {
      const near = figure === undefined || all.length === 0 ? '' : `: did you mean ${closest(figure, all)}?`
      throw new Problem('figure', `matter.${fact}: no clause has the figure “${figure ?? ''}”${near}`, {
        fact,
      })
    }
    if (is === undefined || is === 0) {
      const reason = `${figure} has no number: give one from 1, or leave the figure out for that of the level`
      throw new Problem('figure', `matter.negotiation.figures[${at}].is: ${reason}`, {
        fact: `negotiation.figures[${at}].is`,
      })
    }
  }
  const currency = negotiation?.currency
  if (currency !== undefined && currency !== 'unknown' && !/^[A-Z]{3}$/.test(currency))
    throw new Problem(
      'figure',
      `matter.negotiation.currency: expected three capital letters such as EUR, got “${currency}”`,
      { fact: 'negotiation.currency' },
    )
}

/** A figure of a clause with its value in an addendum. */
export interface AddendumFigure {
  clause: string
  key: string
  figure: Figure
  value: number
  words: string
}
