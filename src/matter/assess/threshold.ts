import { grouped } from '../../in-words.ts'
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

/** A figure of another month than the one that counts may be off by this factor, by the same rule of caution. */
const otherMonthFactor = 10

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
  const group = groupOf(matter, countedOn)
  const products = productsOf(matter, month, group)
  const counted = products.filter((one) => one.counted)
  const sum = counted.reduce((total, { users = 0 }) => total + users, 0)
  const surely = withoutOverlap(
    counted.filter((one) => one.month === month && one.bound !== true),
    matter,
  )
  const dated = counted
    .filter((one) => one.month === month && one.bound !== true)
    .reduce((total, { users = 0 }) => total + users, 0)
  const atMost = counted.reduce((total, one) => total + (one.users ?? 0) * factorOf(one, month), 0)
  const asks = [...asksOf(matter, products, month), ...dealAsks(matter, countedOn, atMost, threshold)]
  const gaps = asks.filter((fact) => !fact.includes('.months'))
  const bound = matter.reach?.at_most
  // Above only with a company that is tied by less than control: whether it is an affiliate is not said.
  const loose = looselyTied(matter)
  const tied =
    loose.size > 0 &&
    withoutOverlap(
      counted.filter((one) => one.month === month && one.bound !== true && !loose.has(one.company)),
      matter,
    ) <= threshold
  const later = laterGroup(matter, countedOn)
  const everybody = products.reduce((total, { users = 0 }) => total + users, 0)
  const foundedLater =
    matter.client?.founded !== undefined &&
    countedOn !== undefined &&
    matter.client.founded > countedOn &&
    licenseeOf(matter) === clientOf(matter) &&
    everybody > threshold
  const status = ((): ThresholdCount['status'] => {
    if (surely > threshold) return tied ? 'open' : 'above'
    if (foundedLater) return 'open'
    if ((bound !== undefined && bound <= threshold) || (gaps.length === 0 && atMost <= threshold))
      return 'below'
    return gaps.length === 0 && dated > threshold ? 'open' : 'not-known'
  })()
  const users = matter.reach?.monthly_active_users === undefined ? undefined : sum
  return {
    license,
    company: licenseeOf(matter),
    threshold,
    ...(countedOn === undefined ? {} : { countedOn }),
    ...(month === undefined ? {} : { month }),
    ...(users === undefined ? {} : { users, margin: threshold - users }),
    ...(bound === undefined ? {} : { atMost: bound }),
    products: products.map(({ bound: _, ...product }) => product),
    warnings: warningsOf(matter, products, month, sum - withoutOverlap(counted, matter)),
    leftOpen: leftOpen(term, library, citationsOf(library, license, 'user-threshold')),
    asks: status === 'below' ? [] : status === 'not-known' && asks.length === 0 ? boundAsks(counted) : asks,
    laterAffiliates: later,
    foundedLater,
    status,
  }
}

function factorOf({ month, bound }: Counted, counts: string | undefined): number {
  if (month === counts || bound === true) return 1
  return month === undefined ? undatedFactor : otherMonthFactor
}

/** Companies of the matter that are tied to the client by joint control, by a minority, or in a way that is not known. */
function looselyTied({ client }: Matter): ReadonlySet<string> {
  return new Set(
    (client?.affiliates ?? []).flatMap(({ name, tie }) =>
      name !== undefined && tie !== undefined && tie !== 'control' ? [name] : [],
    ),
  )
}

/** The company that runs the use: the client where nothing else is said. */
export function licenseeOf(matter: Matter): string {
  return matter.company ?? clientOf(matter)
}

function clientOf({ client }: Matter): string {
  return client?.name ?? client?.short_name ?? 'the client'
}

/** Whether a company of the matter belonged to the client's group on a day; undefined where the matter does not know it. */
type Group = (company: string) => boolean | undefined

function groupOf(matter: Matter, day: string | undefined): Group {
  return (company) => {
    const affiliate = matter.client?.affiliates?.find(({ name }) => name === company)
    if (affiliate) {
      const { since, until } = affiliate
      return (
        day === undefined || ((since === undefined || since <= day) && (until === undefined || until >= day))
      )
    }
    if (matter.client?.licensees?.some(({ name }) => name === company)) return false
    const deal = matter.reach?.acquisitions?.find(({ name }) => name === company)
    return deal === undefined ? undefined : affiliateOnDay(deal, day)
  }
}

/** A company that joins or leaves the group after the day that counts. */
function laterGroup({ client, reach }: Matter, day: string | undefined): boolean {
  if (day === undefined) return false
  return (
    (client?.affiliates ?? []).some(({ since, until }) => (since ?? '') > day || (until ?? '9') < day) ||
    (reach?.acquisitions ?? []).some(({ closed, date }) => closed === true && (date ?? '') > day)
  )
}

/** `2024-06` for `2024-07-23`. */
function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

interface Counted extends Product {
  /** An upper bound, good for any month. */
  bound?: boolean
}

