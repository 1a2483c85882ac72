import type { Scenario } from '../scenario.ts'

const threshold = 700_000_000
const number = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|k|m|bn)?\b`
const times: Record<string, number> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 }
const amount = (digits: string | undefined, unit: string | undefined) =>
  Number(digits?.replaceAll(',', '')) * (times[unit?.toLowerCase() ?? ''] ?? 1)

/** A figure as people tell it: exact, a bound, an estimate, or not known. */
export type Figure =
  | { exactly: number }
  | { at_most: number }
  | { at_least: number }
  | { about: number }
  | 'unknown'

export function figureOf(told: number | string): Figure {
  if (typeof told === 'number') return { exactly: told }
  const range = new RegExp(`(?:between )?${number} (?:and|to|-|–) ${number}`, 'i').exec(told)
  if (range) {
    const [, low, lowUnit, high, highUnit] = range
    if (amount(low, lowUnit ?? highUnit) > threshold) return { at_least: amount(low, lowUnit ?? highUnit) }
    return { at_most: amount(high, highUnit) }
  }
  const one = new RegExp(number, 'i').exec(told)
  if (!one) return 'unknown'
  const count = amount(one[1], one[2])
  if (
    /\b(?:at most|up to|fewer than|less than|under|below|no more than|not more than|never more than)\b/i.test(
      told,
    )
  )
    return { at_most: count }
  if (/\b(?:at least|more than|over|above)\b/i.test(told)) return { at_least: count }
  return /\b(?:about|around|estimate\w*|roughly|some|nearly|approx\w*)\b|~/i.test(told)
    ? { about: count }
    : { exactly: count }
}

/** Users by product, as the matter has them: a figure of a month, an upper bound, or one that bears no month. */
export function usersOf(
  users: Scenario['facts']['users'],
  own: ReadonlySet<string>,
): Record<string, Record<string, unknown>> {
  const products: Record<string, Record<string, unknown>> = {}
  for (const { who, product, month, monthly_active_users: told } of users) {
    const key = own.has(who) ? product : `${product} of ${who}`
    const entry = products[key] ?? (own.has(who) ? {} : { company: who })
    products[key] = entry
    const dated = /^\d{4}-\d\d$/.test(month)
    const inMonth = (count: number | 'unknown') => {
      if (dated) entry.months = { ...(entry.months as object), [month]: count }
      else if (count !== 'unknown') entry.users = count
    }
    const figure = figureOf(told)
    if (figure === 'unknown') inMonth('unknown')
    else if ('exactly' in figure) inMonth(figure.exactly)
    // A bound of one month is a bound of that month alone; above it a least figure decides, below it says nothing.
    else if ('at_most' in figure) inMonth(figure.at_most <= threshold ? figure.at_most : 'unknown')
    else if ('at_least' in figure) inMonth(figure.at_least >= threshold ? figure.at_least + 1 : 'unknown')
    else if (figure.about * 2 <= threshold) entry.users = figure.about
    else inMonth(figure.about > threshold * 1.1 ? figure.about : 'unknown')
  }
  return products
}
