import type { Library } from '../../library/index.ts'
import { type Field, lawBehind, matterFields } from '../../matter/index.ts'
import { type CardOf, onCards } from './cards.ts'
import { type HelpOnForm, helpOnForm } from './help.ts'
import { idOf } from './name.ts'
import { nameOfPick, pickedFrom } from './picks.ts'
import { noneOfThem } from './read.ts'
import { firstRows } from './rows.ts'

/** A field, a group or a list as `web/views/partials/field.hbs` sets it. */
export interface FieldView {
  name: string
  id: string
  question: string
  help?: string
  unit?: string
  why?: string
  /** The topics whose law makes it matter, with their sections; the words stand on the page of each. */
  law?: { topic: string; title: string; cite: string }[]
  /** Whether there is a reason or a law to show. */
  reasoned: boolean
  /** Nothing that is said hangs on it: it is shown where somebody wants to see all questions. */
  idle: boolean
  /** What it is set as; the facts of a grid are all answered with the same few words. */
  set: 'line' | 'lines' | 'select' | 'checks' | 'group' | 'grid' | 'rows'
  /** Type of a line. */
  type?: 'text' | 'date'
  /** `numeric` brings up digits on a phone. */
  mode?: 'numeric'
  /** Id of the list of names that it offers; of lines, each is one of them. */
  list?: string
  value?: string
  options?: { value: string; name: string; means?: string; chosen: boolean }[]
  /** Facts of a group. */
  fields?: FieldView[]
  rows?: { name: string; id: string; title: string; key?: string; fields: FieldView[] }[]
  /** Whether the list is said to be empty. */
  none?: boolean
  /** Whether nothing is said of the list, and a row stands there to begin with. */
  first?: boolean
  /** Of a group whose other facts stand elsewhere on the card. */
  part?: boolean
  wrong?: string
}

/** What decides how a form looks. */
export interface FormNeeds {
  /** Paths of the facts that the document reads, with the groups and lists above them. */
  needed: ReadonlySet<string>
  /** Paths of those that it prints, or that every document bears. */
  printed: ReadonlySet<string>
  /** Facts that can still change what is said, by the names of their fields; undefined where nobody knows. */
  asked?: ReadonlySet<string> | undefined
  /** What is wrong with an answer, by the field's name. */
  wrong: ReadonlyMap<string, string>
  /** Says the law because of which a fact is asked for. */
  library: Library
}

/** The form of a matter for a document, on its cards: what can change what is said, and the rest, which is idle. */
export function formView(facts: Record<string, unknown>, needs: FormNeeds): CardOf<FieldView>[] {
  const fields = fieldsIn({ name: '', path: '', depth: 0, facts }, needs)
  return onCards(fields.map((field) => ({ key: field.name, field }))).filter(
    ({ fields: some }) => some.length > 0,
  )
}

/** Ids of the fields that are shown of themselves, with the groups and lists that they are in. */
export function shownFields(cards: readonly CardOf<FieldView>[]): string[] {
  const shown = (fields: readonly FieldView[]): string[] =>
    fields.flatMap(({ id, idle, fields: inner = [], rows = [] }) =>
      idle ? [] : [id, ...shown(inner), ...rows.flatMap((row) => shown(row.fields))],
    )
  return cards.flatMap(({ fields }) => shown(fields))
}

/** Where facts stand: at the top, in a group, or in an item of a list. */
interface Level {
  name: string
  /** Path in the schema. */
  path: string
  depth: number
  facts: Record<string, unknown>
}

function fieldsIn({ name, path: at, depth, facts }: Level, needs: FormNeeds): FieldView[] {
  const own = matterFields().filter(
    ({ path, key, depth: deep }) => deep === depth && path === (at === '' ? key : `${at}.${key}`),
  )
  const inUses = at === '' && Array.isArray(facts.uses) && facts.uses.length > 0
  return (
    own
      // Positions have a part of their own, with the words that each level gives.
      .filter(({ path }) => path !== 'negotiation.positions')
      .map((field, place) => {
        const value = facts[field.key]
        const inName = name === '' ? field.key : `${name}.${field.key}`
        const identifies = /(?:\]|\})$/.test(at) && (place === 0 || isOfRow(field))
        const another = own.find(({ insteadOf }) => insteadOf === standing(field.path))
        const instead = field.insteadOf === undefined ? undefined : beside(inName, field, field.insteadOf)
        const wants = (one: string) => needs.asked?.has(one) ?? needs.needed.has(standing(field.path))
        const asked =
          (wants(inName) && (another === undefined || !isBlank(facts[another.key]))) ||
          (instead !== undefined && (needs.asked?.has(instead) ?? false)) ||
          (needs.asked === undefined ? false : [...needs.asked].some((one) => one.startsWith(`${inName}[`)))
        const printed =
          needs.printed.has(standing(field.path)) && (identifies || !standing(field.path).includes('[]'))
        // Where the uses say for themselves, nothing is asked of all of them together.
        const shown = (asked || printed || identifies) && !(inUses && isOfUse(field))
        return fieldView(field, { name: inName, value, shown }, needs)
      })
  )
}

/** Path of a fact of a use as it stands at the top: a document names it there. */
function standing(path: string): string {
  return path.replace(/^uses\[\]\./, '')
}

