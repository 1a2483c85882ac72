import { dayAfter } from '../../days.ts'
import { longDate, sentenceCase } from '../../in-words.ts'
import { type Library, type License, resolveModel } from '../../library/index.ts'
import { type Field, lawBehind, matterFields } from '../../matter/index.ts'
import type { PrintedForm } from '../../matter/written.ts'
import { factsOf } from '../facts.ts'
import { markOf } from '../mark.ts'
import { type Markdown, Missing, markdown } from '../template/value.ts'
import type { FormField } from '../tree/directive/field.ts'
import type { SigningParty } from '../tree/directive/signatures.ts'
import type { DocumentKind, DraftInput } from './types.ts'

/** A question of the questionnaire, and how it is put. */
export interface AskedQuestion {
  /** Path of the fact that the answer gives. */
  id: string
  /** Number of the question. */
  no: number
  question: string
  /** How to answer: help and options; empty where the question says it. */
  how: string
  /** Where the answer goes. */
  field: FormField
}

/** Questions under one heading. */
export interface AskedGroup {
  title: string
  questions: AskedQuestion[]
}

interface QuestionnaireView {
  groups: AskedGroup[]
  vendor: unknown
  product: unknown
  client: unknown
  /** Until when, and where to, it comes back. */
  returnBy: string
  returnTo: string | undefined
  /** Who answers, and when. */
  about: { no: number; question: string; field: FormField }[]
  parties: SigningParty[]
  /** What the licenses say on what is asked. */
  law: { title: string; says: { cite: string; words: Markdown }[] }[]
  /** The sentence behind the tables. */
  end: string
}

/** The questions in groups, by the last key of their facts; what is in no group comes last. */
const groups: [title: string, keys: string[]][] = [
  [
    'The vendor and its product',
    ['name', 'product', 'kind', 'form', 'address', 'principal_place_of_business', 'maker', 'maker_place'],
  ],
  ['Models and rights', ['models', 'licensed', 'above_threshold', 'weights_source', 'infringement_claim']],
  ['Use rules and display', ['policy_in_terms', 'moderation', 'known_dangers', 'display_at']],
  ['Data', ['sees_prompts', 'trains_on_customer_data', 'retention_days', 'data_location', 'subcontractors']],
  ['Recourse and assurance', ['indemnifies', 'insurance', 'certifications']],
  ['Contacts', ['contact', 'incident_contact']],
]

/** Questions about the vendor, turned to the vendor. */
const turned: Record<string, string> = {
  licensed: 'Has the vendor accepted the license of each model, and does it hold the rights under it?',
  form: 'What legal form has the vendor, and under which law? For example: a Delaware corporation.',
}

/** What a vendor is asked before its addendum is drafted. */
export const vendorQuestionnaire: DocumentKind<QuestionnaireView> = {
  id: 'vendor-questionnaire',
  forVendor: true,
  title: 'Llama Vendor Questionnaire',
  summary: 'Questions to a vendor; `clausebook matter import-answers` reads the answers back as facts',
  toOthers: true,
  orientation: 'landscape',
  // Worked out when they are asked for: the fields of a matter take their time, and every start loads this.
  get needs() {
    return [
      ...askedFields().map(({ path }) => path),
      'role',
      'client.name',
      'client.contact',
      'document.return_by',
    ]
  },
  get reads() {
    return {
      topics: [...new Set(askedFields().flatMap(({ law = [] }) => law))],
      facts: ['user-threshold.counted_on_date'],
    }
  },
  notices: pastDay,
  view,
  licenses: () => [],
}

/** Paths of the facts that the questionnaire asks a vendor for, and that its answers may give. */
export function askedOfVendors(): Set<string> {
  return new Set(askedFields().map(({ path }) => path))
}

/** What the questionnaire prints beside the answers, by which words that were added elsewhere are told. */
export function printedQuestionnaire(library: Library): PrintedForm {
  const asked = askedFields().map((field) => questionOf(field, 0, undefined, library))
  return {
    questions: new Map(
      asked.map(({ id, question, how }) => [id, `${question}${how === '' ? '' : ` ${how}`}`]),
    ),
    asks: new Map(asked.map(({ id, question }) => [id, question])),
    about: { by: WHO, on: WHEN },
    placeholders: new Set([...Object.values(placeholders), BOXES]),
    own: new Set([...groups.map(([title]) => title), 'Other', 'Who answers']),
    end: END,
    after: LAW,
  }
}

