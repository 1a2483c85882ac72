import type { Field } from '../fields.ts'
import { answerOf } from '../written/answer.ts'
import { dayOf } from '../written/day.ts'
import type { Locale } from './locale.ts'
import { monthNamed } from './month-names.ts'

/** Yes and no as spreadsheets of other languages write them. */
const YES =
  /^(?:yes|y|true|1|wahr|ja|j|vrai|oui|verdadero|verdadeiro|vero|sí|si|sì|sim|waar|sand|sant|prawda|tak)[.!]?$/iu
const NO =
  /^(?:no|n|false|0|falsch|nein|faux|non|falso|não|nao|nee|onwaar|nej|falsk|falskt|fałsz|nie)[.!]?$/iu

/**
 * The value of a fact as a cell of a table has it: what people write, and what spreadsheets make of it. A day with its
 * month in digits is read where the cell leaves no doubt (`31.03.2025`, `25/3/2025`) or the locale says which is which; a number
 * of five digits is the day that a spreadsheet counts so. What cannot be read is left as it is, and the matter's own check says
 * what is wrong with it.
 *
 * @returns undefined where the cell is empty
 */
export function valueOfCell(field: Field, written: string, locale?: Locale): unknown {
  const words = written.replaceAll('\u00A0', ' ').trim()
  const { kind, options = [] } = field
  if (kind === 'yes-no' || (kind === 'choice' && options.includes('yes') && options.includes('no'))) {
    const said = YES.test(words) ? 'yes' : NO.test(words) ? 'no' : undefined
    if (said !== undefined) return said
  }
  if (kind === 'date')
    return dayInDigits(words, locale) ?? dayCounted(words) ?? dayNamed(words) ?? answerOf(field, words)
  if (kind === 'number' && locale) return numberIn(words, locale) ?? answerOf(field, words)
  return answerOf(field, words)
}

/** `31.03.2025`, `3/31/2025`, `31-3-25` without a century is none. */
function dayInDigits(words: string, locale: Locale | undefined): string | undefined {
  const [, first = '', mark = '', second = '', year] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: 0?0:00(?::00)?)?$/.exec(words) ?? []
  if (year === undefined) return undefined
  const iso = (month: string, day: string) =>
    dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const byDay = iso(second, first)
  const byMonth = iso(first, second)
  const order = locale?.order.indexOf('d') ?? -1
  // With points the day is first wherever they are written; else the locale says, or the calendar has one of the two alone.
  if (mark === '.') return byDay
  if (locale) return order < locale.order.indexOf('m') ? byDay : byMonth
  return byDay === undefined || byMonth === undefined || byDay === byMonth ? (byDay ?? byMonth) : undefined
}

/** `31. März 2025`, `31 de marzo de 2025`. */
function dayNamed(words: string): string | undefined {
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})(?:er|[.ºª])?\s(?:de\s)?(\p{L}+)\.?,?\s(?:de\s)?(\d{4})$/u.exec(words) ?? []
  const month = name === '' ? undefined : monthNamed(name)
  return month === undefined
    ? undefined
    : dayOf(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Why words are no day of a calendar, where a person sees what they were meant as; undefined for all others. */
export function noDay(words: string): string | undefined {
  if (/^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(words))
    return 'is two days, by where it is written: write it as 2025-03-31, or say where with --locale'
  if (/^\d{1,2}([./-])\d{1,2}\1\d{2}$/.test(words))
    return 'has a year of two digits: write it with four, as in 2025-03-31'
  if (/^\d{1,2}\.\s?\d{1,2}\.?$/.test(words) || /^\d{1,2}\.?\s\p{L}+\.?$/u.test(words))
    return 'has no year: write it as 2025-03-31'
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(words)) return 'is in no calendar'
  return undefined
}

/** Days as a spreadsheet counts them from 1899-12-30 (ECMA-376 part 1, 18.17.4.1), of this and the next decades. */
function dayCounted(words: string): string | undefined {
  const count = /^[2-7]\d{4}(?:\.\d+)?$/.test(words) ? Math.floor(Number(words)) : undefined
  return count === undefined
    ? undefined
    : new Date(Date.UTC(1899, 11, 30) + count * 86_400_000).toISOString().slice(0, 10)
}

/** A whole number with the thousands of its country: `1.200.000`. */
function numberIn(words: string, { group, decimal }: Locale): number | undefined {
  const plain = words.replaceAll(/[\s\u202F]/g, ' ')
  const mark = /\s/.test(group) ? ' ' : group
  const parts = plain.split(mark === '' ? ' ' : mark)
  const whole = parts.at(-1)!.split(decimal)
  const isGrouped =
    parts.slice(1, -1).every((part) => /^\d{3}$/.test(part)) &&
    (parts.length === 1 || /^\d{3}$/.test(whole[0]!))
  if (!isGrouped || !/^\d+$/.test(parts.slice(0, -1).join('') + whole[0]!) || whole.length > 2)
    return undefined
  return whole[1] === undefined || /^0+$/.test(whole[1])
    ? Number(parts.slice(0, -1).join('') + whole[0]!)
    : undefined
}
