import { readTokens } from './read-tokens.ts'
import type { Token, TokenKind, Vocabulary } from './types.ts'

interface Name {
  kind: TokenKind
  /** The keys of its words. */
  words: readonly string[]
}

/** Joins the words of a version's name, or of a defined term, in whatever case they are written. */
export function nameJoiner({ names, terms }: Vocabulary): (tokens: Token[]) => Token[] {
  const known = new Map<string, Name[]>()
  const add = (kind: TokenKind, name: string) => {
    const words = readTokens(name).map(({ key }) => key)
    if (words.length < 2) return
    const others = known.get(words[0]!) ?? []
    known.set(
      words[0]!,
      [...others, { kind, words }].sort((a, b) => b.words.length - a.words.length),
    )
  }
  for (const name of names) add('version', name)
  for (const term of terms) add('term', term)
  if (known.size === 0) return (tokens) => tokens
  return (tokens) => {
    const joined: Token[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      const name = known
        .get(token.key)
        ?.find(({ words }) => words.every((word, next) => tokens[at + next]?.key === word))
      if (!name) joined.push(token)
      else {
        at += name.words.length - 1
        const key = name.kind === 'version' ? '<version>' : name.words.join(' ')
        joined.push({ kind: name.kind, key, start: token.start, end: tokens[at]!.end })
      }
    }
    return joined
  }
}
