import type { TokenKind } from './types.ts'

/** The groups of a pattern, in order; what is in none is punctuation. */
export const kinds: readonly TokenKind[] = ['address', 'date', 'number', 'sign', 'word', 'sign']

const MONTHS =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'
const MONTH = `(?:${MONTHS.split(' ').map(anyCase).join('|')})\\.?`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const SCALES = ['percent', 'per cent', 'hundred', 'thousand', 'million', 'billion', 'trillion']
  .map(anyCase)
  .join('|')
const DOMAINS = 'com|org|net|io|ai|dev|gov|edu|eu|example'
/** What ends an address is not the full stop or bracket behind it. */
const PATH = `(?:[^\\s<>"“”]*[^\\s<>"“”.,;:!?)\\]}'’])?`

/**
 * What a token is, tried in this order at each place. Hyphens and apostrophes inside a word are part of it;
 * punctuation only separates, while a sign stands for a word. A hyphen before a number may be its minus. The parts of
 * an address have the lengths that RFC 1035 and RFC 5321 allow, so that no text takes more than its length to read.
 *
 * @param letter a character class, without its brackets
 * @param symbol signs beyond those that all texts have
 */
function patternOf(letter: string, mark: string, symbol: string): RegExp {
  const [inWord, end] = [`[${letter}${mark}]`, `(?![${letter}${mark}])`]
  const groups = [
    `(?:https?://|www\\.)${PATH}|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+|(?:[A-Za-z0-9-]{1,63}\\.){1,8}(?:${DOMAINS})${end}(?:/${PATH})?`,
    `(?:${MONTH} ${DAY},? \\d{4}|${DAY} (?:of )?${MONTH},? \\d{4}|\\d{4}-\\d{2}-\\d{2})${end}`,
    `[$€£¥]?\\d+(?:[.,]\\d+)*(?: ?%| (?:${SCALES})${end})?${end}`,
    `(?<=[Cc][Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt] )\\([Cc]\\)|\\([Cc]\\)(?= (?:19|20)\\d\\d)`,
    `(?<!\\d\\.)(?:[${letter}]\\.){2,}|${inWord}+(?:['’‐‑-]${inWord}+)*`,
    `[-−](?<![${letter}\\d].)(?=\\d)|${symbol}`,
  ]
  return new RegExp(`${groups.map((one) => `(${one})`).join('|')}|\\S`, 'gu')
}

function anyCase(words: string): string {
  return words.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)
}

const SIGNS = '[%&/@#§©®™$€£¥+<=>]'
const english = patternOf('A-Za-z', '0-9_', SIGNS)
let wide: RegExp | undefined

/** Whether a text has no letters but English ones, and no signs that one letter may become several of. */
export function isPlain(text: string): boolean {
  return /^[\t\n\r\x20-\x7e\u00a0§©®™€£¥‘’“”–—‐‑•…−]*$/.test(text)
}

/** The pattern for a plain text, or for any. Classes of Unicode are slow to build, and most texts need none. */
export function patternFor(plain: boolean): RegExp {
  if (plain) return english
  wide ??= patternOf('\\p{L}', '\\p{M}\\p{N}_\\u00ad\\u200b-\\u200d\\u2060', `${SIGNS}|(?![\`^´¨~|])\\p{S}`)
  return wide
}
