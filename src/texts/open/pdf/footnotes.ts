import type { PdfLine } from './types.ts'

/** A footnote as it stands at the foot of a page. */
export interface PdfFootnote {
  /** The sign before it, for example `1` or `*`. */
  number: string
  text: string
}

/** Footnotes are set in type of at most this share of the text's size. */
const SMALLER = 0.93
/** And in the lower part of the page. */
const LOWER = 0.5

/** Takes the footnotes off a page: lines in smaller type at its foot, the first with a number or a sign before it. */
export function withoutFootnotes(lines: readonly PdfLine[]): { body: PdfLine[]; notes: PdfFootnote[] } {
  const sizes = lines.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 20)).fill(size))
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  const [top, foot] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0]
  let from = lines.length
  while (
    from > 0 &&
    lines[from - 1]!.size <= usual * SMALLER &&
    lines[from - 1]!.y < foot + (top - foot) * LOWER
  )
    from -= 1
  // A note begins with its sign: small type before the first one is of the text.
  while (from < lines.length && !BEGINS.test(lines[from]!.text)) from += 1
  const notes: PdfFootnote[] = []
  for (const { text } of lines.slice(from)) {
    const begun = BEGINS.exec(text)
    const number = lineNumber(begun?.[1] ?? '')
    if (begun && begins(number, notes.at(-1)?.number))
      notes.push({ number, text: text.slice(begun[0].length) })
    else notes.at(-1)!.text += `${/\p{L}-$/u.test(notes.at(-1)!.text) ? '' : ' '}${text}`
  }
  return { body: lines.slice(0, from), notes }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const BEGINS = new RegExp(`^(\\d{1,3}|[${RAISED}]{1,3}|[*†‡§]{1,3})[.)]?\\s*(?=\\S)`)

/** The number of a note, which stands raised before it or on the line. */
function lineNumber(sign: string): string {
  return [...sign].map((one) => (RAISED.includes(one) ? String(RAISED.indexOf(one)) : one)).join('')
}

/** Whether a number at a line's start is the next note's. */
function begins(number: string, last: string | undefined): boolean {
  return last === undefined || !/^\d/.test(number) || Number(number) === Number(last) + 1
}