/** The title of what the licenses say. */
const LAW = 'What the licenses say on what is asked'

/** The sentence behind the tables. */
const END =
  'The answers are complete and correct to the best of the vendor’s knowledge, and the vendor will say when they change.'

/** Who answers, and when: kept beside each fact. */
const WHO = 'Who gives these answers (name and position)?'
const WHEN = 'On which day?'

/** Facts of the vendor that are the client's own to know, or that the signature gives. */
const notAsked = /^vendor\.(?:signatory|contract|meta_grant|products)\b/

/** What is asked of a vendor: all that a matter may say of it, but for what the client knows. */
function askedFields(): Field[] {
  return matterFields().filter(
    ({ path, kind }) => path.startsWith('vendor.') && kind !== 'group' && !notAsked.test(path),
  )
}

/**
 * What a vendor is asked, in its order and numbered, for whoever puts it in another form.
 *
 * @param known facts of the vendor, of which its name and product are printed
 */
export function askedQuestions(library: Library, known: Record<string, unknown>): AskedGroup[] {
  const asked = askedFields()
  const grouped = new Set(groups.flatMap(([, keys]) => keys))
  const all: typeof groups = [
    ...groups,
    ['Other', asked.map(({ key }) => key).filter((key) => !grouped.has(key))],
  ]
  let no = 0
  return all.flatMap(([title, keys]) => {
    const questions = keys.flatMap((key) => asked.filter((field) => field.key === key))
    if (questions.length === 0) return []
    return [
      {
        title,
        questions: questions.map((field) => {
          no += 1
          return questionOf(field, no, known[field.key], library)
        }),
      },
    ]
  })
}

function view(input: DraftInput): QuestionnaireView {
  const { matter } = input
  const facts = factsOf(matter) as Record<'client' | 'vendor', Record<string, unknown>>
  const groups = askedQuestions(input.library, facts.vendor)
  let no = groups.reduce((sum, { questions }) => sum + questions.length, 0)
  const next = () => {
    no += 1
    return no
  }
  return {
    groups,
    about: [
      { question: WHO, control: 'text' as const },
      { question: WHEN, control: 'date' as const },
    ].map(({ question, control }) => ({
      no: next(),
      question,
      field: fieldFor(question, no, { control, options: [] }, ''),
    })),
    returnBy: returnBy(input),
    returnTo: matter.client?.contact === 'unknown' ? undefined : matter.client?.contact,
    client: facts.client.name,
    vendor: facts.vendor.name,
    product: facts.vendor.product,
    parties: [{ name: facts.vendor.name as string | Missing, capacity: 'Vendor' }],
    law: lawOf(askedFields(), input),
    end: END,
  }
}

/** What the licenses of the vendor's models say on what is asked; of all, where it names none that is known. */
function lawOf(asked: Field[], { matter, library }: DraftInput): QuestionnaireView['law'] {
  const licenses = (matter.vendor?.models ?? []).flatMap((name): License[] => {
    const named = resolveModel(name, library)
    return named.known ? named.models.flatMap(({ license }) => library.licenses.get(license) ?? []) : []
  })
  const topics = new Set(asked.flatMap(({ law = [] }) => law))
  return lawBehind(
    { law: [...topics] },
    library,
    licenses.length === 0 ? undefined : [...new Set(licenses)],
  ).map(({ title, says }) => ({
    title,
    says: says.map(({ words, cite }) => ({ cite, words: markdown(words) })),
  }))
}

/** How long a vendor has, where no day is named. */
const DAYS = 14

/**
 * When it comes back: the day that the matter names, or two weeks from the document's, as far as that is still to come; else
 * counted from when the vendor has it.
 */
function returnBy(input: DraftInput): string {
  const day = dayNamed(input)
  return day === undefined || isPast(day, input)
    ? `within ${DAYS} days after you have received it`
    : `by ${longDate(day)}`
}

function dayNamed({ matter, options }: DraftInput): string | undefined {
  const named = matter.document?.return_by
  if (named !== undefined && named !== 'unknown') return named
  const date = options.date ?? matter.document?.date
  return date === undefined ? undefined : dayAfter(date, DAYS, 'days')
}

