import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { UNIONS } from '../written/said/country.ts'
import type { Leaf } from './question.ts'

/** The word for a fact that is asked and not known. */
export const unknown = 'unknown'

/** A value as a person reads it in a message. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group of keys'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text
}

const expected =
  (what: string) =>
  ({ input }: { input?: unknown }): string =>
    `expected ${what}, got ${shown(input)}${typeof input === 'number' && what.startsWith('text') ? ': put it in quotation marks' : ''}`

/** Words on one line. */
export function text(what = 'text') {
  const schema = z
    .string({ error: expected(what) })
    .trim()
    .min(1, `expected ${what}, got nothing: write unknown where it is not known`)
    .max(500, 'expected at most 500 characters')
  return { schema, kind: 'text' } satisfies Leaf<typeof schema>
}

/** Words of any length. */
export function longText() {
  const schema = z
    .string({ error: expected('text') })
    .trim()
    .min(1, 'expected text, got nothing: write unknown where it is not known')
    .max(20_000, 'expected at most 20,000 characters')
  return { schema, kind: 'long-text' } satisfies Leaf<typeof schema>
}

/** `yes` and `no` are what people write; conditions see true and false. */
export function yesNo() {
  const schema = z
    .union([z.boolean(), z.enum(['yes', 'no', unknown])], { error: expected('yes, no or unknown') })
    .transform((value): boolean | 'unknown' => (value === 'yes' ? true : value === 'no' ? false : value))
  return { schema, kind: 'yes-no' } satisfies Leaf<typeof schema>
}

/** A count, from 0. */
export function wholeNumber() {
  const schema = z
    .int({ error: expected('a whole number') })
    .min(0, { error: expected('a whole number from 0') })
  return { schema, kind: 'number' } satisfies Leaf<typeof schema>
}

/** A count as the value of a map, where the key says that the thing is there, whether or not its count is known. */
export const countOrUnknown = z.union([wholeNumber().schema, z.literal(unknown)], {
  error: expected('a whole number'),
})

/** `2024-07-23`. */
export function date() {
  const schema = z.iso.date({ error: expected('a date such as 2024-07-23') })
  return { schema, kind: 'date' } satisfies Leaf<typeof schema>
}

/** `2024-07-23`, or `2024-07` where the day is not known. */
export function dayOrMonth() {
  const error = expected('a date such as 2024-07-23, or a month such as 2024-07')
  const schema = z
    .string({ error })
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/, { error })
  return { schema, kind: 'date' } satisfies Leaf<typeof schema>
}

/** Codes that people write and ISO 3166 does not mean so. */
const notIso = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
])

/** ISO 3166-1 alpha-2, as the conditions on places ask for it. */
export function country() {
  const error = expected('a country as two capital letters, such as US or DE')
  const schema = z
    .string({ error })
    .regex(/^[A-Z]{2}$/, { error })
    // A union is no country: conditions on its members would not hold of it.
    .refine((code) => !UNIONS.includes(code), {
      error: ({ input }) => `expected a country, got ${input}, which is several: write the one, such as DE`,
    })
    .refine((code) => !notIso.has(code), {
      error: ({ input }) => `expected the code of ISO 3166, got ${input}: write ${notIso.get(String(input))}`,
    })
  return { schema, kind: 'country' } satisfies Leaf<typeof schema>
}

/** One of some words. */
export function choice<const O extends string>(options: readonly O[]) {
  const schema = z.enum([...options, unknown], { error: ({ input }) => notAmong(options, input) })
  return { schema, kind: 'choice', options } satisfies Leaf<typeof schema>
}

/** `yes`, `partly` or `no`: a control in place. True and false are taken for yes and no. */
export function control() {
  const options = ['yes', 'partly', 'no'] as const
  const schema = z
    .union([z.enum([...options, unknown]), z.boolean()], { error: ({ input }) => notAmong(options, input) })
    .transform((value) => (value === true ? 'yes' : value === false ? 'no' : value))
  return { schema, kind: 'choice', options } satisfies Leaf<typeof schema>
}

/** `yes` or `no` as words, where a condition reads better with them. */
export function yesNoWord() {
  const options = ['yes', 'no'] as const
  const schema = z
    .union([z.enum([...options, unknown]), z.boolean()], { error: ({ input }) => notAmong(options, input) })
    .transform((value) => (value === true ? 'yes' : value === false ? 'no' : value))
  return { schema, kind: 'choice', options } satisfies Leaf<typeof schema>
}

/** Some of some words; an empty list says that none applies. */
export function choices<const O extends string>(options: readonly O[], none?: O) {
  const item = z.enum([...options], { error: ({ input }) => notAmong(options, input) })
  const schema = z
    .array(item, {
      error: ({ input }) =>
        `expected a list of ${options.join(', ')}, got ${shown(input)}${inBrackets(input)}`,
    })
    .superRefine((list, context) => {
      if (none !== undefined && list.includes(none) && list.length > 1) {
        context.addIssue(`expected ${none} alone or the others without it, got both`)
      }
      const twice = list.find((value, at) => list.indexOf(value) !== at)
      if (twice !== undefined) context.addIssue(`expected each word once, got ${twice} twice`)
    })
  return { schema, kind: 'choices', options } satisfies Leaf<typeof schema>
}

/** A list of words of one's own. */
export function texts() {
  const schema = z.array(text().schema, {
    error: ({ input }) => `expected a list of words, got ${shown(input)}${inBrackets(input)}`,
  })
  return { schema, kind: 'texts' } satisfies Leaf<typeof schema>
}

function inBrackets(input: unknown): string {
  return typeof input === 'string' ? `: write [${input}]` : ''
}

function notAmong(options: readonly string[], input: unknown): string {
  const list = [...options.filter((option) => option !== unknown), unknown].join(', ')
  const near =
    typeof input === 'string' && input !== '' ? closest(input.toLowerCase(), [...options]) : undefined
  const close = near !== undefined && alike(near, String(input))
  return `expected one of ${list}, got ${shown(input)}${close ? `: did you mean ${near}?` : ''}`
}

/** Whether a word may have been meant for another: at most a third of its letters differ. */
export function alike(one: string, other: string): boolean {
  return distance(one.toLowerCase(), other.toLowerCase()) <= Math.ceil(Math.max(one.length, other.length) / 3)
}
