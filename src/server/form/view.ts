import type { Library } from '../../library/index.ts'
import { type Field, lawBehind, matterFields } from '../../matter/index.ts'
import { idOf } from './name.ts'
import { nameOfPick, pickedFrom } from './picks.ts'
import { noneOfThem } from './read.ts'

/** A field, a group or a list as `web/views/partials/field.hbs` sets it. */
export interface FieldView {
  name: string
  id: string
  question: string
  help?: string
  unit?: string
  why?: string
  /** The topics whose law makes it matter, with their sections; the words stand once, below the form. */
  law?: { topic: string; title: string; cite: string }[]
  /** Whether there is a reason or a law to show. */
  asked: boolean
  /** What it is set as. */
  set: 'line' | 'lines' | 'select' | 'checks' | 'group' | 'rows'
  /** Type of a line. */
  type?: 'text' | 'date'
  /** `numeric` brings up digits on a phone. */
  mode?: 'numeric'
  /** Id of the list of names that it offers. */
  list?: string
  value?: string
  options?: { value: string; name: string; chosen: boolean }[]
  /** Facts of a group that the document needs, and those that it does not. */
  needed?: FieldView[]
  more?: FieldView[]
  rows?: { name: string; id: string; title: string; key?: string; needed: FieldView[]; more: FieldView[] }[]
  /** Whether the list is said to be empty. */
  none?: boolean
  wrong?: string
}

/** What decides how a form looks. */
export interface FormNeeds {
  /** Paths of the facts that the document reads, with the groups and lists above them. */
  needed: ReadonlySet<string>
  /** What is wrong with an answer, by the field's name. */
  wrong: ReadonlyMap<string, string>
  /** Says the law because of which a fact is asked for. */
  library: Library
}

/** The form of a matter for a document: what it needs, and what may be told besides. */
export function formView(
  facts: Record<string, unknown>,
  needs: FormNeeds,
): { needed: FieldView[]; more: FieldView[] } {
  return split('', facts, 0, needs)
}

function split(
  at: string,
  facts: Record<string, unknown>,
  depth: number,
  needs: FormNeeds,
  schemaPath = '',
): { needed: FieldView[]; more: FieldView[] } {
  const own = matterFields().filter(
    ({ path, key, depth: deep }) =>
      deep === depth && path === (schemaPath === '' ? key : `${schemaPath}.${key}`),
  )
  const views = own
    // Positions have a part of their own, with the words that each level gives.
    .filter(({ path }) => path !== 'negotiation.positions')
    .map((field) => ({
      needed: needs.needed.has(field.path),
      view: fieldView(field, at === '' ? field.key : `${at}.${field.key}`, facts[field.key], needs),
    }))
  return {
    needed: views.filter(({ needed }) => needed).map(({ view }) => view),
    more: views.filter(({ needed }) => !needed).map(({ view }) => view),
  }
}

/** An item of a list; one that is a mere name has it as its first fact, as in a matter file. */
function itemOf(item: unknown, path: string): Record<string, unknown> {
  const named = typeof item === 'string' && matterFields().find((field) => field.path.startsWith(`${path}.`))
  return named ? { [named.key]: item } : objectOf(item)
}

