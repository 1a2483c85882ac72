import { fold } from './fold.ts'
import type { Token, TokenKind, Vocabulary } from './types.ts'

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \\d{4}|\\d{4}-\\d{2}-\\d{2})(?![\\p{L}\\p{N}])`
/** What ends an address is not the full stop or bracket behind it. */
const PATH = `(?:[^\\s<>"“”]*[^\\s<>"“”.,;:!?)\\]}'’])?`
const ADDRESS = `(?:(?:https?://|www\\.)${PATH}|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|(?:[a-z0-9-]+\\.)+(?:com|org|net|io|ai|dev|gov|edu|eu|example)(?![\\p{L}\\p{N}])(?:/${PATH})?)`
const NUMBER =
  '\\p{Sc}?\\d+(?:[.,]\\d+)*(?: ?%| (?:percent|per cent|hundred|thousand|million|billion|trillion)(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{M}\\p{N}_])'
const LETTER = '[\\p{L}\\p{M}\\p{N}_\\u00ad\\u200b-\\u200d\\u2060]'
const COPYRIGHT = '(?<=copyright )\\(c\\)|\\(c\\)(?= (?:19|20)\\d\\d)'
const WORD = `(?:\\p{L}\\.){2,}|${LETTER}+(?:['’‐‑-]${LETTER}+)*`
/** Punctuation is what only separates; a sign stands for a word. A hyphen before a number may be its minus. */
const SIGN = '[%&/@#§©®™]|(?<![\\p{L}\\p{N}])[-−](?=\\d)|(?![`^´¨~|])\\p{S}'

const kinds: readonly TokenKind[] = ['version', 'address', 'date', 'number', 'sign', 'word', 'sign']

/** Cuts a text of one agreement into tokens. */
export type Tokenizer = (text: string) => Token[]

/** A tokenizer that takes an agreement's version names and defined terms for one word each. */
export function tokenizer({ names, terms }: Vocabulary = { names: [], terms: [] }): Tokenizer {
  const pattern = new RegExp(
    `${[versionOf(names), ADDRESS, DATE, NUMBER, COPYRIGHT, WORD, SIGN].map((one) => `(${one})`).join('|')}|\\S`,
    'giu',
  )
  const join = termJoiner(terms)
  return (text) => {
    const tokens: Token[] = []
    for (const match of text.matchAll(pattern)) {
      const kind = kinds.find((_, at) => match[at + 1] !== undefined) ?? 'punctuation'
      const [word] = match
      tokens.push({
        kind,
        key: keyOf(kind, word, tokens),
        start: match.index,
        end: match.index + word.length,
      })
    }
    return join(tokens)
  }
}

function versionOf(names: readonly string[]): string {
  const name = names.map((one) => one.split(/\s+/).map(escaped).join('\\s+')).join('|')
  return name === '' ? '(?!)' : `(?<![\\p{L}\\p{N}])(?:${name})(?![\\p{L}\\p{N}]|\\.\\d)`
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function keyOf(kind: TokenKind, word: string, before: readonly Token[]): string {
  switch (kind) {
    case 'version':
    case 'address':
      return `<${kind}>`
    case 'date':
      return setsTerm(before) ? fold(word) : '<date>'
    case 'number':
      return fold(word)
        .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
        .replace(/ %/, '%')
    case 'sign':
      return /^\(c\)$/i.test(word) ? '©' : fold(word)
    case 'word':
      return /^(?:\p{L}\.)+$/u.test(word) ? fold(word).replaceAll('.', '') : fold(word)
    default:
      return fold(word)
  }
}

const LIMITS = new Set(
  'until till by before after through from since than to ends end expires expire terminates terminate'.split(
    ' ',
  ),
)

/** A date that something ends or starts on is a term of the agreement; any other only dates the text. */
function setsTerm(before: readonly Token[]): boolean {
  const last = before.at(-1)?.key ?? ''
  return LIMITS.has(last === 'on' ? (before.at(-2)?.key ?? '') : last)
}

/** Joins the words of a defined term, written as it is defined or in capitals. */
function termJoiner(terms: readonly string[]): (tokens: Token[]) => Token[] {
  const known = new Map<string, string[][]>()
  for (const term of terms) {
    const words = tokenizer()(term).map(({ key }) => key)
    if (words.length < 2) continue
    known.set(
      words[0]!,
      [...(known.get(words[0]!) ?? []), words].sort((a, b) => b.length - a.length),
    )
  }
  if (known.size === 0) return (tokens) => tokens
  return (tokens) => {
    const joined: Token[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      const words = known
        .get(token.key)
        ?.find((term) => term.every((word, next) => tokens[at + next]?.key === word))
      if (!words) joined.push(token)
      else {
        at += words.length - 1
        joined.push({ kind: 'term', key: words.join(' '), start: token.start, end: tokens[at]!.end })
      }
    }
    return joined
  }
}
