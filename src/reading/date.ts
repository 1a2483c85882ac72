import { remembered } from './remembered.ts'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const order = months.split('|')
const pattern = new RegExp(
  String.raw`\b(?<month>${months}) (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})|\b(?<day2>\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? (?<month2>${months}),? (?<year2>\d{4})|\b(?<iso>\d{4}-\d{2}-\d{2})\b|\b(?<month3>${months}),? (?:of )?(?<year3>\d{4})|(?<=\b(?:until|till|in|before|by|of|from|since|through|year|for)(?: the)?(?: (?:end|year|beginning|close))?(?: of)? )(?<year4>(?:19|20)\d{2})\b`,
  'gi',
)

/** A day that a sentence names; of a month or a year alone the last of it. */
export interface NamedDay {
  /** `2027-12-31`, which sorts as it counts. */
  day: string
  said: string
  index: number
}

/** The days in a sentence, in their order. */
export const daysNamedIn: (sentence: string) => readonly NamedDay[] = remembered((sentence: string) =>
  [...sentence.matchAll(pattern)].map(({ 0: said, groups = {}, index }) => {
    const { iso, day = groups.day2, year = groups.year2 ?? groups.year3 ?? groups.year4 } = groups
    const name = (groups.month ?? groups.month2 ?? groups.month3 ?? 'December').toLowerCase()
    const month = order.findIndex((one) => one.toLowerCase() === name) + 1
    return {
      day: iso ?? `${year}-${two(month)}-${two(Number(day ?? 31))}`,
      said,
      index,
    }
  }),
)

function two(value: number): string {
  return String(value).padStart(2, '0')
}
