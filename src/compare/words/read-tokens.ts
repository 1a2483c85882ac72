import { fold } from './fold.ts'
import { kinds, patternFor } from './pattern.ts'
import type { Token, TokenKind } from './types.ts'

/** Cuts a text into words and signs. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(patternFor(text))) {
    const word = match[0]
    let group = 1
    while (group <= kinds.length && match[group] === undefined) group += 1
    const kind = kinds[group - 1] ?? 'punctuation'
    tokens.push({ kind, key: keyOf(kind, word, tokens), start: match.index, end: match.index + word.length })
  }
  return tokens
}

function keyOf(kind: TokenKind, word: string, before: readonly Token[]): string {
  switch (kind) {
    case 'address':
      return '<address>'
    case 'date':
      return setsTerm(before) ? fold(word) : '<date>'
    case 'number':
      return fold(word)
        .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
        .replace(/ %/, '%')
    case 'sign':
      return word === '(c)' || word === '(C)' ? '©' : fold(word)
    case 'word':
      return word.includes('.') ? fold(word).replaceAll('.', '') : fold(word)
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
