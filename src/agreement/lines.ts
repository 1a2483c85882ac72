import { framesOf, unframed } from './frame.ts'
import { stripMarkup } from './inline.ts'
import { type Label, readLabel } from './label.ts'

/** A line of the source, read as far as a line can be read alone. */
export interface Line {
  /** 1-based line in the source. */
  line: number
  /** 1-based column at which the line's words (or marker) start, and after its last character. */
  column: number
  endColumn: number
  /** Columns of indentation, a tab reaching to the next multiple of eight. */
  indent: number
  label?: Label
  /** The words after the marker, without markup; white space folded, a trailing hyphen kept. */
  text: string
  /** Length as printed, to tell a full line from a short one. */
  width: number
  /** Where the source marks the whole line as a heading (`## …`, a line in bold, `<h2>`). */
  headed: boolean
  /** Whether it is so because all of it is in bold. */
  bold?: boolean
  /** Whether the source ends the line on purpose (two spaces, a backslash, `<br>`, an HTML block). */
  hard: boolean
  blank: boolean
  /** Whether it began with what looked like a marker and is words of the sentence above. */
  runsOn?: boolean
}

const RULE_SIGN = /[*_=-]/
const RULE_SIGNS = /^[\s*_=-]*$/
const BOLD_LINE = /^(?:\*\*[^*]+\*\*\s*)+:?$|^__[^_]+__$/
const BLANK = 0x20
const NO_BREAK = 0xa0
/** From here on there are spaces of every width, and the marks of typographers beside them. */
const FIRST_BROAD_SPACE = 0x1680
const SPACES = /[\s\u00A0\u200B\uFEFF]+/g

/** White space as single spaces, none at the ends. */
export function fold(text: string): string {
  return isEven(text) ? text : text.replace(SPACES, ' ').trim()
}

/** Whether its only space is one blank between words; signs above Latin are not looked at one by one. */
function isEven(text: string): boolean {
  let blank = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BLANK) {
      if (blank) return false
      blank = true
    } else if (code < BLANK || code === NO_BREAK || code >= FIRST_BROAD_SPACE) return false
    else blank = false
  }
  return !blank || text === ''
}

/**
 * Reads plain text or Markdown line by line. Markers of Markdown (`#`, `>`, rules, emphasis, escapes, links) are
 * gone from the result; everything else is in it.
 */
export function readLines(source: string, format: 'text' | 'markdown'): Line[] {
  const raws = source.split(/\r\n|\n|\r|\u2028|\u2029/)
  const { widths, margins } = framesOf(raws)
  const markdown = format === 'markdown'
  const lines = raws.map((raw, at) =>
    readLine(widths[at]! > 0 ? unframed(raw, widths[at]!) : raw, at + 1, markdown),
  )
  for (const [at, line] of lines.entries()) line.indent = Math.max(0, line.indent - margins[at]!)
  if (markdown) keepBoldParagraphs(lines)
  return lines
}

/** Lines in bold one below the other, one of which goes on in small letters, are a paragraph and no headings. */
function keepBoldParagraphs(lines: Line[]): void {
  for (let from = 0; from < lines.length; from += 1) {
    let end = from
    while (lines[end]?.bold) end += 1
    if (end - from > 1 && lines.slice(from + 1, end).some(({ text }) => /^\p{Ll}/u.test(text)))
      for (const line of lines.slice(from, end)) line.headed = false
    from = Math.max(from, end - 1)
  }
}

function readLine(raw: string, line: number, markdown: boolean): Line {
  const start = raw.search(/[^\s\u00A0\u200B\uFEFF]/)
  const blank = start < 0 || (RULE_SIGN.test(raw[start]!) && isRule(raw))
  if (blank)
    return {
      line,
      column: 1,
      endColumn: raw.length + 1,
      indent: 0,
      text: '',
      width: 0,
      headed: false,
      hard: false,
      blank,
    }
  let words = raw.slice(start)
  let headed = false
  if (markdown) {
    const mark = /^(?:>\s?)+|^#{1,6}(?=\s)/.exec(words)
    if (mark) {
      headed = mark[0].startsWith('#')
      words = words.slice(mark[0].length).trimStart()
      if (headed) words = words.replace(/\s#+\s*$/, '')
    }
  }
  const found = labelBehindBullet(words) ?? readLabel(words)
  if (found && markdown && !headed && /^\d{1,9}[.)](?=\s|$)/.test(words)) found.label.counted = true
  const rest = found ? words.slice(found.length) : words
  const bold = markdown && !headed && BOLD_LINE.test(rest.trim())
  headed ||= bold
  return {
    line,
    column: start + 1,
    endColumn: raw.length + 1,
    indent: columnsOf(raw.slice(0, start)),
    ...(found && { label: found.label }),
    text: fold(markdown ? stripMarkup(rest) : rest),
    width: raw.trimEnd().length,
    headed,
    ...(bold && { bold }),
    hard: markdown && (raw.endsWith('  ') || raw.endsWith('\\')),
    blank: false,
  }
}

/** The number typed behind a bullet (`* (i) …`): it is what a reader cites. */
function labelBehindBullet(words: string): ReturnType<typeof readLabel> {
  const at = /^[*+•·-]\s+(?=\()/.exec(words)?.[0].length
  const found = at === undefined ? undefined : readLabel(words.slice(at))
  return found && { label: found.label, length: at! + found.length }
}

/** A line of at least three dashes, stars, underscores or equals signs, spaces between them or not. */
function isRule(raw: string): boolean {
  return RULE_SIGNS.test(raw) && raw.replace(/\s+/g, '').length >= 3
}

function columnsOf(space: string): number {
  let columns = 0
  for (const character of space) columns += character === '\t' ? 8 - (columns % 8) : 1
  return columns
}
