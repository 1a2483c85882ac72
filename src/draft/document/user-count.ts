import { longDate, sentenceCase } from '../../in-words.ts'
import type { License } from '../../library/index.ts'
import { citationsOf, placeWords } from '../../matter/index.ts'
import { missingFact } from '../facts.ts'
import { type Missing, missing } from '../template/value.ts'
import type { DraftInput } from './types.ts'

/** The user count of one license that the letter confirms. */
export interface UserCount {
  title: string
  month: string | Missing
  users: number | Missing
  threshold: number | Missing
  /** Where the threshold stands: `Section 2`. */
  section: string
}

/** A row of the schedule of products: users in the month of each count. */
export interface CountedProduct {
  product: string
  company: string | Missing
  users: (number | Missing)[]
}

/** The counts of the licenses that have a threshold; without an assessment it is not known which do. */
export function userCounts(
  licenses: readonly License[],
  { assessment, matter, library }: DraftInput,
): UserCount[] {
  // A count that the client knows to be short, or does not know to be whole, is none to give to the other side.
  const whole = matter.reach?.affiliates_complete === true
  return licenses.flatMap(({ id, name, title }): UserCount[] => {
    const count = assessment?.thresholds.find(({ license }) => license === id)
    if (assessment && !count) return []
    return [
      {
        title,
        month:
          count?.month ??
          missing(
            '',
            `calendar month that the ${name} license counts`,
            'In which calendar month does the license count users?',
          ),
        users: whole
          ? (count?.users ??
            missingFact('reach.monthly_active_users', `monthly users that the ${name} license counts`))
          : missingFact(
              'reach.affiliates_complete',
              `monthly users that the ${name} license counts, with those of all affiliates`,
            ),
        threshold:
          count?.threshold ??
          missing(
            '',
            `user threshold of the ${name} license`,
            'Above how many monthly users does the license ask for a separate one?',
          ),
        section: sentenceCase(placeWords(citationsOf(library, id, 'user-threshold'))),
      },
    ]
  })
}

/** What makes a count higher than the text may ask for, so that the letter can say so. */
export function countedWidely({ reach }: DraftInput['matter']): { shared: boolean; others: boolean } {
  const products = Object.values(reach?.monthly_active_users ?? {}).filter((one) => typeof one === 'object')
  return {
    shared: products.some(({ shared_with = [] }) => shared_with.length > 0),
    others: products.some(({ uses_llama }) => uses_llama === false),
  }
}

/** The products that are counted, each with its users in the month of each count. */
export function countedProducts(
  licenses: readonly License[],
  { matter, assessment }: DraftInput,
): CountedProduct[] | Missing {
  const blank = (product: string, month?: string) =>
    missingFact(
      'reach.monthly_active_users',
      `monthly users of ${product}${month === undefined ? '' : ` in ${longDate(month)}`}`,
    )
  const client = matter.client?.name ?? missingFact('client.name')
  const counts = licenses.flatMap(
    ({ id }) => assessment?.thresholds.filter(({ license }) => license === id) ?? [],
  )
  const given = matter.reach?.monthly_active_users
  if (given === undefined) {
    return missingFact('reach.monthly_active_users', 'products and their monthly users')
  }
  if (counts.length > 0) {
    const products = new Map<string, CountedProduct>()
    for (const { products: own } of counts) {
      for (const { product, company, counted } of own) {
        const short = company === matter.client?.short_name
        if (counted) products.set(product, { product, company: short ? client : company, users: [] })
      }
    }
    return [...products.values()].map((row) => ({
      ...row,
      users: counts.map(({ month, products: own }) => {
        const found = own.find(({ product, counted }) => product === row.product && counted)
        return found?.users ?? blank(row.product, month)
      }),
    }))
  }
  return Object.entries(given).map(([product, value]) => {
    const entry = typeof value === 'object' ? value : { users: value }
    const company = 'company' in entry && entry.company !== undefined ? entry.company : client
    const users = typeof entry.users === 'number' ? entry.users : blank(product)
    return { product, company, users: licenses.map(() => users) }
  })
}
