import { type Markdown, markdown } from '../template/value.ts'

/** The words of a clause that a matter has of its own, as its frame prints them. */
export interface OwnWords {
  title: string
  paragraphs: Markdown[]
}

/** A reference to a clause, or a term where it is defined: all that plain words may ask for. */
const asked = /:(ref|term)\[([^\][\n]{1,200})\]/g

/**
 * Plain words of a matter as Markdown that prints them as they are: nothing in them is markup, and none of it a template. A
 * reference `:ref[security]` and a term `:term[Export Review]` are read as such.
 */
export function ownWords({ title, paragraphs }: { title: string; paragraphs: string[] }): OwnWords {
  return { title, paragraphs: paragraphs.map((words) => markdown(plain(words))) }
}

function plain(words: string): string {
  const parts: string[] = []
  let from = 0
  for (const found of words.matchAll(asked)) {
    const [whole, directive, name] = found
    parts.push(escaped(words.slice(from, found.index)), `:${directive}[${escaped(name!)}]`)
    from = found.index + whole.length
  }
  return `${parts.join('')}${escaped(words.slice(from))}`
}

/** Every sign that CommonMark lets be escaped, and those at the start of a line by which it would make a list. */
function escaped(words: string): string {
  return words
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[!"#$%&*+/:;<=>?@[\\\]^_`{|}~-]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