/** Whether a day is over: on the day that was asked for, else on that of the matter and today, as far as they are known. */
function isPast(day: string, { matter, options }: DraftInput): boolean {
  const days = options.date === undefined ? [matter.document?.date, options.today] : [options.date]
  return days.some((one) => one !== undefined && day < one)
}

/** A day to return it by that is over is told, since the form does not print it. */
function pastDay(input: DraftInput): string[] {
  const named = input.matter.document?.return_by
  if (named === undefined || named === 'unknown' || !isPast(named, input)) return []
  return [
    `document.return_by ${named} is over: the form asks for an answer within ${DAYS} days instead; name a day to come`,
  ]
}

function questionOf(field: Field, no: number, known: unknown, library: Library): AskedQuestion {
  const { path, key, question } = field
  // Two facts are about whom and what is asked; the rest is the vendor's to say.
  const given = ['name', 'product'].includes(key) && known !== undefined && !(known instanceof Missing)
  return {
    id: path,
    no,
    question: turned[key] ?? question,
    how:
      key === 'models'
        ? 'Choose each from a list, or name it as its publisher does.'
        : key === 'above_threshold'
          ? [howTo(field), ...countedMonths(library)].join(' ')
          : howTo(field),
    field: fieldFor(question, no, controlOf(field, library), given ? String(known) : ''),
  }
}

/** What stands in a place to fill in until it is filled. */
const placeholders = {
  list: 'Choose, or write your own.',
  models: 'Choose a model.',
  text: 'Write here.',
  date: 'Choose a day.',
  number: 'Write a number.',
}

type Control = Pick<FormField, 'control' | 'options' | 'count'> & { placeholder?: string }

/** The control that fits what is asked. */
function controlOf({ key, kind, options = [] }: Field, { models }: Library): Control {
  if (key === 'models')
    return {
      control: 'list',
      options: models.map(({ name }) => name),
      count: 4,
      placeholder: placeholders.models,
    }
  switch (kind) {
    case 'yes-no':
      return { control: 'boxes', options: ANSWERS }
    case 'choice':
      return { control: 'list', options: [...options, 'unknown'].map(inWords) }
    case 'date':
      return { control: 'date', options: [] }
    case 'number':
      return { control: 'text', options: [], placeholder: placeholders.number }
    default:
      return { control: 'text', options: [] }
  }
}

/** The boxes of a question that is answered by yes or no, and how they are printed. */
const ANSWERS = ['Yes', 'No', 'Unknown']
const BOXES = ANSWERS.map((answer) => `☐ ${answer}`).join(' ')

/** `on-premises-delivery` → `On premises delivery`; the answer is read back whatever its hyphens. */
function inWords(option: string): string {
  return sentenceCase(option.replaceAll('-', ' '))
}

function fieldFor(question: string, no: number, control: Control, value: string): FormField {
  const placeholder = control.control === 'boxes' ? '' : placeholders[control.control]
  return { placeholder, ...control, value, mark: markOf(question), label: `Answer ${no}` }
}

/** Of which month a license asks, by its date: `For Llama 3.1 (section 2), count June 2024, …`. */
function countedMonths({ terms, licenses }: Library): string[] {
  return [...licenses.values()].flatMap(({ id, name }) => {
    const term = terms.get(`${id}/user-threshold`)
    const day = term?.absent === false ? term.facts.counted_on_date : undefined
    if (typeof day !== 'string' || term?.absent !== false) return []
    const named = longDate(dayAfter(`${day.slice(0, 7)}-01`, -1, 'months').slice(0, 7))
    return [
      `For ${name} (section ${term.sections[0]}), count ${named}, the calendar month before ${longDate(day)}.`,
    ]
  })
}

/** How to answer, where the question does not say it. */
function howTo({ help: said, kind, options = [] }: Field): string {
  const help = said?.replace('An empty list says: none.', 'Write “none” where there is none.')
  const words =
    kind === 'yes-no'
      ? [help, 'Yes or no.']
      : // The help of some questions goes through the options one by one.
        [
          help,
          options.every((option) => help?.includes(option)) ? undefined : `One of: ${options.join(', ')}.`,
        ]
  const several = kind === 'texts' ? 'Part several by semicolons.' : undefined
  return [...words, several].filter((part) => part !== undefined).join(' ')
}
