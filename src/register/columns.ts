import type { FlowDown, Library } from '../library/index.ts'
import { type Field, fieldOf, matterFields } from '../matter/index.ts'
import { type FactColumns, nearestColumn } from '../matter/table.ts'
import { agreedLevels, datedStatuses, statuses } from './types.ts'

type Own = Pick<Field, 'path' | 'question' | 'kind'> & Partial<Field>

const ownFields: Own[] = [
  {
    path: 'id',
    question: 'What is its id in the register?',
    help: 'Left empty, it is known by vendor and product.',
    kind: 'text',
  },
  { path: 'status', question: 'Where does it stand?', kind: 'choice', options: statuses },
  { path: 'owner', question: 'Who sees to it on our side?', kind: 'text' },
  { path: 'category', question: 'Which category is it?', kind: 'text' },
  ...datedStatuses.map(
    (status): Own => ({
      path: `dates.${status}`,
      question: status === 'ended' ? 'On which day did it end?' : `On which day was it ${status}?`,
      kind: 'date',
    }),
  ),
  { path: 'term.ends', question: 'On which day does the contract end?', kind: 'date' },
  { path: 'term.renews', question: 'On which day does the contract renew by itself?', kind: 'date' },
  {
    path: 'term.notice_days',
    question: 'How many days before it renews must a notice be given?',
    kind: 'number',
    unit: 'days',
  },
]

/** What a table of the register may ask of a vendor beside the facts of a matter's vendor. */
export function registerFields({ flowDowns }: Pick<Library, 'flowDowns'>): Field[] {
  const ordered = [...flowDowns.values()].sort((one, other) => one.order - other.order)
  return [
    ...ownFields,
    ...ordered.map(levelField),
    ...ordered.flatMap((flowDown) =>
      Object.entries(flowDown.figures).map(
        ([key, { term }]): Own => ({
          path: `figures.${flowDown.id}.${key}`,
          question: figureQuestion(term),
          kind: 'number',
        }),
      ),
    ),
  ].map((field) => ({ key: field.path.split('.').at(-1)!, depth: 1, ...field }))
}

function levelField({ id, title }: FlowDown): Own {
  return {
    path: `levels.${id}`,
    question: levelQuestion(title),
    help: 'preferred, fallback or walk-away is a level of ours; other: other words; none: nothing.',
    kind: 'choice',
    options: agreedLevels,
  }
}

function levelQuestion(title: string): string {
  return `What was signed on ${title}?`
}

function figureQuestion(term: string): string {
  return `Which ${term} was signed, where it is not that of the level?`
}

/**
 * Whether a header is of a table of the register, and asks for no fact of a vendor.
 *
 * @example
 * isRegisterHeader('Where does it stand?') // true
 */
export function isRegisterHeader(header: string): boolean {
  // Of clauses that the library does not have any more, too.
  const isOf = (question: (of: string) => string) => {
    const [before = '', after = ''] = question('\n').split('\n')
    return header.startsWith(before) && header.endsWith(after)
  }
  return (
    /^(register|levels|figures)\./.test(header) ||
    ownFields.some(({ path, question }) => header === path || header === question) ||
    isOf(levelQuestion) ||
    isOf(figureQuestion)
  )
}

/** The facts of a vendor that a table has by default, the first that a category manager asks for first. */
export function vendorFields(): Field[] {
  return matterFields().filter(
    ({ path, kind }) =>
      path.startsWith('vendor.') && !['group', 'list', 'map'].includes(kind) && !path.includes('[]'),
  )
}

/** The columns that a table of the register may have: the facts of a vendor, and what the register keeps. */
export function registerColumns(library: Pick<Library, 'flowDowns'>): FactColumns {
  const own = registerFields(library)
  const all = [...vendorFields(), ...own]
  const byPath = new Map(all.map((field) => [field.path, field]))
  return {
    fieldOf: (name) => byPath.get(name.replace(/^register\./, '')) ?? vendorFact(name),
    fields: () => all,
    nearest: (name) =>
      nearestColumn(
        name,
        all.map(({ path }) => path),
      ),
  }
}

/** Facts of a vendor within a group, such as `vendor.contract.date`. */
function vendorFact(name: string): Field | undefined {
  return name.startsWith('vendor.') ? fieldOf(name) : undefined
}
