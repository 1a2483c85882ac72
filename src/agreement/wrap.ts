import type { Line } from './lines.ts'

/** How wide a text was set, as far as its lines tell. */
export interface Wrap {
  /** Whether a line reaches so far that the next line's first word did not fit behind it. */
  full(line: Line, next: Line): boolean
  /** Whether it reaches nearly as far: enough where its sentence has no end. */
  nearlyFull(line: Line, next: Line): boolean
  /** Whether the lines were broken at a margin at all. */
  wrapped: boolean
}

/** Too few breaks to tell a margin by. */
const FEWEST = 2

/**
 * Tells a text's margin from the breaks that are surely no ends of a paragraph: those before a word in small letters.
 * Whatever the width, such a line plus the word that went to the next is longer than the margin allowed.
 */
export function wrapOf(lines: Line[]): Wrap {
  const reaches: number[] = []
  for (let at = 1; at < lines.length; at += 1) {
    const [line, next] = [lines[at - 1]!, lines[at]!]
    if (line.blank || next.blank || next.label || !goesOnSmall(line.text, next.text)) continue
    reaches.push(reach(line, next))
  }
  reaches.sort((one, other) => one - other)
  const limit = reaches.length >= FEWEST ? reaches[Math.floor(reaches.length / 10)]! : widthOfCapitals(lines)
  const widest =
    reaches.length > 0 ? reaches[Math.floor(reaches.length * 0.95)]! * 1.3 : Number.POSITIVE_INFINITY
  const reaching = (part: number) => (line: Line, next: Line) =>
    limit !== undefined && reach(line, next) >= limit * part && line.width <= Math.max(widest, 100)
  return { wrapped: limit !== undefined, full: reaching(0.95), nearlyFull: reaching(0.75) }
}

/** Whether a sentence surely goes on from one line to the next. */
export function goesOnSmall(text: string, next: string): boolean {
  return beginsSmall(next) && !/[.:;!?]["”’)]?$/.test(text.slice(-2))
}

/** Whether words begin with a small letter; nearly every line is asked, so that the letters of English are told first. */
export function beginsSmall(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(text)
}

function reach(line: Line, next: Line): number {
  const first = next.label ? next.label.printed.length : next.text.search(/\s|$/)
  return line.width + 1 + first
}

/** The margin of a text without small letters: most of what its widest line has, where no line is long. */
function widthOfCapitals(lines: Line[]): number | undefined {
  let widest = 0
  let long = 0
  let full = 0
  for (const { width, blank } of lines) {
    if (blank) continue
    if (width > 120) long += 1
    else if (width > widest) widest = width
    if (width >= 55) full += 1
  }
  return long * 20 <= full && full > 0 ? widest * 0.85 : undefined
}
