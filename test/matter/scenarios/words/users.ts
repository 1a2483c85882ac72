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
  const [, few] = /\b(?:a few|some|several) (hundred|thousand|million)s?\b/i.exec(told) ?? []
  if (!one && few !== undefined) return { about: 9 * (times[few.toLowerCase()] ?? 100) }
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
  group: readonly string[] = [],
): Record<string, Record<string, unknown>> {
  const products: Record<string, Record<string, unknown>> = {}
  for (const { who, product, month, monthly_active_users: told } of users) {
    // Accounts that nobody uses are no users; those of a customer, a vendor or a host are not those of the group.
    if (
      /\((?:a )?(?:customer|client|vendor|host|supplier|stranger)\)/i.test(who) ||
      /\bnot active\b/i.test(product)
    )
      continue
    const company =
      group.find((name) => name === who) ?? group.find((name) => name.startsWith(`${who} `)) ?? who
    const [head = product] = product.split(';')
    const key = own.has(who) ? head : `${head} of ${who}`
    const entry = products[key] ?? (own.has(who) ? {} : { company })
    products[key] = entry
    const dated = /^\d{4}-\d\d$/.test(month)
    const inMonth = (count: number | 'unknown') => {
      if (dated) entry.months = { ...(entry.months as object), [month]: count }
      else if (count !== 'unknown') entry.users = count
    }
    const figure = heads(figureOf(told), product)
    if (figure === 'unknown') inMonth('unknown')
    else if ('exactly' in figure) inMonth(figure.exactly)
    // A bound of one month is a bound of that month alone; above it a least figure decides, below it says nothing.
    else if ('at_most' in figure) inMonth(figure.at_most <= threshold ? figure.at_most : 'unknown')
    else if ('at_least' in figure) inMonth(figure.at_least >= threshold ? figure.at_least + 1 : 'unknown')
    else if (figure.about * 2 <= threshold) entry.users = figure.about
    else inMonth(figure.about > threshold * 1.1 ? figure.about : 'unknown')
  }
  return sharing(products, users)
}

/** Devices or cards are not persons: above the threshold they bound nothing, below it they bound the persons. */
function heads(figure: Figure, product: string): Figure {
  if (!/\bnot (?:of )?(?:persons|people)\b/i.test(product) || figure === 'unknown') return figure
  return 'exactly' in figure ? { at_most: figure.exactly } : 'unknown'
}

/** Products that are said to overlap share users. */
function sharing(products: Record<string, Record<string, unknown>>, users: Scenario['facts']['users']) {
  const overlap = users.some(({ product }) =>
    /(?<!\bno )\boverlap|\bthe same (?:persons|people|users)\b/i.test(product),
  )
  const names = Object.keys(products)
  if (!overlap || names.length < 2) return products
  const [first, ...rest] = names
  return Object.fromEntries(
    names.map((name) => [
      name,
      rest.includes(name) ? { ...products[name], shared_with: [first] } : products[name]!,
    ]),
  )
}
