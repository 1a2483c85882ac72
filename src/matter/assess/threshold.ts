import type { Library, Term } from '../../library/index.ts'
import type { Matter } from '../schema/index.ts'
import type { Citation, ThresholdCount } from '../types.ts'
import { citationsOf } from './citations.ts'

type Product = ThresholdCount['products'][number]

/**
 * A figure that bears no month may be off by this factor for the month that counts. It is our rule of caution and
 * not of the text: within it the count is open.
 */
const undatedFactor = 2

/**
 * Works out the monthly-user threshold of one license: the sum over products and affiliates in the calendar month
 * before the day that the section counts on.
 *
 * @returns undefined where the license has no threshold
 */
export function countUsers(matter: Matter, license: string, library: Library): ThresholdCount | undefined {
  const term = library.terms.get(`${license}/user-threshold`)
  if (!term || term.absent || typeof term.facts.threshold_users !== 'number') return undefined
  const threshold = term.facts.threshold_users
  const countedOn = typeof term.facts.counted_on_date === 'string' ? term.facts.counted_on_date : undefined
  const month = countedOn === undefined ? undefined : monthBefore(countedOn)
  const products = productsOf(matter, month)
  const asks = asksOf(matter, products, month)
  const counted = products.filter((one) => one.counted)
  const sum = counted.reduce((total, { users = 0 }) => total + users, 0)
  const dated = counted.filter((one) => one.month === month)
  const surely = withoutOverlap(dated, matter)
  const atMost = counted.reduce(
    (total, one) => total + (one.users ?? 0) * (one.month === month ? 1 : undatedFactor),
    0,
  )
  const gaps = asks.filter((fact) => !fact.includes('.months'))
  const status = surely > threshold ? 'above' : gaps.length === 0 && atMost <= threshold ? 'below' : 'open'
  const users = matter.reach?.monthly_active_users === undefined ? undefined : sum
  return {
    license,
    threshold,
    ...(countedOn === undefined ? {} : { countedOn }),
    ...(month === undefined ? {} : { month }),
    ...(users === undefined ? {} : { users, margin: threshold - users }),
    products,
    warnings: warningsOf(matter, products, month, sum - withoutOverlap(counted, matter)),
    leftOpen: leftOpen(term, citationsOf(library, license, 'user-threshold')),
    asks: status === 'below' ? [] : asks,
    status,
  }
}

/** `2024-06` for `2024-07-23`. */
function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

function productsOf(matter: Matter, month: string | undefined): Product[] {
  const client = matter.client?.short_name ?? matter.client?.name ?? 'the client'
  const own = Object.entries(matter.reach?.monthly_active_users ?? {}).map(([product, given]): Product => {
    const facts = typeof given === 'object' ? given : { users: given }
    const company = typeof given === 'object' ? (given.company ?? client) : client
    const inMonth = typeof given === 'object' && month !== undefined ? given.months?.[month] : undefined
    if (typeof inMonth === 'number') return { product, company, users: inMonth, month: month!, counted: true }
    if (typeof facts.users === 'number') {
      return { product, company, users: facts.users, counted: true, note: 'the figure bears no month' }
    }
    return { product, company, counted: true, note: 'not known' }
  })
  return [...own, ...acquired(matter, month)]
}

type Acquisition = NonNullable<NonNullable<Matter['reach']>['acquisitions']>[number]

/** A company bought before the day that counts was an affiliate on it; one that comes later was not. */
export function affiliateInMonth({ closed, date }: Acquisition, month: string | undefined): boolean {
  return closed === true && date !== undefined && month !== undefined && date.slice(0, 7) <= month
}

function acquired(matter: Matter, month: string | undefined): Product[] {
  return (matter.reach?.acquisitions ?? []).map((deal): Product => {
    const { name = 'an acquisition', users } = deal
    const before = affiliateInMonth(deal, month)
    const counted = before && users !== undefined
    return {
      product: `products of ${name}`,
      company: name,
      ...(users === undefined ? {} : { users }),
      counted,
      note: before
        ? 'an affiliate before the day that counts'
        : 'no affiliate on the day that counts, as far as known',
    }
  })
}

/** Users of products that share users, once where all who use the smaller also use the larger. */
function withoutOverlap(products: Product[], matter: Matter): number {
  const groups = new Map(products.map(({ product }) => [product, product]))
  const root = (name: string): string => (groups.get(name) === name ? name : root(groups.get(name)!))
  for (const { product } of products) {
    const given = matter.reach?.monthly_active_users?.[product]
    for (const other of typeof given === 'object' ? (given.shared_with ?? []) : []) {
      if (groups.has(other)) groups.set(root(product), root(other))
    }
  }
  const largest = new Map<string, number>()
  for (const { product, users = 0 } of products) {
    largest.set(root(product), Math.max(largest.get(root(product)) ?? 0, users))
  }
  return [...largest.values()].reduce((total, users) => total + users, 0)
}

function asksOf(matter: Matter, products: Product[], month: string | undefined): string[] {
  const { reach } = matter
  if (reach?.monthly_active_users === undefined)
    return ['reach.monthly_active_users', 'reach.affiliates_complete']
  const named = (product: string) => `reach.monthly_active_users[${JSON.stringify(product)}]`
  return [
    ...products
      .filter((one) => one.counted && one.month !== month)
      .map(({ product, users }) => `${named(product)}.${users === undefined ? 'users' : 'months'}`),
    ...(reach.affiliates_complete === true ? [] : ['reach.affiliates_complete']),
  ]
}

function warningsOf(
  matter: Matter,
  products: Product[],
  month: string | undefined,
  overlap: number,
): string[] {
  const quoted = (list: Product[]) => list.map(({ product }) => `“${product}”`).join(', ')
  const undated = products.filter((one) => one.counted && one.users !== undefined && one.month !== month)
  const missing = products.filter((one) => one.counted && one.users === undefined)
  const companies = new Set(products.map(({ company }) => company))
  const silent = (matter.client?.affiliates ?? []).flatMap(({ name }) =>
    name && !companies.has(name) ? [name] : [],
  )
  return [
    ...(missing.length > 0 ? [`The users of ${quoted(missing)} are not known.`] : []),
    ...(undated.length > 0 ? [`The figures for ${quoted(undated)} do not name the month that counts.`] : []),
    ...(overlap > 0
      ? [`Up to ${overlap.toLocaleString('en-US')} users may be counted twice, since products share users.`]
      : []),
    ...(silent.length > 0
      ? [
          `No product is listed for ${silent.map((name) => `“${name}”`).join(', ')}, named among the affiliates.`,
        ]
      : []),
    ...(matter.reach?.affiliates_complete === true
      ? []
      : ['It is not confirmed that the list covers all affiliates.']),
  ]
}

/** What the section does not say, read from its facts. */
function leftOpen({ facts }: Term, citations: Citation[]): ThresholdCount['leftOpen'] {
  const silences: [boolean, string][] = [
    [
      facts.users_defined === false,
      'Monthly active users are not defined: whether one person who uses two products counts once or twice is not said.',
    ],
    [
      facts.affiliates_defined === false,
      'Affiliates are not defined: how much control makes a company one is not said.',
    ],
    [
      facts.later_growth === 'not-stated',
      'Growth after that day is not spoken of, nor a company that becomes an affiliate later.',
    ],
    [
      facts.date_line === 'version-effective-date',
      'The day is called a release date, and the date line gives an effective date: that both are the same day is not said.',
    ],
  ]
  return silences.filter(([open]) => open).map(([, statement]) => ({ statement, citations }))
}
