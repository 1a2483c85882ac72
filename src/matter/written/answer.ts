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
export function answerOf({ kind, options = [] }: Field, written: string): unknown {
  const words = written.trim()
  if (words === '') return undefined
  if (notKnown.test(words)) return unknown
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
      return numberOf(words) ?? words
    case 'date':
      return dayOf(words) ?? words
    case 'country':
      return countryOf(words) ?? words
    default:
      return words
  }
}

/** `Yes.`, `Y`, `yes, since March`, `true`. */
function yesOrNo(words: string): 'yes' | 'no' | undefined {
  if (/^(?:y|yes|true|x|☒|☑|✓|✔)(?![\p{L}\p{N}])/iu.test(words)) return 'yes'
  return /^(?:n|no|false|☐)(?![\p{L}\p{N}])/iu.test(words) ? 'no' : undefined
}

/** The option that is meant, whatever its case and hyphens; a misspelling is for the check, which suggests. */
function optionOf(words: string, options: readonly string[]): string | undefined {
  const said = plain(words)
  const same = options.find((option) => plain(option) === said)
  if (same !== undefined) return same
  if (options.includes('yes') && options.includes('no')) {
    if (options.includes('partly') && /^(?:partly|partially|in part)\b/i.test(words)) return 'partly'
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
  if (/^(?:none|nobody|no one|-|–|—)\.?$/i.test(words)) return []
  return words
    .split(/\s*(?:;|\n|\r)\s*/)
    .map((item) => item.replace(/^[-*•]\s+/, '').trim())
    .filter((item) => item !== '')
}

/** `1,200,000`, `1 200 000`, `30 days`. */
function numberOf(words: string): number | undefined {
  const found = /^(\d{1,3}(?:[,.\u00A0\u202F ’']\d{3})+|\d+)(?:\s*\p{L}+)?$/u.exec(words)
  return found ? Number(found[1]!.replace(/\D/g, '')) : undefined
}

let codes: Map<string, string> | undefined

/** A code, or the name of a country in English. */
function countryOf(words: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(words)) return words.toUpperCase()
  codes ??= countryCodes()
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
    return name === undefined ? [] : [[name.toLowerCase(), code]]
  })
  return new Map([...named, ['usa', 'US'], ['u.s.', 'US'], ['u.s.a.', 'US'], ['uk', 'GB'], ['england', 'GB']])
}
