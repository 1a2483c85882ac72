import { type Agreement, clauseAt, clausesOf } from '../agreement/index.ts'

/** A run of words in a text: offsets of its first character and after its last (UTF-16 units). */
export interface Run {
  start: number
  end: number
}

const alike: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

/** The characters that count, each with its offset: white space is one space, and none follows a hyphen. */
function essence(text: string): { plain: string; offsets: number[] } {
  let plain = ''
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    const blank = /\s/.test(char)
    if (blank && (plain === '' || plain.endsWith(' ') || plain.endsWith('-'))) continue
    plain += blank ? ' ' : (alike[char] ?? char)
    offsets.push(at)
  }
  return { plain, offsets }
}

const wordChar = /[\p{L}\p{N}]/u

/**
 * Where words occur in a text, whole words only. The shape of quotation marks and dashes, white space and a word's
 * break at a hyphen do not count; case does.
 */
export function placesOf(text: string, sought: string): Run[] {
  const { plain, offsets } = essence(text)
  const words = essence(sought).plain.trimEnd()
  const places: Run[] = []
  if (words === '') return places
  for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + 1)) {
    const last = at + words.length - 1
    const cutsWord =
      (wordChar.test(words[0]!) && wordChar.test(plain[at - 1] ?? '')) ||
      (wordChar.test(words.at(-1)!) && wordChar.test(plain[last + 1] ?? ''))
    if (!cutsWord) places.push({ start: offsets[at]!, end: offsets[last]! + 1 })
  }
  return places
}

/**
 * The words of a section as citations name it: a clause's own words, or those of an enumeration inside its sentence
 * (`1.b.i.A`).
 *
 * @returns undefined where the agreement has no such section
 */
export function wordsOfSection(agreement: Agreement, path: string): string | undefined {
  const clause = clauseAt(agreement, path)
  if (clause) return clause.text
  for (const { items, text } of clausesOf(agreement)) {
    const item = items.find((one) => one.path === path)
    if (item) return text.slice(item.start, item.end)
  }
  return undefined
}
