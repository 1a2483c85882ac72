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
  /** Whether the source ends the line on purpose (two spaces, a backslash, `<br>`, an HTML block). */
  hard: boolean
  blank: boolean
  /** Whether it began with what looked like a marker and is words of the sentence above. */
  runsOn?: boolean
}

const RULE_SIGNS = /^[\s*_=-]*$/
const BOLD_LINE = /^(?:\*\*[^*]+\*\*\s*)+:?$|^__[^_]+__$/
const SPACES = /[\s\u00A0\u200B\uFEFF]+/g

/** White space as single spaces, none at the ends. */
export function fold(text: string): string {
  return text.replace(SPACES, ' ').trim()
}

/**
 * Reads plain text or Markdown line by line. Markers of Markdown (`#`, `>`, rules, emphasis, escapes, links) are
 * gone from the result; everything else is in it.
 */
export function readLines(source: string, format: 'text' | 'markdown'): Line[] {
  return source
    .split(/\r\n|\n|\r|\u2028|\u2029/)
    .map((raw, index) => readLine(raw, index + 1, format === 'markdown'))
}

function readLine(raw: string, line: number, markdown: boolean): Line {
  const start = raw.search(/[^\s\u00A0\u200B\uFEFF]/)
  const blank = start < 0 || isRule(raw)
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
  const found = readLabel(words)
  if (found && markdown && !headed && /^\d{1,9}[.)](?=\s|$)/.test(words)) found.label.counted = true
  const rest = found ? words.slice(found.length) : words
  headed ||= markdown && BOLD_LINE.test(rest.trim())
  return {
    line,
    column: start + 1,
    endColumn: raw.length + 1,
    indent: columnsOf(raw.slice(0, start)),
    ...(found && { label: found.label }),
    text: fold(markdown ? stripMarkup(rest) : rest),
    width: raw.trimEnd().length,
    headed,
    hard: markdown && /(?: {2}|\\)$/.test(raw),
    blank: false,
  }
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
