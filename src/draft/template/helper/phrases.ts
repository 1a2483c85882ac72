import { longDate } from '../../../in-words.ts'
import { Missing, missing } from '../value.ts'
import { listOf, valueWords } from './print.ts'
import type { HelperOptions } from './types.ts'

/** `{{inline address}}`: an address as it is written in a sentence, `7 Quay Street, Bristol`, where it was given in lines. */
export function inline(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '')
    .join(', ')
}

/** `{{date day}}`: `July 23, 2024` for `2024-07-23`, `June 2024` for `2024-06`; other words as they are. */
export function date(value: unknown): unknown {
  return value instanceof Missing ? value : longDate(String(value))
}

/** `{{list names}}`: `a, b, and c`; `{{list names "or"}}`. */
export function list(values: unknown, conjunction: unknown): unknown {
  if (values instanceof Missing) return values
  const items = Array.isArray(values) ? values : [values]
  const gap = items.find((item) => item instanceof Missing)
  return gap ?? listOf(items.map(valueWords), typeof conjunction === 'string' ? conjunction : 'and')
}

/** `{{count n "day"}}`: `1 day`, `30 days`; `{{count n "copy" "copies"}}`. */
export function count(value: unknown, one: unknown, many: unknown): unknown {
  if (value instanceof Missing) return value
  const amount = Array.isArray(value) ? value.length : Number(value)
  const plural = typeof many === 'string' ? many : `${one}s`
  return `${valueWords(amount)} ${amount === 1 ? one : plural}`
}

/** `{{plural list "affiliate" "affiliates"}}`: the word alone. */
export function plural(value: unknown, one: unknown, many: unknown): unknown {
  if (value instanceof Missing) return value
  return (Array.isArray(value) ? value.length : Number(value)) === 1 ? one : many
}

/** `{{default fact "words"}}`: the words where the fact is missing. */
export function fallback(value: unknown, words: unknown): unknown {
  return value instanceof Missing || value === undefined ? words : value
}

/** `{{blank "address for notices"}}`: a blank that no fact of the matter fills. */
export function blank(words: unknown, { hash }: HelperOptions): Missing {
  return missing('', String(words), typeof hash.ask === 'string' ? hash.ask : undefined)
}
