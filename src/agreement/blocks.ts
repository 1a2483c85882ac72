import { definedTerms } from './definition.ts'
import { looksLikeHeading } from './heading.ts'
import type { Label } from './label.ts'
import type { Line } from './lines.ts'
import type { SourceRow } from './source.ts'
import { trustLabels } from './trust.ts'
import { goesOnSmall, type Wrap, wrapOf } from './wrap.ts'

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
  /** Whether it is an entry of a table of contents. */
  contents?: boolean
  /** Its rows, where it is a table; it has no words of its own then. */
  rows?: SourceRow[]
}

/** Words with which no paragraph ends. */
const LEADS_ON =
  /(?:,|\b(?:the|a|an|of|to|in|by|for|with|any|this|that|such|from|under|your|our|its|within|at|on|than|is|are|be|as|per|least|shall|will|may|must|which|whose|each|every|upon|into|between|after|before|during|through|against))$/i
function leadsOn(text: string): boolean {
  return LEADS_ON.test(text.slice(-16))
}

/** Words in quotation marks of which something is said (`"Copyright (c) …" are retained`): behind a comma no definition. */
const QUOTED = /^["“][^"”]{1,80}["”]\s*(?:is|are|includes?)\b(?!\s+defined)/

/** A term alone on its line, and what stands below it where that is its definition. */
const TERM_ALONE = /^["“][^"“”]{1,80}["”]$/
const DEFINES = /^(?:(?:shall\s+|will\s+)?means?|ha(?:s|ve) the meanings?|refers? to)\b/
const QUOTE = /["“]/
/** An open quotation of a few words, as a page gives it whose links were lines of their own. */
const OPEN_QUOTE = /(?:^|[\s(])["“]\s*$|(?:^|[\s(])“[^”"]{0,80}$/

/** What a line break inside a paragraph is. */
export type SoftBreaks = 'markdown' | 'width' | 'never'

/** What it is in a format. */
export function softBreaks(format: 'text' | 'markdown'): SoftBreaks {
  return format === 'markdown' ? 'markdown' : 'width'
}

/** Makes words of the markers of lines that are none, and says how the lines are wrapped. */
export function trusted(lines: Line[], soft: SoftBreaks): Wrap {
  const wrap = wrapOf(lines)
  trustLabels(lines, wrap, soft)
  return wrap
}

/**
 * Joins lines to blocks: a hard-wrapped paragraph is one block, and a word broken at its hyphen is one word with
 * its hyphen. Markers that are none become words.
 *
 * @param lines as read from the source
 * @param soft whether a line break inside a paragraph is only a break (`markdown`), never one (`never`), or to be
 *   told from the line's width (`width`)
 */
export function joinLines(lines: Line[], soft: SoftBreaks): Block[] {
  const wrap = trusted(lines, soft)
  const doubled = soft === 'width' && isDoubleSpaced(lines)
  const blocks: Block[] = []
  const words: string[] = []
  let open: Block | undefined
  let previous: Line | undefined
  let gap = 0

  const close = () => {
    if (open) open.text = joinWords(words)
    open = undefined
    words.length = 0
  }

  const goesOnWith = (before: Line, line: Line, block: Block): boolean => {
    if (line.runsOn) return true
    if (gap > 0) return soft === 'width' && continuesBehindGap(before, line, wrap, doubled && gap === 1)
    if (soft === 'markdown') return definedTerms(line.text).length === 0
    return continues(before, line, block, words, wrap)
  }

  for (const line of lines) {
    if (line.blank) {
      gap += 1
      continue
    }
    const goesOn =
      open !== undefined &&
      previous !== undefined &&
      !line.label &&
      !(previous.hard || previous.headed || line.headed || isRow(previous) || isRow(line)) &&
      soft !== 'never' &&
      goesOnWith(previous, line, open)
    gap = 0
    if (goesOn && open) {
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
    }
    if (line.text) words.push(line.text)
    previous = line
  }
  close()
  return blocks
}

/** A row of a table drawn with bars (`| Lamp | 10 |`) is a line of its own. */
export function isRow({ text }: { text: string }): boolean {
  return text.charCodeAt(0) === 124 && /^\|[^|]*\|(?:[^|]*\|)+$/.test(text)
}

/** Whether a line goes on with the paragraph of the line right above it. */
function continues(previous: Line, line: Line, open: Block, words: string[], wrap: Wrap): boolean {
  // `ARTICLE II`, and on the next line what it is called.
  if (open.label && words.length === 0) return true
  if (words.length < 8 && words.some((one) => QUOTE.test(one)) && OPEN_QUOTE.test(words.join(' ')))
    return true
  if (definedTerms(line.text).length > 0)
    return /\b(?:a|an|the|of)$/.test(previous.text) || (previous.text.endsWith(',') && QUOTED.test(line.text))
  const ended = /[.:;!?]["”’)]?$/.test(previous.text.slice(-2))
  if (goesOnSmall(previous.text, line.text))
    return (
      wrap.nearlyFull(previous, line) || previous.width >= 25 || line.width >= 25 || /^["”]/.test(line.text)
    )
  if (!ended && (/^["”]\s/.test(line.text) || leadsOn(previous.text))) return true
  // A centred line is no line of the paragraph under it.
  if (open.single && !open.label && previous.indent - line.indent >= 8) return false
  if (ended) {
    const set = !open.single && Math.abs(line.indent - previous.indent) >= 2 && line.indent !== 0
    return wrap.full(previous, line) && !set
  }
  // A sentence in capitals gives no small letter to tell by.
  if (inCapitals(previous.text) && inCapitals(line.text)) {
    const mayHead = open.single && !says(previous.text) && (!open.label || looksLikeHeading(previous.text))
    if (previous.width >= (mayHead ? 60 : 30)) return true
  }
  if (open.single && !open.label && looksLikeHeading(previous.text)) return wrap.full(previous, line)
  if (wrap.nearlyFull(previous, line)) return true
  // What stands under a list entry's first words goes on with them, where those are no heading.
  return (
    wrap.wrapped && open.label !== undefined && !looksLikeHeading(previous.text) && line.indent >= open.indent
  )
}

/** Whether a sentence in capitals begins, which no heading is. */
function says(text: string): boolean {
  return /\b(?:IS|ARE|SHALL|WILL|MAY|MUST|HAS|HAVE) \p{Lu}/u.test(text) && !/;\s*(?:AND|OR)$/.test(text)
}

function inCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text.slice(-60)) && !/\p{Ll}{4}/u.test(text.slice(0, 60)) && /\p{Lu}{3}/u.test(text)
}

/** Whether a sentence that a blank line cuts (a page's end, lines set apart) goes on behind it. */
function continuesBehindGap(previous: Line, line: Line, wrap: Wrap, doubled: boolean): boolean {
  if (TERM_ALONE.test(previous.text) && DEFINES.test(line.text)) return true
  if (definedTerms(line.text).length > 0 || looksLikeHeading(previous.text)) return false
  if (goesOnSmall(previous.text, line.text)) return wrap.full(previous, line) || leadsOn(previous.text)
  return (
    (doubled || wrap.wrapped) &&
    wrap.full(previous, line) &&
    !/[.:;!?,]["”’)]?$|\b(?:and|or)$/.test(previous.text)
  )
}

/** A text every line of which stands alone, its sentences cut by blank lines. */
function isDoubleSpaced(lines: Line[]): boolean {
  let alone = 0
  let all = 0
  let cut = 0
  let before: Line | undefined
  lines.forEach((line, at) => {
    if (line.blank) return
    all += 1
    if (lines[at - 1]?.blank !== false && lines[at + 1]?.blank !== false) alone += 1
    if (before && goesOnSmall(before.text, line.text) && !line.label) cut += 1
    before = line
  })
  return all >= 6 && alone >= all * 0.8 && cut >= all * 0.25
}

/** Joins the lines' words with spaces; a line that ends in a word's hyphen is joined without. */
export function joinWords(lines: string[]): string {
  const parts: string[] = []
  let tail = ''
  for (const line of lines) {
    const part = tail === '' || (tail.endsWith('-') && /[\p{L}\p{N}]-$/u.test(tail)) ? line : ` ${line}`
    parts.push(part)
    tail = part.length >= 2 ? part : tail + part
  }
  return parts.join('')
}
