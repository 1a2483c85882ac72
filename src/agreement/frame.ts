import { smallestOf } from '../largest.ts'

/** Signs that set every line of a text off as a comment of a program, or as a box around it. */
const COMMENT = /^\s*(#{1,3}|\/\/|%{1,3}|;{1,3}|\*\*|--|dnl|REM)(?=\s|$)/
/** A line of a box: its edge, or words between two stars. */
const BOXED = /^\s*\*(?:\*{4,}|\s(?:.*\s)?\*)\s*$/
const EDGE = /^\s*\*{5,}\s*$/
/** Fewer lines are a heading or a list. */
const FEWEST = 3

/**
 * How many signs at the start of each line are the frame of a comment: lines one below the other that begin with the same sign,
 * the words of some going on from the line before. Nought for all others.
 */
export function frameWidths(lines: readonly string[]): Uint8Array {
  const widths = new Uint8Array(lines.length)
  let from = 0
  while (from < lines.length) {
    const boxEnd = endOfBox(lines, from)
    if (boxEnd > from) {
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
  return widths
}

/** Where a box ends that begins with its edge: behind its last edge; where it began where there is no box. */
function endOfBox(lines: readonly string[], from: number): number {
  if (!EDGE.test(lines[from]!)) return from
  let end = from + 1
  while (end < lines.length && BOXED.test(lines[end]!) && !EDGE.test(lines[end]!)) end += 1
  return end - from >= FEWEST && end < lines.length && EDGE.test(lines[end]!) ? end + 1 : from
}

/**
 * How much further left the words of a box stand in the text: they are no further in than its edge is. By line, from 0;
 * lines outside boxes have none.
 */
export function boxMargins(lines: readonly string[]): Map<number, number> {
  const margins = new Map<number, number>()
  for (let from = 0; from < lines.length; from += 1) {
    const end = endOfBox(lines, from)
    if (end === from) continue
    const words = lines.slice(from + 1, end - 1).filter((line) => line.replace(/\*/g, '').trim() !== '')
    const inner = smallestOf(words.map((line) => line.search(/[^\s*]/)))
    if (words.length > 0)
      for (let at = from; at < end; at += 1) margins.set(at, inner - indentOf(lines[from]!))
    from = end - 1
  }
  return margins
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
