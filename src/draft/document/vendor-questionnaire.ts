import { type Library, type License, resolveModel } from '../../library/index.ts'
import { type Field, lawBehind, matterFields } from '../../matter/index.ts'
import type { PrintedForm } from '../../matter/written.ts'
import { factsOf } from '../facts.ts'
import { type Markdown, Missing, markdown } from '../template/value.ts'
import type { SigningParty } from '../tree/directive/signatures.ts'
import type { DocumentKind, DraftInput } from './types.ts'

interface AskedQuestion {
  /** Path of the fact, by which the answer is read back. */
  id: string
  question: string
  /** How to answer: help and options; empty where the question says it. */
  how: string
  /** What is known already. */
  answer: string
}

interface QuestionnaireView {
  groups: { title: string; questions: AskedQuestion[] }[]
  vendor: unknown
  product: unknown
  client: unknown
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
    ['name', 'product', 'kind', 'form', 'address', 'principal_place_of_business'],
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
    return [...askedFields().map(({ path }) => path), 'client.name']
  },
  get reads() {
    return { topics: [...new Set(askedFields().flatMap(({ law = [] }) => law))] }
  },
  view,
  licenses: () => [],
}

/** Paths of the facts that the questionnaire asks a vendor for, and that its answers may give. */
export function askedOfVendors(): Set<string> {
  return new Set(askedFields().map(({ path }) => path))
}

/** What the questionnaire prints beside the answers, by which words that were added elsewhere are told. */
export function printedQuestionnaire(library: Library): PrintedForm {
  return {
    questions: new Map(
      askedFields().map((field) => {
        const { id, question, how } = questionOf(field, undefined, library)
        return [id, `${question}${how === '' ? '' : ` ${how}`}`]
      }),
    ),
    own: new Set([...groups.map(([title]) => title), 'Other']),
    end: END,
  }
}

/** The sentence behind the tables. */
const END =
  'The answers are complete and correct to the best of the vendor’s knowledge, and the vendor will say when they change.'

/** Facts of the vendor that are the client's own to know, or that the signature gives. */
const notAsked = /^vendor\.(?:signatory|contract|meta_grant)\b/

/** What is asked of a vendor: all that a matter may say of it, but for what the client knows. */
function askedFields(): Field[] {
  return matterFields().filter(
    ({ path, kind }) => path.startsWith('vendor.') && kind !== 'group' && !notAsked.test(path),
  )
}

function view(input: DraftInput): QuestionnaireView {
  const { matter } = input
  const facts = factsOf(matter) as Record<'client' | 'vendor', Record<string, unknown>>
  const asked = askedFields()
  const grouped = new Set(groups.flatMap(([, keys]) => keys))
  const all: typeof groups = [
    ...groups,
    ['Other', asked.map(({ key }) => key).filter((key) => !grouped.has(key))],
  ]
  return {
    groups: all.flatMap(([title, keys]) => {
      const questions = keys.flatMap((key) => asked.filter((field) => field.key === key))
      return questions.length === 0
        ? []
        : [
            {
              title,
              questions: questions.map((field) => questionOf(field, facts.vendor[field.key], input.library)),
            },
          ]
    }),
    client: facts.client.name,
    vendor: facts.vendor.name,
    product: facts.vendor.product,
    parties: [{ name: facts.vendor.name as string | Missing, capacity: 'Vendor' }],
    law: lawOf(asked, input),
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

function questionOf(field: Field, known: unknown, library: Library): AskedQuestion {
  const { path, key, question } = field
  return {
    id: path,
    question: turned[key] ?? question,
    how:
      key === 'models'
        ? `From: ${library.models.map(({ name }) => name).join(', ')}. Part several by semicolons.`
        : howTo(field),
    // Two facts are about whom and what is asked; the rest is the vendor's to say.
    answer:
      ['name', 'product'].includes(key) && known !== undefined && !(known instanceof Missing)
        ? String(known)
        : '',
  }
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
