const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * The ISO date of a day as people write it in words: `March 1, 2024`, `1 March 2024`, `2024-03-01`. A day that no calendar
 * has is none, and `03/04/2024` is two days, by where it is written.
 */
export function dayOf(words: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words)
  if (iso) return inCalendar(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const american = /^([A-Za-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words)
  const other = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3,})\.?,? (\d{4})$/.exec(words)
  const [month, day, year] = american
    ? [american[1]!, american[2]!, american[3]!]
    : other
      ? [other[2]!, other[1]!, other[3]!]
      : []
  return month === undefined ? undefined : inCalendar(Number(year), monthOf(month), Number(day))
}

/** The first day that a year, or a month with or without one, may mean: `2024`, `May 2024`; a month alone is of any year. */
export function firstDayOf(words: string): string | undefined {
  if (/^(?:19|20)\d\d$/.test(words)) return `${words}-01-01`
  const [, month = '', year = '0001'] = /^([A-Za-z]{3,})\.?(?: (\d{4}))?$/.exec(words) ?? []
  return inCalendar(Number(year), monthOf(month), 1)
}

/** `Sept` → 9; 0 where it is no month. */
function monthOf(word: string): number {
  const small = word.toLowerCase()
  const at = months.findIndex((name) => name === small || name.slice(0, 3) === small)
  return small === 'sept' ? 9 : at + 1
}

function inCalendar(year: number, month: number, day: number): string | undefined {
  const pad = (number: number, length: number) => String(number).padStart(length, '0')
  if (month < 1 || month > 12 || day < 1) return undefined
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return day > last ? undefined : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}
