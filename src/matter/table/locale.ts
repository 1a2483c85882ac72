import { Problem } from '../../problem.ts'

/** How a table writes days and numbers, where the same cell means two things in two countries. */
export interface Locale {
  /** The order of day, month and year: `dmy`. */
  order: string
  /** What parts thousands, and what begins the part behind the whole. */
  group: string
  decimal: string
}

/**
 * The locale of a name, as BCP 47 has them.
 *
 * @throws Problem where there is none
 * @example localeNamed('de-DE').order // 'dmy'
 */
export function localeNamed(name: string): Locale {
  let known: string[]
  try {
    known = Intl.DateTimeFormat.supportedLocalesOf([name])
  } catch {
    known = []
  }
  const [tag] = known
  if (tag === undefined)
    throw new Problem('locale', `there is no locale ${name}: give one such as de-DE, en-GB or en-US`)
  const day = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(new Date(Date.UTC(2024, 2, 25)))
  const number = new Intl.NumberFormat(tag, { numberingSystem: 'latn', useGrouping: true }).formatToParts(
    1234567.5,
  )
  const part = (type: string) => number.find((one) => one.type === type)?.value ?? ''
  return {
    order: day
      .filter(({ type }) => ['day', 'month', 'year'].includes(type))
      .map(({ type }) => type[0])
      .join(''),
    group: part('group'),
    decimal: part('decimal'),
  }
}
