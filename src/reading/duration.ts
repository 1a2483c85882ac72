import { numberOf, numberPattern } from './number.ts'
import { remembered } from './remembered.ts'

/** A length of time that a sentence names. */
export interface Duration {
  /** In days; business days are counted apart. */
  days: number
  unit: 'hour' | 'day' | 'business day' | 'week' | 'month' | 'year'
  /** As it stands there: `two weeks`. */
  said: string
  index: number
  /** Whether its words say one number and its figures another: `ninety (60) days`. */
  torn?: true
}

const lengths = { hour: 1 / 24, day: 1, week: 7, fortnight: 14, month: 30, quarter: 91, year: 365 }
const pattern = new RegExp(
  String.raw`(?:\b(?<n>${numberPattern})(?:\s*\((?<figure>\w+)\))?|\b(?<half>half an?)|(?<=\b(?:within|for|after|least|than|about|over|by|last|lasts|has|have|gets?|takes?|is|in|until|up to)\s)(?<one>an?))[\s-]+(?:full |whole |calendar |consecutive |more |further )?(?<business>business |working |banking )?(?<unit>hour|day|week|fortnight|month|quarter|year)s?\b`,
  'gi',
)

/** The lengths of time in a sentence, in their order. */
export const durationsIn: (sentence: string) => readonly Duration[] = remembered((sentence: string) =>
  [...sentence.matchAll(pattern)].map(({ 0: whole, groups, index }) => {
    const { n, figure, half, business, unit = '' } = groups ?? {}
    const kind = unit.toLowerCase() as keyof typeof lengths
    const count = n !== undefined ? numberOf(n) : half !== undefined ? 0.5 : 1
    const plain = kind === 'fortnight' ? 'week' : kind === 'quarter' ? 'month' : kind
    return {
      days: count * lengths[kind],
      unit: business !== undefined && kind === 'day' ? 'business day' : plain,
      said: whole.replace(/\s+/g, ' '),
      index,
      ...(n !== undefined && /^\d+$/.test(figure ?? '') && Number(figure) !== count && { torn: true }),
    }
  }),
)

/** How long a unit of time is: `business day`; undefined for what is none. */
export function lengthOf(unit: string): Duration | undefined {
  return durationsIn(`within 1 ${unit}`)[0]
}

/** Whether two lengths are one: `two weeks` and `14 days`, `six months` and `180 days`. */
export function sameLength(one: Duration, other: Duration): boolean {
  if ((one.unit === 'business day') !== (other.unit === 'business day')) return false
  return Math.abs(one.days - other.days) <= Math.min(one.days, other.days) * 0.03
}
