import { createColors } from 'picocolors'

/** How words are set: each takes words of one line and gives them back with what a terminal needs around them. */
export interface Style {
  plain(words: string): string
  heading(words: string): string
  quiet(words: string): string
  deleted(words: string): string
  inserted(words: string): string
  status: Record<'identical' | 'cosmetic' | 'changed' | 'added' | 'removed', (words: string) => string>
  /** What stands before and after a change, where colour does not show it. */
  marks: { deleted: [string, string]; inserted: [string, string] }
}

/** Colours and strike-through, or `[-…-]{+…+}` without a colour: the notation of `wdiff`. */
export function styleOf(colour: boolean): Style {
  const { bold, dim, red, green, yellow, cyan, strikethrough, underline } = createColors(colour)
  const plain = (words: string) => words
  return {
    plain,
    heading: bold,
    quiet: dim,
    deleted: (words) => red(strikethrough(words)),
    inserted: (words) => green(underline(words)),
    status: { identical: dim, cosmetic: cyan, changed: yellow, added: green, removed: red },
    marks: colour
      ? { deleted: ['', ''], inserted: ['', ''] }
      : { deleted: ['[-', '-]'], inserted: ['{+', '+}'] },
  }
}
