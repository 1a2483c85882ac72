import { pluralOf } from '../plural.ts'
import type { Library } from '../types.ts'

/** What licenses call things by, in the library's own data. */
export interface OfficialTerms {
  /** Terms and names of several words, in every spelling in which ours may have them: they stay as they are. */
  phrases: string[]
  /** Words that are a term or the beginning of a name by themselves, in small letters. */
  words: Set<string>
}

/** Names of licensors and models, and terms that the licenses define or count by: `Llama Materials`, `monthly active users`. */
export function officialTerms({ licenses, terms }: Pick<Library, 'licenses' | 'terms'>): OfficialTerms {
  const phrases = new Set<string>()
  const words = new Set<string>()
  const inTitles = new Set<string>()
  for (const { title, name, parties, texts } of licenses.values()) {
    for (const one of [title, name]) phrases.add(one)
    for (const one of [name, ...parties]) words.add(firstOf(one))
    for (const party of parties) for (const one of beginnings(party)) phrases.add(one)
    for (const { title: text } of texts) {
      const kind = text.startsWith(`${name} `) ? text.slice(name.length + 1) : text
      // Two words, such as “license agreement”, are no name by themselves.
      if (kind.split(' ').length > 2) phrases.add(kind).add(pluralOf(kind))
    }
    for (const one of title.split(' ')) inTitles.add(one.toLowerCase())
  }
  for (const term of terms.values()) {
    if (term.absent) continue
    for (const section of term.sections) {
      const [, defined] = /^definition\.([a-z-]+)$/.exec(section) ?? []
      if (defined === undefined) continue
      const said = defined.replaceAll('-', ' ')
      if (said.includes(' ')) for (const one of spellings(said)) phrases.add(one)
      // A word of the title names the license itself, and titles stay whole.
      else if (!inTitles.has(said)) words.add(said)
    }
    const quoted = term.quotes.map(({ text }) => text.toLowerCase())
    for (const value of Object.values(term.facts)) {
      const said = typeof value === 'string' ? value.replaceAll('-', ' ') : ''
      if (/^\p{L}+(?: \p{L}+){2,}s$/u.test(said) && quoted.some((text) => text.includes(said)))
        for (const one of [...spellings(said), ...spellings(said.slice(0, -1))]) phrases.add(one)
    }
  }
  return { phrases: [...phrases].filter((one) => one.includes(' ')), words }
}

function firstOf(name: string): string {
  return name.split(' ')[0]!.toLowerCase()
}

/** `Meta Platforms`, `Meta Platforms Ireland` … of a company’s name. */
function beginnings(name: string): string[] {
  const all = name.split(' ')
  return all.map((_, at) =>
    all
      .slice(0, at + 1)
      .join(' ')
      .replace(/,$/, ''),
  )
}

/** In small letters, at the beginning of a sentence, and as a title. */
function spellings(words: string): string[] {
  const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return [words, upper(words), words.split(' ').map(upper).join(' ')]
}
