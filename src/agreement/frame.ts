import { smallestOf } from '../largest.ts'

/** Signs that set every line of a text off as a comment of a program, or as a box around it. */
const COMMENT = /^\s*(#{1,3}|\/\/|%{1,3}|;{1,3}|\*\*|--|dnl|REM)(?=\s|$)/
/** Words of a box, between two stars. */
const BOXED = /^\s*\*\s(?:.*\s)?\*\s*$/
const EDGE = /^\s*\*{5,}\s*$/
/** Fewer lines are a heading or a list. */
const FEWEST = 3

/** What sets lines off, by line. */
export interface Frames {
  /** How many signs at its start are the frame; nought where there is none. */
  widths: Uint8Array
  /** How much further left the words of a box stand in the text; nought outside boxes. */
  margins: Uint8Array
}

/**
 * The frames of comments and boxes. A comment's: lines one below the other that begin with the same sign,
 * the words of some going on from the line before.
 */
export function framesOf(lines: readonly string[]): Frames {
  const widths = new Uint8Array(lines.length)
  const margins = new Uint8Array(lines.length)
  let from = 0
  while (from < lines.length) {
    const boxEnd = endOfBox(lines, from)
    if (boxEnd > from) {
      margins.fill(Math.min(255, marginOf(lines.slice(from, boxEnd))), from, boxEnd)
      for (let at = from; at < boxEnd; at += 1)
        widths[at] = Math.min(255, EDGE.test(lines[at]!) ? lines[at]!.length : indentOf(lines[at]!) + 1)
      from = boxEnd
      continue
    }
    const sign = COMMENT.exec(lines[from]!)?.[1]
    if (sign === undefined) {
      from += 1
      continue
    }
    let end = from
    let goesOn = 0
    let bare = 0
    while (end < lines.length && COMMENT.exec(lines[end]!)?.[1] === sign) {
      const words = lines[end]!.trimStart().slice(sign.length)
      if (/^\s+\p{Ll}/u.test(words)) goesOn += 1
      if (words.trim() === '') bare += 1
      end += 1
    }
    if (end - from >= FEWEST && (goesOn > 0 || bare > 0))
      for (let at = from; at < end; at += 1)
        widths[at] = Math.min(255, lines[at]!.length - lines[at]!.trimStart().length + sign.length)
    from = end
  }
  return { widths, margins }
}

/** Where a box ends that begins with its edge: behind its last edge; where it began where there is no box. */
function endOfBox(lines: readonly string[], from: number): number {
  if (!EDGE.test(lines[from]!)) return from
  let end = from + 1
  while (end < lines.length && BOXED.test(lines[end]!)) end += 1
  return end - from >= FEWEST && end < lines.length && EDGE.test(lines[end]!) ? end + 1 : from
}

/** How much further in than its edge the words of a box stand; nought where it has none. */
function marginOf(box: readonly string[]): number {
  const columns = box.map((line) => line.search(/[^\s*]/)).filter((column) => column >= 0)
  return columns.length === 0 ? 0 : smallestOf(columns) - indentOf(box[0]!)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** A line without its frame: blanks stand in its place, so that what follows keeps its column; the box's end goes too. */
export function unframed(line: string, width: number): string {
  const sign = line.slice(0, width).trimStart()
  const rest = line.slice(width)
  return `${' '.repeat(width)}${rest.trimEnd().endsWith(` ${sign}`) ? rest.trimEnd().slice(0, -sign.length).trimEnd() : rest}`
}