/** The name of a field that stands beside another. */
function beside(name: string, { path }: Field, other: string): string {
  return name.slice(0, name.length - standing(path).length) + other
}

/** What tells a row from others: what it is, and what it names of the library. Of a model its name says it. */
function isOfRow({ path, kind, picks }: Field): boolean {
  const within = standing(path)
  return within.includes('[]') && !within.startsWith('models[]') && (kind === 'choice' || picks === 'models')
}

function isOfUse({ path }: Field): boolean {
  return matterFields().some((field) => field.path === `uses[].${path}`)
}

/** An item of a list; one that is a mere name has it as its first fact, as in a matter file. */
function itemOf(item: unknown, path: string): Record<string, unknown> {
  const named = typeof item === 'string' && matterFields().find((field) => field.path.startsWith(`${path}.`))
  return named ? { [named.key]: item } : objectOf(item)
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

interface Stands {
  name: string
  value: unknown
  /** Whether it is shown though nothing is in it. */
  shown: boolean
}

function fieldView(field: Field, { name, value, shown }: Stands, needs: FormNeeds): FieldView {
  const { question, unit, why, kind, options = [], path, depth } = field
  const law = lawBehind(field, needs.library).map(({ topic, title, cite }) => ({ topic, title, cite }))
  const wrong = needs.wrong.get(name)
  const list = pickedFrom(field)
  const help = helpOnForm(field)
  // A calendar and a list of names say themselves how an answer is written.
  const shows = list === 'countries' || (kind === 'date' && isDay(field, textOf(value)))
  const view = {
    name,
    id: idOf(name),
    question,
    reasoned: why !== undefined || law.length > 0,
    idle: !shown && wrong === undefined && isBlank(value),
    ...(why === undefined ? {} : { why }),
    ...(law.length === 0 ? {} : { law }),
    ...(help.line === undefined ? {} : { help: help.line }),
    ...(unit === undefined || shows ? {} : { unit }),
    ...(wrong === undefined ? {} : { wrong }),
  }
  const named = (one: unknown) => nameOfPick(textOf(one), list, needs.library)
  switch (kind) {
    case 'group': {
      const fields = fieldsIn({ name, path, depth: depth + 1, facts: objectOf(value) }, needs)
      const idle = wrong === undefined && fields.every((one) => one.idle)
      return isGrid(path)
        ? { ...view, set: 'grid', fields: fields.map(inGrid), idle }
        : { ...view, set: 'group', fields, idle }
    }
    case 'list': {
      const items = Array.isArray(value) ? value : firstRows(path)
      const rows = items.map((item, at) => ({
        name: `${name}[${at}]`,
        id: idOf(`${name}[${at}]`),
        title: String(at + 1),
        fields: fieldsIn(
          { name: `${name}[${at}]`, path: `${path}[]`, depth: depth + 1, facts: itemOf(item, `${path}[]`) },
          needs,
        ),
      }))
      const none = Array.isArray(value) && items.length === 0
      return { ...view, set: 'rows', rows, none, first: !Array.isArray(value) }
    }
    case 'map':
      return path.includes('{}')
        ? { ...view, set: 'lines', value: linesOfMap(value) }
        : mapView(field, name, value, needs, view)
    case 'choices': {
      const chosen = Array.isArray(value) ? value.map(String) : []
      const boxes = options.map((option) => ({
        ...optionView(option, help),
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
          ...words.map((word) => ({ ...optionView(word, help), chosen: said === word })),
          { value: 'unknown', name: 'not known', chosen: said === 'unknown' },
          ...(known ? [] : [{ value: said, name: said, chosen: true }]),
        ],
      }
    }
    case 'texts':
      return {
        ...view,
        set: 'lines',
        ...(list && { list }),
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

/** Whether the facts of a group are all answered with the same words. */
function isGrid(group: string): boolean {
  const inner = matterFields().filter(({ path }) => path.startsWith(`${group}.`))
  return (
    inner.length > 1 &&
    inner.every(({ kind, options }) => kind === 'choice' && options?.join() === inner[0]!.options?.join())
  )
}

/** In a grid nothing is chosen of what is not known, and whoever knows it no longer can say so again. */
function inGrid({ options = [], help: _, ...field }: FieldView): FieldView {
  const told = options.filter(({ value }) => value !== '' && value !== 'unknown')
  const unsaid = options.find(({ value, chosen }) => chosen && value === 'unknown')
  const known = told.some(({ chosen }) => chosen)
  return {
    ...field,
    options: [...told, { value: unsaid?.value ?? '', name: 'not known', chosen: !known }],
  }
}

function optionView(option: string, help: HelpOnForm): { value: string; name: string; means?: string } {
  const means = help.options.get(option)
  return { value: option, name: worded(option), ...(means !== undefined && { means }) }
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
  const said = typeof value === 'object' && value !== null
  const rows = Object.entries(objectOf(value)).map(([key, own], at) => ({
    name: `${name}{${at}}`,
    id: idOf(`${name}{${at}}`),
    title: String(at + 1),
    key,
    fields: fieldsIn(
      {
        name: `${name}{${at}}`,
        path: `${path}.{}`,
        depth: depth + 1,
        facts: typeof own === 'object' ? objectOf(own) : { users: own },
      },
      needs,
    ),
  }))
  return { ...view, set: 'rows', rows, none: said && rows.length === 0 }
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
