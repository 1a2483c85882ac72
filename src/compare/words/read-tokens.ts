import { fold } from './fold.ts'
import { isPlain, kinds, patternFor } from './pattern.ts'
import type { Token, TokenKind } from './types.ts'

/** Cuts a text into words and signs. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  // Folding plain texts changes no offset, so that they are folded once and not word by word.
  const plain = isPlain(text)
  const folded = plain ? fold(text) : undefined
  const pattern = patternFor(plain)
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index
    const end = pattern.lastIndex
    let group = 1
    while (group <= kinds.length && match[group] === undefined) group += 1
    const kind = kinds[group - 1] ?? 'punctuation'
    const word = folded === undefined ? fold(match[0]) : folded.slice(start, end)
    tokens.push({ kind, key: keyOf(kind, word, tokens), start, end })
  }
  return tokens
}

/** Commas that part thousands: of one alone nobody knows whether it parts the decimals (`2,500 kg`). */
const MILLIONS = /^[$€£¥]?[1-9]\d{0,2}(?:,\d{3}){2,}(?![\d,])/

function keyOf(kind: TokenKind, word: string, before: readonly Token[]): string {
  switch (kind) {
    case 'address':
      return '<address>'
    case 'date':
      return setsTerm(before) ? word : '<date>'
    case 'number':
      return (MILLIONS.test(word) ? word.replaceAll(',', '') : word).replace(/ %/, '%')
    case 'sign':
      return word === '(c)' ? '©' : word
    case 'word':
      return word.includes('.') ? word.replaceAll('.', '') : word
    default:
      return word
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
