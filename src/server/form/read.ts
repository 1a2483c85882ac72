import type { Library } from '../../library/index.ts'
import { type Field, matterFields } from '../../matter/index.ts'
import { answerOf as answerIn, countryNames } from '../../matter/written.ts'
import { countryAbroad } from './abroad.ts'
import { fieldPath, readName } from './name.ts'
import { pickedFrom, valueOfPick } from './picks.ts'
import { plainFigure, plainMonth } from './plainly.ts'
import { requireRows } from './room.ts'

/** What a form sends: a value a field, several for check boxes. */
export type FormBody = Record<string, string | string[]>

/** Says that a list is empty, which is an answer, unlike none. */
export const noneOfThem = '(none)'

/**
 * The facts of a filled form, as a matter file would give them: what is left blank is left out, what people write is read
 * (`Germany`, `1.2 million`, `March 1, 2024`, the name of a license), and what makes no sense stays as it was written, for the
 * check to tell.
 *
 * @throws Refusal where a list has more rows than a form has
 */
export function readForm(body: FormBody, library: Library): Record<string, unknown> {
  const fields = new Map(matterFields().map((field) => [field.path, field]))
  const answers = new Map<string, unknown>()
  for (const [name, given] of Object.entries(body)) {
    const steps = readName(name)
    const field = steps && fields.get(fieldPath(steps))
    const value = field && answerOf(field, given, library)
    if (value !== undefined) answers.set(name, value)
  }
  const title = first(body.matter).trim()
  return { matter: title === '' ? 'Untitled matter' : title, ...groupOf(answers, '', body, 0, fields) }
}

/** The facts of a group, in the schema's order. */
function groupOf(
  answers: Map<string, unknown>,
  at: string,
  body: FormBody,
  depth: number,
  fields: Map<string, Field>,
): Record<string, unknown> {
  const generic = fieldPath(readName(at) ?? [])
  const own = [...fields.values()].filter(
    ({ path, key, depth: deep }) => deep === depth && path === (generic === '' ? key : `${generic}.${key}`),
  )
  return Object.fromEntries(
    own.flatMap((field): [string, unknown][] => {
      const name = at === '' ? field.key : `${at}.${field.key}`
      const value = factOf(field, name, answers, body, fields)
      return value === undefined ? [] : [[field.key, value]]
    }),
  )
}

function factOf(
  field: Field,
  name: string,
  answers: Map<string, unknown>,
  body: FormBody,
  fields: Map<string, Field>,
): unknown {
  const none = first(body[name]) === noneOfThem
  if (field.kind === 'group') return filled(groupOf(answers, name, body, field.depth + 1, fields))
  if (field.kind === 'list') {
    const items = placesUnder(body, name, /^\[(\d{1,3})\]/)
      .map((at) => filled(groupOf(answers, `${name}[${at}]`, body, field.depth + 1, fields)))
      .filter((item) => item !== undefined)
    return items.length > 0 ? items : none ? [] : undefined
  }
  if (field.kind === 'map' && !answers.has(name)) {
    const entries = placesUnder(body, name, /^\{([^{}]{1,200})\}/).flatMap((at): [string, unknown][] => {
      const entry = `${name}{${at}}`
      const value = entryOf(field, entry, answers, body, fields)
      const key = first(body[`${entry}.key`]).trim() || (/^\d+$/.test(at) ? '' : at)
      return key === '' || value === undefined ? [] : [[key, value]]
    })
    return entries.length > 0 ? Object.fromEntries(entries) : none ? {} : undefined
  }
  return answers.get(name)
}

/** A value of a map: one word or number, or facts of its own, of which the count alone may stand for all. */
function entryOf(
  field: Field,
  entry: string,
  answers: Map<string, unknown>,
  body: FormBody,
  fields: Map<string, Field>,
): unknown {
  const word = first(body[entry]).trim()
  if (word !== '') return word
  const facts = filled(groupOf(answers, entry, body, field.depth + 1, fields))
  if (facts === undefined) return first(body[`${entry}.key`]).trim() === '' ? undefined : 'unknown'
  return Object.keys(facts).join() === 'users' ? facts.users : facts
}

/** Places in a list, or entries of a map, that the form has, in its order. */
function placesUnder(body: FormBody, name: string, place: RegExp): string[] {
  const found = Object.keys(body)
    .filter((key) => key.startsWith(name))
    .flatMap((key) => place.exec(key.slice(name.length))?.[1] ?? [])
  const places = [...new Set(found)]
  requireRows(places.length)
  return places
}

function filled<T extends object>(facts: T): T | undefined {
  return Object.keys(facts).length === 0 ? undefined : facts
}

function answerOf(field: Field, given: string | string[], library: Library): unknown {
  const { kind } = field
  const values = (Array.isArray(given) ? given : [given]).map((one) => one.replaceAll('\r\n', '\n').trim())
  const value = values[0] ?? ''
  switch (kind) {
    case 'group':
    case 'list':
      return undefined
    case 'choices': {
      const chosen = values.filter((one) => one !== '' && one !== noneOfThem)
      return chosen.length > 0 ? chosen : values.includes(noneOfThem) ? [] : undefined
    }
    case 'texts': {
      const lines = linesOf(value).map((line) => valueOfPick(line, pickedFrom(field), library))
      return lines.length > 0 ? lines : undefined
    }
    case 'map':
      return value === '' || value === noneOfThem ? undefined : mapOf(value)
    case 'number':
      return answerIn(
        field,
        plainFigure(value, (words) => answerIn(field, words)),
      )
    case 'date':
      return answerIn(field, field.unit?.includes('month') ? plainMonth(value) : value)
    case 'country':
      return value === '' ? undefined : countryIn(String(answerIn(field, value)), field, library)
    default:
      return value === '' ? undefined : valueOfPick(value, pickedFrom(field), library)
  }
}

/** By its name in English, else in another language. */
function countryIn(words: string, field: Field, library: Library): string {
  const value = valueOfPick(words, pickedFrom(field), library)
  const codes = countryNames().map(([code]) => code)
  return codes.includes(value) ? value : (countryAbroad(value, codes) ?? value)
}

/** `2024-06: 402000000`, a line each. */
function mapOf(value: string): Record<string, unknown> {
  return Object.fromEntries(
    linesOf(value).map((line): [string, unknown] => {
      const at = line.lastIndexOf(':')
      return at < 0 ? [line, 'unknown'] : [line.slice(0, at).trim(), countOf(line.slice(at + 1).trim())]
    }),
  )
}

/** People write 700,000,000 and 700 000 000. */
function countOf(value: string): number | string {
  const digits = value.replaceAll(/[,\u00a0\u202f ](?=\d{3}(\D|$))/g, '')
  return /^\d{1,15}$/.test(digits) ? Number(digits) : value
}

function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function first(given: string | string[] | undefined): string {
  return (Array.isArray(given) ? given[0] : given) ?? ''
}