function productsOf(matter: Matter, month: string | undefined, group: Group): Counted[] {
  const client = matter.client?.short_name ?? matter.client?.name ?? 'the client'
  const licensee = licenseeOf(matter)
  const own = Object.entries(matter.reach?.monthly_active_users ?? {}).map(([product, given]): Counted => {
    const facts = typeof given === 'object' ? given : { users: given }
    const company = typeof given === 'object' ? (given.company ?? client) : client
    const counted = countsFor(matter, company, licensee, group)
    const note = counted ? {} : { note: 'no affiliate on the day that counts' }
    const inMonth = typeof given === 'object' && month !== undefined ? given.months?.[month] : undefined
    if (typeof inMonth === 'number')
      return { product, company, users: inMonth, month: month!, counted, ...note }
    const atMost = typeof given === 'object' ? given.at_most : undefined
    if (atMost !== undefined) {
      return { product, company, users: atMost, counted, bound: true, note: 'an upper bound', ...note }
    }
    if (typeof facts.users === 'number') {
      return { product, company, users: facts.users, counted, note: 'the figure bears no month', ...note }
    }
    const other = typeof given === 'object' && inMonth === undefined ? largestOf(given.months) : undefined
    if (other) return { product, company, ...other, counted, note: 'the figure is of another month', ...note }
    return { product, company, counted, note: 'not known', ...note }
  })
  return [...own, ...acquired(matter, month, group, new Set(own.map(({ company }) => company)))]
}

/** The largest figure of a product, with its month. */
function largestOf(
  months: Readonly<Record<string, number | 'unknown'>> | undefined,
): { users: number; month: string } | undefined {
  return Object.entries(months ?? {})
    .flatMap(([month, users]) => (typeof users === 'number' ? [{ users, month }] : []))
    .sort((a, b) => b.users - a.users || (a.month < b.month ? -1 : 1))[0]
}

/** Products count that are the licensee's own, or of a company that was its affiliate on the day. */
function countsFor(matter: Matter, company: string, licensee: string, group: Group): boolean {
  const { name, short_name: short } = matter.client ?? {}
  const clients = company === name || company === short || company === 'the client'
  if (company === licensee) return true
  if (licensee === clientOf(matter)) return clients || group(company) !== false
  // Another company of the group is the licensee: the client's products are its affiliate's, if it was one.
  if (group(licensee) === false) return false
  return clients || group(company) !== false
}

type Acquisition = NonNullable<NonNullable<Matter['reach']>['acquisitions']>[number]

/** A company bought before the day that counts, or on it, was an affiliate on it; one that comes later was not. */
export function affiliateOnDay({ closed, date }: Acquisition, day: string | undefined): boolean {
  return closed === true && date !== undefined && day !== undefined && date <= day
}

function acquired(
  matter: Matter,
  month: string | undefined,
  group: Group,
  listed: ReadonlySet<string>,
): Counted[] {
  return (matter.reach?.acquisitions ?? []).flatMap((deal): Counted[] => {
    const { name = 'an acquisition', users } = deal
    // Its products are listed by themselves.
    if (listed.has(name)) return []
    const before = group(name) ?? false
    const counted = before && users !== undefined
    return [
      {
        product: `products of ${name}`,
        company: name,
        ...(users === undefined ? {} : { users, ...(month === undefined ? {} : { month }) }),
        counted,
        note: before
          ? 'an affiliate before the day that counts'
          : 'no affiliate on the day that counts, as far as known',
      },
    ]
  })
}

/** A bound above the threshold decides nothing: then the months are asked for. */
function boundAsks(counted: Counted[]): string[] {
  return counted.flatMap(({ product, bound }) =>
    bound === true ? [`reach.monthly_active_users[${JSON.stringify(product)}].months`] : [],
  )
}

/** A deal that may have closed before the day, and would carry the count past the threshold. */
function dealAsks(matter: Matter, day: string | undefined, count: number, threshold: number): string[] {
  return (matter.reach?.acquisitions ?? []).flatMap(({ closed, date, users }, at) => {
    const path = `reach.acquisitions[${at}]`
    const late = day === undefined || (date !== undefined && date > day) || closed === false
    const settled = closed === true && date !== undefined
    if (late || settled || (users !== undefined && count + users <= threshold)) return []
    return [
      ...(closed === undefined || closed === 'unknown' ? [`${path}.closed`] : []),
      ...(date === undefined ? [`${path}.date`] : []),
    ]
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

function asksOf(matter: Matter, products: Counted[], month: string | undefined): string[] {
  const { reach } = matter
  if (reach?.monthly_active_users === undefined)
    return ['reach.monthly_active_users', 'reach.affiliates_complete']
  const named = (product: string) => `reach.monthly_active_users[${JSON.stringify(product)}]`
  return [
    ...products
      .filter((one) => one.counted && one.month !== month && one.bound !== true)
      .map(({ product, users }) => `${named(product)}.${users === undefined ? 'users' : 'months'}`),
    ...(reach.affiliates_complete === true ? [] : ['reach.affiliates_complete']),
  ]
}

function warningsOf(
  matter: Matter,
  products: Counted[],
  month: string | undefined,
  overlap: number,
): string[] {
  const quoted = (list: Product[]) => list.map(({ product }) => `“${product}”`).join(', ')
  const undated = products.filter(
    (one) => one.counted && one.users !== undefined && one.month !== month && one.bound !== true,
  )
  const missing = products.filter((one) => one.counted && one.users === undefined)
  const companies = new Set(products.map(({ company }) => company))
  const silent = (matter.client?.affiliates ?? []).flatMap(({ name }) =>
    name && !companies.has(name) ? [name] : [],
  )
  return [
    ...(missing.length > 0 ? [`The users of ${quoted(missing)} are not known.`] : []),
    ...(undated.length > 0 ? [`The figures for ${quoted(undated)} do not name the month that counts.`] : []),
    ...(overlap > 0
      ? [`Up to ${grouped(overlap)} users may be counted twice, since products share users.`]
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
function leftOpen({ facts }: Term, { silences }: Library, citations: Citation[]): ThresholdCount['leftOpen'] {
  return silences.flatMap(({ topic, fact, is, says }) =>
    topic === 'user-threshold' && facts[fact] === is ? [{ statement: says, citations }] : [],
  )
}