function fieldView(field: Field, name: string, value: unknown, needs: FormNeeds): FieldView {
  const { question, help, unit, why, kind, options = [], path, depth } = field
  const law = lawBehind(field, needs.library).map(({ topic, title, cite }) => ({ topic, title, cite }))
  const wrong = needs.wrong.get(name)
  const list = pickedFrom(field)
  // A calendar and a list of names say themselves how an answer is written.
  const shows = list === 'countries' || (kind === 'date' && isDay(field, textOf(value)))
  const view = {
    name,
    id: idOf(name),
    question,
    asked: why !== undefined || law.length > 0,
    ...(why === undefined ? {} : { why }),
    ...(law.length === 0 ? {} : { law }),
    ...(help === undefined ? {} : { help }),
    ...(unit === undefined || shows ? {} : { unit }),
    ...(wrong === undefined ? {} : { wrong }),
  }
  const named = (one: unknown) => nameOfPick(textOf(one), list, needs.library)
  switch (kind) {
    case 'group':
      return { ...view, set: 'group', ...split(name, objectOf(value), depth + 1, needs, path) }
    case 'list': {
      const items = Array.isArray(value) ? value : []
      const rows = (items.length === 0 && !Array.isArray(value) ? [{}] : items).map((item, at) => ({
        name: `${name}[${at}]`,
        id: idOf(`${name}[${at}]`),
        title: String(at + 1),
        ...split(`${name}[${at}]`, itemOf(item, `${path}[]`), depth + 1, needs, `${path}[]`),
      }))
      return { ...view, set: 'rows', rows, none: Array.isArray(value) && items.length === 0 }
    }
    case 'map':
      return path.includes('{}')
        ? { ...view, set: 'lines', value: linesOfMap(value) }
        : mapView(field, name, value, needs, view)
    case 'choices': {
      const chosen = Array.isArray(value) ? value.map(String) : []
      const boxes = options.map((option) => ({
        value: option,
        name: worded(option),
        chosen: chosen.includes(option),
      }))
      const nothing = {
        value: noneOfThem,
        name: 'none of these',
        chosen: Array.isArray(value) && chosen.length === 0,
      }
      return { ...view, set: 'checks', options: options.includes('nobody') ? boxes : [...boxes, nothing] }
    }
    case 'choice':
    case 'yes-no': {
      const words = kind === 'yes-no' ? ['yes', 'no'] : options
      const said = value === true ? 'yes' : value === false ? 'no' : textOf(value)
      const known = said === '' || said === 'unknown' || words.includes(said)
      return {
        ...view,
        set: 'select',
        options: [
          { value: '', name: '—', chosen: said === '' },
          ...words.map((word) => ({ value: word, name: worded(word), chosen: said === word })),
          { value: 'unknown', name: 'not known', chosen: said === 'unknown' },
          ...(known ? [] : [{ value: said, name: said, chosen: true }]),
        ],
      }
    }
    case 'texts':
      return {
        ...view,
        set: 'lines',
        value: Array.isArray(value) ? value.map(named).join('\n') : textOf(value),
      }
    case 'long-text':
      return { ...view, set: 'lines', value: textOf(value) }
    case 'date':
      return {
        ...view,
        set: 'line',
        type: isDay(field, textOf(value)) ? 'date' : 'text',
        value: textOf(value),
      }
    case 'number':
      return { ...view, set: 'line', type: 'text', mode: 'numeric', value: textOf(value) }
    default:
      return { ...view, set: 'line', type: 'text', ...(list && { list }), value: named(value) }
  }
}

/** Whether a calendar can be shown: it would show nothing of a month, nor of what is no date. */
function isDay({ unit = '' }: Field, value: string): boolean {
  return !unit.includes('month') && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value))
}

function mapView(
  { path, depth }: Field,
  name: string,
  value: unknown,
  needs: FormNeeds,
  view: Omit<FieldView, 'set'>,
): FieldView {
  const entries = Object.entries(objectOf(value))
  const said = typeof value === 'object' && value !== null
  const rows = (entries.length === 0 && !said ? [['', {}] as [string, unknown]] : entries).map(
    ([key, own], at) => ({
      name: `${name}{${at}}`,
      id: idOf(`${name}{${at}}`),
      title: String(at + 1),
      key,
      ...split(
        `${name}{${at}}`,
        typeof own === 'object' ? objectOf(own) : { users: own },
        depth + 1,
        needs,
        `${path}.{}`,
      ),
    }),
  )
  return { ...view, set: 'rows', rows, none: said && entries.length === 0 }
}

function linesOfMap(value: unknown): string {
  return Object.entries(objectOf(value))
    .map(([key, own]) => `${key}: ${textOf(own)}`)
    .join('\n')
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function worded(option: string): string {
  return option.replaceAll('-', ' ')
}
