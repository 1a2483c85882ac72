import { sameWords } from './same-words.ts'
import type { Token } from './types.ts'
import { withoutTypography } from './typography.ts'

/** A text with its tokens. */
interface Read {
  text: string
  tokens: readonly Token[]
}

/** What a text of the library says of its own version alone, on which nobody relies. */
export interface OwnLines {
  /** Its release date, ISO 8601. */
  released?: string | undefined
  /** The addresses at which it and the texts beside it are published, without `https://` and `www.`. */
  addresses: ReadonlySet<string>
}

/**
 * Whether two texts of which nothing is known say the same to whoever relies on them: the same words, numbers, names,
 * dates and addresses, the same punctuation inside, whatever the shapes of quotation marks and hyphens. Capitals count
 * (`US` is not `us`, a `Party` is no `party`), but for words that are set in capitals whole, and the first of a
 * sentence. `re-sign` is neither `resign` nor `re sign`, since `Schedules A-D` are not `A` and `D`; with spaces around the
 * hyphen (`A - D`) they are the same.
 */
export function sameForParties(left: Read, right: Read): boolean {
  const [from, to] = [ended(left), ended(right)]
  let [at, other] = [0, 0]
  while (at < from.length && other < to.length) {
    const [one, two] = [from[at]!, to[other]!]
    if (sameToken(left, one, at, right, two, other, from, to)) {
      at += 1
      other += 1
      continue
    }
    const [parts, others] = [hyphenated(left, one), hyphenated(right, two)]
    const [end, ending] = [
      parts ? follow(parts, right, to, other) : -1,
      others ? follow(others, left, from, at) : -1,
    ]
    if (end >= 0) {
      at += 1
      other = end
    } else if (ending >= 0) {
      at = ending
      other += 1
    } else return false
  }
  return at === from.length && other === to.length
}

/** Without the punctuation that ends it: a full stop or a semicolon there parts it from the next clause. */
function ended({ tokens }: Read): readonly Token[] {
  let end = tokens.length
  while (end > 0 && tokens[end - 1]!.kind === 'punctuation' && /^[.,;:]$/.test(tokens[end - 1]!.key)) end -= 1
  return tokens.slice(0, end)
}

function sameToken(
  left: Read,
  one: Token,
  at: number,
  right: Read,
  two: Token,
  other: number,
  from: readonly Token[],
  to: readonly Token[],
): boolean {
  if (one.kind === 'number' || one.kind === 'sign' || one.kind === 'punctuation') return one.key === two.key
  const [word, wording] = [exact(left, one), exact(right, two)]
  if (word === wording) return true
  if (one.key !== two.key || word.toLowerCase() !== wording.toLowerCase()) return false
  return (
    isShouted(left, from, at) ||
    isShouted(right, to, other) ||
    (isFirst(from, at) && word.slice(1) === wording.slice(1))
  )
}

/** A word as it stands, but for its typography and the points of an abbreviation. */
function exact({ text }: Read, { kind, start, end }: Token): string {
  const words = withoutTypography(text.slice(start, end))
  return kind === 'word' ? words.replaceAll('.', '') : words
}

/** A word in capitals between words in capitals. */
function isShouted({ text }: Read, tokens: readonly Token[], at: number): boolean {
  const capitals = (token: Token | undefined) => {
    if (!token) return undefined
    const words = text.slice(token.start, token.end)
    return /\p{L}/u.test(words) ? !/\p{Ll}/u.test(words) : undefined
  }
  if (capitals(tokens[at]) !== true) return false
  const beside = (step: -1 | 1) => {
    for (let place = at + step; place >= 0 && place < tokens.length; place += step) {
      const known = capitals(tokens[place])
      if (known !== undefined) return known
    }
    return undefined
  }
  const [before, after] = [beside(-1), beside(1)]
  return before !== false && after !== false && (before ?? after) === true
}

function isFirst(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (before >= 0 && tokens[before]!.kind === 'punctuation' && /^["'([]$/.test(tokens[before]!.key))
    before -= 1
  return before < 0 || (tokens[before]!.kind === 'punctuation' && /^[.:!?]$/.test(tokens[before]!.key))
}

function hyphenated(read: Read, token: Token): string[] | undefined {
  const word = token.kind === 'word' ? exact(read, token) : ''
  return /^\p{L}[^ ]*-[^ ]*$/u.test(word) && !/\d/.test(word) ? word.split('-') : undefined
}

/** Where the parts of a word end that stand one behind the other with a hyphen between them; -1 where they do not. */
function follow(parts: readonly string[], read: Read, tokens: readonly Token[], from: number): number {
  let at = from
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      if (tokens[at]?.kind !== 'punctuation' || tokens[at]?.key !== '-') return -1
      at += 1
    }
    const token = tokens[at]
    if (token === undefined || exact(read, token) !== part) return -1
    at += 1
  }
  return at
}

/**
 * Whether two texts of the library say the same: also in other capitals and punctuation, with an indefinite article more or
 * less, under their own version's name, and with their own release dates and addresses. Any other date or address that differs is a difference.
 *
 * @param inOwnLine whether they stand where a text speaks of its own version, so that any address is its own
 */
export function sameVersions(
  left: Read,
  right: Read,
  own: { left: OwnLines; right: OwnLines },
  inOwnLine: boolean,
): boolean {
  return sameWords(keysOf(left, own.left, inOwnLine), keysOf(right, own.right, inOwnLine))
}

function keysOf({ text, tokens }: Read, own: OwnLines, inOwnLine: boolean): string[] {
  return tokens
    .filter(({ kind, key }) => kind !== 'punctuation' && !(kind === 'word' && isArticle(key)))
    .map(({ kind, key, start, end }) => {
      const words = text.slice(start, end)
      if (kind === 'date') return isoOf(words) === own.released ? '<date>' : words
      if (kind !== 'address' || inOwnLine) return key
      return own.addresses.has(plainAddress(words)) ? '<address>' : plainAddress(words)
    })
}

/** `an infringement` and `infringement` are the same wrong; `the infringement` would be one that was spoken of. */
function isArticle(key: string): boolean {
  return key === 'a' || key === 'an'
}

function isoOf(words: string): string {
  const time = Date.parse(`${words.replace(/(\d)(?:st|nd|rd|th)\b/, '$1').replace(/\bof /, '')} UTC`)
  return Number.isNaN(time) ? words : new Date(time).toISOString().slice(0, 10)
}

/** An address without its scheme and what else makes no other place of it. */
export function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
}
