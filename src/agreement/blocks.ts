import { definedTerms } from './definition.ts'
import { looksLikeHeading } from './heading.ts'
import type { Label } from './label.ts'
import type { Line } from './lines.ts'
import type { SourceRow } from './source.ts'

/** A run of lines that belong together: a clause's words, or a further paragraph of them. */
export interface Block {
  label?: Label
  indent: number
  text: string
  headed: boolean
  start: { line: number; column: number }
  end: { line: number; column: number }
  /** Whether the block is one line of the source that nothing else joined. */
  single: boolean
  /** Level of its list and of its heading, and which list, where the source itself says so: facts, no guesses. */
  level?: number
  list?: string
  outline?: number
  /** Its rows, where it is a table; it has no words of its own then. */
  rows?: SourceRow[]
}

/** A text is hard-wrapped where no line is long and many lines are nearly full. */
function wrapWidth(lines: Line[]): number | undefined {
  let widest = 0
  let long = 0
  let full = 0
  for (const { width, blank } of lines) {
    if (blank) continue
    if (width > 120) long += 1
    else if (width > widest) widest = width
    if (width >= 55) full += 1
  }
  return long * 20 <= full && full > 0 ? widest : undefined
}

/**
 * Joins lines to blocks: a hard-wrapped paragraph is one block, and a word broken at its hyphen is one word with
 * its hyphen.
 *
 * @param lines as read from the source
 * @param soft whether a line break inside a paragraph is only a break (`markdown`), never one (`never`), or to be
 *   told from the line's width (`width`)
 */
export function joinLines(lines: Line[], soft: 'markdown' | 'width' | 'never'): Block[] {
  const width = soft === 'width' ? wrapWidth(lines) : undefined
  const wrapped = soft === 'markdown' || width !== undefined
  const blocks: Block[] = []
  const words: string[] = []
  const seen = new Map<string, number>()
  let open: Block | undefined
  let previous: Line | undefined

  const close = () => {
    if (open) open.text = joinWords(words)
    open = undefined
    words.length = 0
  }

  for (const line of lines) {
    if (line.blank) {
      close()
      previous = undefined
      continue
    }
    const goesOn =
      open !== undefined && previous !== undefined && wrapped && continues(previous, line, open, width, seen)
    if (goesOn && open) {
      if (line.label) words.push(line.label.printed)
      open.single = false
      open.end = { line: line.line, column: line.endColumn }
    } else {
      close()
      open = {
        ...(line.label && { label: line.label }),
        indent: line.indent,
        text: '',
        headed: line.headed,
        start: { line: line.line, column: line.column },
        end: { line: line.line, column: line.endColumn },
        single: true,
      }
      blocks.push(open)
      if (line.label) remember(line.label, seen)
    }
    if (line.text) words.push(line.text)
    previous = line
  }
  close()
  return blocks
}

function continues(
  previous: Line,
  line: Line,
  open: Block,
  width: number | undefined,
  seen: Map<string, number>,
): boolean {
  if (previous.hard || previous.headed || line.headed) return false
  if (line.label) return !startsClause(line.label, previous, seen)
  if (definedTerms(line.text).length > 0) return false
  if (width === undefined) return true
  // A line that ends well before the margin ends its paragraph, unless the paragraph is a list entry's first words.
  return (
    previous.width >= width * 0.6 ||
    (!looksLikeHeading(previous.text) && open.label !== undefined && !/[.:;]$/.test(previous.text))
  )
}

/** Whether a marker in the middle of a paragraph is one: `Section\n5. of the Plan` is not. */
function startsClause(label: Label, previous: Line, seen: Map<string, number>): boolean {
  if (
    /(?:\b(?:sections?|articles?|clauses?|paragraphs?|and|or|to)|§)$/i.test(previous.text) &&
    label.readings[0]?.style !== 'bullet'
  )
    return false
  if (label.dress === '' || previous.label) return true
  return label.readings.some(({ style, value }) => value === 1 || seen.get(style + label.dress) === value - 1)
}

function remember(label: Label, seen: Map<string, number>): void {
  for (const { style, value } of label.readings) seen.set(style + label.dress, value)
}

/** Joins the lines' words with spaces; a line that ends in a word's hyphen is joined without. */
export function joinWords(lines: string[]): string {
  const parts: string[] = []
  let tail = ''
  for (const line of lines) {
    const part = tail === '' || /[\p{L}\p{N}]-$/u.test(tail) ? line : ` ${line}`
    parts.push(part)
    tail = (tail + part).slice(-3)
  }
  return parts.join('')
}
