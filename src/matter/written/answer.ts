import { today } from '../../today.ts'
import type { Field } from '../fields.ts'
import { unknown } from '../schema/leaf.ts'
import { dayOf } from './day.ts'
import { countryOf, WORDS } from './said/country.ts'
import { saidReaders } from './said/index.ts'
import { itemsOf, NOTHING } from './said/items.ts'
import { tickedIn, yesOrNo } from './said/yes-no.ts'

/** What people write for a fact that they do not know. */
const notKnown = /^(?:unknown|not known|don['’]?t know|do not know|not sure|tbd|tbc|to be confirmed|\?+)\.?$/i

/** How a question was put, and when it was answered. */
export interface Asked {
  /** As the form printed it; else as the matter asks it. */
  question?: string
  /** ISO date; else today. */
  day?: string
}

/**
 * A fact as a person writes it in a cell or behind a question: `Yes.`, `Llama 3.3; Llama 2`, `1,200`, `Germany`,
 * `March 1, 2024`. What cannot be read is left as it is, and the matter's own check says what is wrong with it.
 *
 * @returns undefined where nothing is written
 * @example answerOf(fieldOf('vendor.models')!, 'Llama 3.3; Llama 2') // ['Llama 3.3', 'Llama 2']
 */
export function answerOf(field: Field, written: string, asked: Asked = {}): unknown {
  const { kind, unit, options = [] } = field
  const { question = field.question, day = today() } = asked
  const words = written.trim()
  if (words === '') return undefined
  if (notKnown.test(words) || notKnown.test(tickedIn(words) ?? '')) return unknown
  switch (kind) {
    case 'yes-no':
      return yesOrNo(words, question, day) ?? words
    case 'choice':
      return optionOf(words, options, question, day) ?? words
    case 'choices':
      return itemsOf(words).map((item) => optionOf(item, options, question, day) ?? item)
    case 'texts':
      return itemsOf(words)
    case 'number':
      return numberOf(words, unit) ?? words
    case 'date':
      return dayOf(words) ?? words
    case 'country':
      return countryOf(words) ?? words
    default:
      return words
  }
}

/** The option that is meant, whatever its case and hyphens; a misspelling is for the check, which suggests. */
function optionOf(
  words: string,
  options: readonly string[],
  question: string,
  day: string,
): string | undefined {
  const said = plain(words)
  const same = options.find((option) => plain(option) === said)
  if (same !== undefined) return same
  if (options.includes('yes') && options.includes('no')) {
    if (options.includes('partly') && /^(?:partly|partially|in part)[.!]?$/i.test(words)) return 'partly'
    return yesOrNo(words, question, day)
  }
  return undefined
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/\.$/, '')
}

const magnitudes = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
])

/** `1.2 million`, `120M`, `700 k`; `1.200 million` is two numbers, and so is anything that is no whole one. */
function roundOf(words: string): number | undefined {
  const [, whole = '', part = '', of = ''] =
    /^(\d{1,4}|\d{1,3}(?:,\d{3})+)(?:[.,](\d{1,2}))?\s?(\p{L}+)\.?$/u.exec(words) ?? []
  const times = magnitudes.get(of.toLowerCase())
  if (times === undefined) return undefined
  const hundredths = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'))
  return (hundredths * times) / 100
}

/** `1,200,000`, `1 200 000`; `30 days`, where days are what is asked. `1.200` is two numbers, by where it is written. */
function numberOf(words: string, unit = ''): number | undefined {
  const round = unit.startsWith('users') ? roundOf(words) : undefined
  if (round !== undefined) return round
  const [, digits, of = ''] =
    /^(\d{1,3}(?:[,\u00A0\u202F ’']\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:\s*(\p{L}+))?\.?$/u.exec(words) ?? []
  if (digits === undefined || (of !== '' && singular(of) !== singular(unit))) return undefined
  return Number(digits.replace(/\D/g, ''))
}

function singular(word: string): string {
  return word.toLowerCase().replace(/s$/, '')
}

/** Words that answer nothing, or point elsewhere. */
const EVASIVE =
  /^(?:n\/?a|not applicable|no (?:idea|comment|answer|information)|pending|under review|in progress|as (?:discussed|agreed|above|before|usual)|please (?:see|ask|contact|refer)|(?:tb[dca]|to (?:follow|be)|will (?:follow|be)|see|refer to|cf\.|per|same as|ditto|ask|attached|enclosed)\b.*|confidential|maybe|perhaps|possibly|probably|it depends|depends\b.*|varies|various|we (?:think|believe|assume)\b.*|-+|–|—|\.+|…)[.!]?$/iu
/** A yes, no or none that goes on: what it takes back is a person's to read. */
const QUALIFIED = /^(?:yes|no|none|not|nobody|nowhere)\b(?!\.\s*\d)(?=.*\p{L}.*\p{L})/isu
const PLAIN = /^(?:yes|no|none|nobody|no one|nowhere|not shown)[.!]?$/i

/**
 * Why words that a text or a list takes as they are answer the question all the same not: they point elsewhere, or begin with a
 * yes or a no and go on. A name may begin with any word.
 *
 * @returns undefined where they are an answer, and for facts whose value the check reads
 */
export function evasionIn({ kind, said }: Field, written: string): string | undefined {
  if (kind === 'country' && /^[a-z]{2}$/i.test(written.trim()) && countryOf(written.trim()) === undefined)
    return `“${written.trim()}” is no country: name the one`
  if (kind !== 'text' && kind !== 'texts' && kind !== 'long-text') return undefined
  const parts = (kind === 'texts' ? written.split(/\s*[;\n\r]\s*/) : [written]).map((one) => one.trim())
  for (const part of parts) {
    if (part !== '' && (said === 'name' || said === 'contact' || said === undefined) && isNamed(part, said))
      continue
    if (EVASIVE.test(part)) return `“${part}” answers nothing: a person reads it`
    if (!PLAIN.test(part) && QUALIFIED.test(part))
      return `“${part}” is a yes or a no that goes on: a person reads it`
    if (kind === 'texts' && parts.length > 1 && PLAIN.test(part)) return `“${part}” stands beside other items`
  }
  return undefined
}

/** Whether words that begin like an evasion are a name: Per Aarsleff A/S, No Isolation AS. */
function isNamed(part: string, said: Field['said']): boolean {
  const read = saidReaders[said === 'contact' ? 'contact' : 'name']
  return read(part, today()) === undefined
}

/**
 * Why an answer of a vendor is not read: one of its words is none that its question gives room for. What a questionnaire
 * asks says itself what its answers are made of.
 *
 * @returns undefined where every word is accounted for
 */
export function unansweredIn(
  { kind, said, help }: Field,
  written: string,
  { day = today() }: Asked = {},
): string | undefined {
  const words = written.trim()
  if (kind === 'country' && WORDS.includes(words)) return `“${words}” may be no country: a person reads it`
  if (kind !== 'text' && kind !== 'texts' && kind !== 'long-text') return undefined
  if (kind === 'texts' && NOTHING.test(words) && help?.includes('An empty list says: none')) return undefined
  return said === undefined ? undefined : saidReaders[said](words, day)
}
