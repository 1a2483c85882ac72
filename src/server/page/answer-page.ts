import { type AskedQuestion, askedOfVendors, askedQuestions } from '../../draft/index.ts'
import { longDate } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { fieldOf } from '../../matter/index.ts'
import type { UnreadAnswer } from '../../matter/written.ts'
import { type VendorRecord, vendorTitle } from '../../register/index.ts'
import type { GivenAnswer, VendorLink } from '../../register/links.ts'
import { Refusal } from '../refusal.ts'

/** What is told above and within the form. */
export interface Told {
  /** What was typed, as it came. */
  given?: Record<string, unknown>
  wrong?: string
  /** Answers that nobody could read, and why. */
  unread?: readonly UnreadAnswer[]
  sent?: boolean
}

/** The longest answer that is kept, in characters. */
const longest = 4_000

/** The most lines of one: each is kept with its indentation, which may be longer than itself. */
const mostLines = 100

/** What `answer.hbs` shows: who asks, until when, and the questions with what was typed. */
export function answerView(
  { client, made, until, answers }: VendorLink,
  record: Pick<VendorRecord, 'vendor'>,
  library: Library,
  { given, wrong, unread = [], sent = false }: Told,
) {
  const { vendor } = record
  const last = answers.at(-1)
  return {
    title: 'Llama Vendor Questionnaire',
    vendor: vendorTitle(record),
    client: client ?? made.by,
    until: longDate(until),
    ...(last && { before: { on: longDate(last.at.slice(0, 10)), count: last.said.length } }),
    sent,
    wrong,
    unread: unread.length,
    by: wordOf(given, 'by'),
    longest,
    models: library.models.map(({ name }) => name),
    groups: askedQuestions(library, { name: vendor.name, product: vendor.product }).map(
      ({ title, questions }) => ({
        title,
        questions: questions.map((question) => ({
          ...questionView(question, given),
          unread: unread.find(({ fact }) => fact === question.id)?.reason,
        })),
      }),
    ),
  }
}

function questionView({ id, no, question, how, field }: AskedQuestion, given?: Record<string, unknown>) {
  const kind = fieldOf(id)?.kind
  const typed = (part: string) => wordOf(given, `${part}.${id}`)
  const own = given === undefined ? field.value : typed('own')
  const common = { id, no, question, how: how === '' ? undefined : how, own }
  if (field.control === 'boxes' || (field.control === 'list' && kind === 'choice')) {
    const chosen = typed('chosen')
    const options = field.options.map((name) => ({ name, chosen: name === chosen }))
    return { ...common, options, few: field.control === 'boxes', none: chosen === '' }
  }
  if (kind === 'date') return { ...common, date: true }
  return kind === 'number' ? { ...common, line: true } : { ...common, lines: true, several: kind === 'texts' }
}

/**
 * The answers of a form, word for word: what is chosen, and what stands beside it in own words.
 *
 * @throws Refusal 400 where one is longer than any answer, or has more lines
 */
export function givenIn(given: Record<string, unknown>): GivenAnswer[] {
  return [...askedOfVendors()].flatMap((fact) => {
    const parts = [wordOf(given, `chosen.${fact}`), wordOf(given, `own.${fact}`)].map((one) => one.trim())
    const words = parts.filter((one) => one !== '').join('; ')
    const [wrong, most] =
      words.length > longest
        ? ['is too long', `${longest} characters`]
        : words.split('\n').length > mostLines
          ? ['has too many lines', `${mostLines} lines`]
          : []
    if (wrong !== undefined) {
      const question = fieldOf(fact)?.question ?? fact
      throw new Refusal(400, 'form', `This answer ${wrong}: “${question}” Say it in ${most}.`)
    }
    return words === '' ? [] : [{ fact, words }]
  })
}

/** A field as it was sent, without signs that nobody sees and no file keeps. */
function wordOf(given: Record<string, unknown> | undefined, name: string): string {
  const value = given?.[name]
  const words = typeof value === 'string' ? value : ''
  return words.replaceAll('\r\n', '\n').replaceAll(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
}
