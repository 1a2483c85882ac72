import { grouped, longDate } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { fieldOf } from '../fields.ts'

/** An answer to a question, and what it is called: `yes`, `the European Union`. */
export interface ListedAnswer {
  words: string
  value: unknown
}

/** Answers that lie on a line, parted at the points where what follows from them may change. */
export interface Line {
  /** Answers in their order, one for each stretch that no point parts. */
  points: number[]
  value(point: number): unknown
  /** What answers from one point to another are called; undefined where there is no end. */
  words(from: number | undefined, to: number | undefined): string
}

/** All answers that are not named beside it. */
export const anyOther = 'any other'

/** More than a client can have. */
const atMost = 20_000_000_000

const oneDay = 86_400_000

/**
 * The answers to a question, where they can be listed: yes and no, the options of a choice, one place for each part of the world
 * that a license tells apart.
 *
 * @param fact `litigation.planned`, `uses[0].weights_recipients`
 */
export function listedAnswers(fact: string): ListedAnswer[] {
  const { kind, options = [] } = fieldOf(fact) ?? { kind: 'text' }
  const named = options.map((option) => ({ words: option.replaceAll('-', ' '), option }))
  switch (kind) {
    case 'yes-no':
      return [
        { words: 'yes', value: true },
        { words: 'no', value: false },
      ]
    case 'choice':
      return named.map(({ words, option }) => ({ words, value: option }))
    case 'choices':
      return [{ words: 'none', value: [] }, ...named.map(({ words, option }) => ({ words, value: [option] }))]
    case 'country':
      return [
        { words: 'a country of the European Union', value: 'DE' },
        { words: 'Iceland, Liechtenstein, Norway or Switzerland', value: 'CH' },
        { words: anyOther, value: 'US' },
      ]
    default:
      return []
  }
}

/**
 * The answers to a question for a number of users or a day: the threshold of the license, and the days that it is of and counts.
 *
 * @returns undefined where answers do not lie on a line that the license parts
 */
export function lineOf(fact: string, license: string, library: Library): Line | undefined {
  const { kind, path = '' } = fieldOf(fact) ?? {}
  const term = library.terms.get(`${license}/user-threshold`)
  const facts = term === undefined || term.absent ? {} : term.facts
  if (path.startsWith('reach.') && (kind === 'number' || kind === 'map')) {
    const { threshold_users: threshold } = facts
    if (typeof threshold !== 'number') return undefined
    const month = monthBefore(facts.counted_on_date)
    const ofMonth = (users: number) => (month === undefined ? users : { months: { [month]: users } })
    return {
      points: [0, Math.floor(threshold / 2), threshold, threshold + 1, atMost],
      value: (users) => {
        if (path.endsWith('.months')) return month === undefined ? {} : { [month]: users }
        if (kind === 'number') return users
        // Of one product, or of all together where none is told.
        return fact.endsWith(']') ? ofMonth(users) : { 'All products': ofMonth(users) }
      },
      words: (from, to) =>
        to === undefined
          ? `${grouped(from ?? 0)} or more`
          : from === undefined
            ? `up to ${grouped(to)}`
            : `${grouped(from)} to ${grouped(to)}`,
    }
  }
  if (kind !== 'date') return undefined
  const days = [library.licenses.get(license)?.released, facts.counted_on_date].filter(
    (day) => typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day),
  ) as string[]
  const at = [...new Set(days)].map((day) => Date.parse(day) / oneDay).sort((a, b) => a - b)
  const iso = (day: number) => new Date(day * oneDay).toISOString().slice(0, 10)
  return at.length === 0
    ? undefined
    : {
        points: [...new Set(at.flatMap((day) => [day - 1, day, day + 1]))].sort((a, b) => a - b),
        value: iso,
        words: (from, to) =>
          to === undefined
            ? `${longDate(iso(from ?? 0))} or later`
            : from === undefined
              ? `${longDate(iso(to))} or earlier`
              : from === to
                ? longDate(iso(from))
                : `${longDate(iso(from))} to ${longDate(iso(to))}`,
      }
}

/** `2024-06` for a day of July 2024: the month that a threshold counts. */
function monthBefore(day: unknown): string | undefined {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2)).toISOString().slice(0, 7)
}
