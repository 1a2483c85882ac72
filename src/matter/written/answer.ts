import type { Field } from '../fields.ts'
import { unknown } from '../schema/leaf.ts'
import { dayOf } from './day.ts'

/** What people write for a fact that they do not know. */
const notKnown = /^(?:unknown|not known|don['’]?t know|do not know|not sure|tbd|tbc|to be confirmed|\?+)\.?$/i

/**
 * A fact as a person writes it in a cell or behind a question: `Yes.`, `Llama 3.3; Llama 2`, `1,200`, `Germany`,
 * `March 1, 2024`. What cannot be read is left as it is, and the matter's own check says what is wrong with it.
 *
 * @returns undefined where nothing is written
 * @example answerOf(fieldOf('vendor.models')!, 'Llama 3.3; Llama 2') // ['Llama 3.3', 'Llama 2']
 */
export function answerOf({ kind, unit, options = [] }: Field, written: string): unknown {
  const words = written.trim()
  if (words === '') return undefined
  if (notKnown.test(words) || (BOXES.test(words) && notKnown.test(tickedOf(words) ?? ''))) return unknown
  switch (kind) {
    case 'yes-no':
      return yesOrNo(words) ?? words
    case 'choice':
      return optionOf(words, options) ?? words
    case 'choices':
      return listOf(words).map((item) => optionOf(item, options) ?? item)
    case 'texts':
      return listOf(words)
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

/** What may stand behind a yes or a no without taking anything back: `we do`, `since May 2024`. */
const REPEATED = String.raw`(?:(?:we|it|they|the vendor) (?:do|does|did|has|have|is|are|can|will)(?: not|n['’]t)?|since (?:\d{1,2} )?\p{L}+(?: \d{1,2},)?(?: \d{4})?|since \d{4})`
const YES = new RegExp(String.raw`^(?:y|yes|true)(?:[.,:;–—-]*\s+${REPEATED})?[.!]?$`, 'iu')
const NO = new RegExp(String.raw`^(?:n|no|false)(?:[.,:;–—-]*\s+${REPEATED})?[.!]?$`, 'iu')
/** Boxes of which one is ticked: `☒ Yes ☐ No`. */
const BOXES = /^(?:([☐☒☑])\s*(\p{L}+)\s*)+$/u

/**
 * `Yes.`, `Y`, `yes, since March`, `true`, `☒ Yes ☐ No`. `Yes, except …`, `yes / no` and a mark that stands alone say neither.
 */
function yesOrNo(words: string): 'yes' | 'no' | undefined {
  const said = BOXES.test(words) ? tickedOf(words) : words
  if (said === undefined) return undefined
  if (YES.test(said) && !/\bnot\b|n['’]t\b/i.test(said)) return 'yes'
  return NO.test(said) ? 'no' : undefined
}

/** The word of the one box that is ticked. */
function tickedOf(words: string): string | undefined {
  const ticked = [...words.matchAll(/[☒☑]\s*(\p{L}+)/gu)]
  return ticked.length === 1 ? ticked[0]![1]! : undefined
}

/** The option that is meant, whatever its case and hyphens; a misspelling is for the check, which suggests. */
function optionOf(words: string, options: readonly string[]): string | undefined {
  const said = plain(words)
  const same = options.find((option) => plain(option) === said)
  if (same !== undefined) return same
  if (options.includes('yes') && options.includes('no')) {
    if (options.includes('partly') && /^(?:partly|partially|in part)[.!]?$/i.test(words)) return 'partly'
    return yesOrNo(words)
  }
  return undefined
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/\.$/, '')
}

/** Items that semicolons or lines part; commas belong to names, such as `Northwind Cloud, Inc.` */
function listOf(words: string): string[] {
  if (/^(?:none|nobody|no one)\.?$/i.test(words)) return []
  return words
    .split(/\s*(?:;|\n|\r)\s*/)
    .map((item) => item.replace(/^[-*•]\s+/, '').trim())
    .filter((item) => item !== '')
}

/** `1,200,000`, `1 200 000`; `30 days`, where days are what is asked. `1.200` is two numbers, by where it is written. */
function numberOf(words: string, unit = ''): number | undefined {
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
 * yes or a no and go on.
 *
 * @returns undefined where they are an answer, and for facts whose value the check reads
 */
export function evasionIn({ kind }: Field, written: string): string | undefined {
  if (kind === 'country' && UNIONS.includes(written.trim().toUpperCase()))
    return `“${written.trim()}” is no country: name the one`
  if (kind !== 'text' && kind !== 'texts' && kind !== 'long-text') return undefined
  const parts = kind === 'texts' ? written.split(/\s*[;\n\r]\s*/) : [written]
  for (const part of parts.map((one) => one.trim())) {
    if (EVASIVE.test(part)) return `“${part}” answers nothing: a person reads it`
    if (!PLAIN.test(part) && QUALIFIED.test(part))
      return `“${part}” is a yes or a no that goes on: a person reads it`
    if (kind === 'texts' && parts.length > 1 && PLAIN.test(part)) return `“${part}” stands beside other items`
  }
  return undefined
}

/** Codes of what is no country. */
const UNIONS = ['EU', 'EZ', 'UN', 'AP', 'EP', 'WO']

let codes: Map<string, string> | undefined

/** A code, or the name of a country in English. */
function countryOf(words: string): string | undefined {
  codes ??= countryCodes()
  if (/^[A-Za-z]{2}$/.test(words) && !UNIONS.includes(words.toUpperCase())) {
    return codes.get(words.toLowerCase()) ?? words.toUpperCase()
  }
  return codes.get(words.toLowerCase().replace(/^the /, ''))
}

function countryCodes(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const all = letters.flatMap((one) => letters.map((other) => one + other))
  const named = all.flatMap((code): [string, string][] => {
    // Withdrawn codes such as UK and SU still have names, or share one with the code that replaced them.
    const name = ['UK', 'FX', 'SU', 'DD', 'BU', 'TP', 'YD', 'ZR', 'XK'].includes(code)
      ? undefined
      : names.of(code)
    return name === undefined || UNIONS.includes(code) ? [] : [[name.toLowerCase(), code]]
  })
  return new Map([...named, ['usa', 'US'], ['u.s.', 'US'], ['u.s.a.', 'US'], ['uk', 'GB'], ['england', 'GB']])
}
