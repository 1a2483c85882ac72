import { countWords } from './count-words.ts'
import { readingsOf } from './page-heads.ts'
import type { Omission } from './source.ts'

/** A text without what only its pages needed. */
export interface PlainText {
  source: string
  /** What was taken out, counted. */
  leftOut: Omission[]
  /** What a reader must know of it, whole sentences. */
  notes: string[]
}

/**
 * Takes out of an exported text what belongs to its pages and not to its words: numbers before every line, heads and feet
 * that come on every page, page numbers; and reads two columns one after the other. Lines keep their place, but for columns.
 *
 * @param source plain text
 * @example
 * withoutPages('Acme\n\n1. Fee. Ten\n\nPage 1 of 2\nAcme\n\neuros.\n\nPage 2 of 2\n').leftOut
 * // [{ kind: 'page-heads', place: '', words: 10 }]
 */
export function withoutPages(source: string): PlainText {
  const lines = source.split(/\r\n|\n|\r/)
  const leftOut: Omission[] = []
  const notes: string[] = []
  const numbered = lineNumbers(lines)
  if (numbered) {
    leftOut.push({
      kind: 'line-numbers',
      place: '',
      words: numbered.length,
      // Numbers that count from 1 on every page say nothing; any others may be amounts.
      ...(!countsFromOne(numbered) && { text: numbered.join(' ') }),
    })
    notes.push(`Every line of this text is numbered: the ${numbered.length} numbers were left out.`)
  }
  const { words, heads } = pageLines(lines)
  if (words > 0) {
    leftOut.push({
      kind: 'page-heads',
      place: '',
      words,
      ...(heads.length > 0 && { text: heads.join('\n') }),
    })
    notes.push(`Heads, feet and numbers of pages were left out: ${words} words${shown(heads)}.`)
  }
  const columns = inColumns(lines)
  if (columns)
    notes.push('This text stands in two columns: the left one was read before the right one, page by page.')
  const changed = numbered !== undefined || words > 0 || columns !== undefined
  return { source: changed ? (columns ?? lines).join('\n') : source, leftOut, notes }
}

function shown(heads: string[]): string {
  if (heads.length === 0) return ''
  return `, such as ${heads
    .slice(0, 2)
    .map((head) => `“${head.slice(0, 60)}”`)
    .join(' and ')}`
}

const LINE_NUMBER = /^\s{0,6}(\d{1,5})(?=\s{1,}|$)/

/** Blanks the numbers of a text whose every line is numbered, as pleadings are; what they were. */
function lineNumbers(lines: string[]): number[] | undefined {
  const places: { at: number; value: number; alone: boolean }[] = []
  let filled = 0
  lines.forEach((line, at) => {
    if (line.trim() === '') return
    filled += 1
    const found = LINE_NUMBER.exec(line)
    if (found) places.push({ at, value: Number(found[1]), alone: found[0].length === line.trimEnd().length })
  })
  if (places.length < 6 || places.length < filled * 0.85) return undefined
  const steps = places.filter(
    ({ value }, at) => at > 0 && (value === places[at - 1]!.value + 1 || value === 1),
  )
  if (steps.length < (places.length - 1) * 0.9) return undefined
  // Sections of a line each count as well: what is numbered line by line has empty lines, or sentences over several.
  const small = places.filter(({ at }) => /^\s*\d+\s+\p{Ll}/u.test(lines[at]!))
  if (!places.some(({ alone }) => alone) && small.length < places.length / 5) return undefined
  for (const { at } of places)
    lines[at] = lines[at]!.replace(LINE_NUMBER, (number) => ' '.repeat(number.length)).trimEnd()
  return places.map(({ value }) => value)
}

/** Whether numbers go 1, 2, 3 … and begin again after the same number of lines each time. */
function countsFromOne(numbers: readonly number[]): boolean {
  const page = numbers.findIndex((value, at) => at > 0 && value === 1)
  return numbers.every((value, at) => value === (page < 0 ? at : at % page) + 1)
}

/** No line that only a page needs is longer; the patterns below look far back in one that is. */
const LONGEST = 160
const PAGE_NUMBER =
  /^\s*(?:.{0,60}\s{3,})?\[?(?:page|seite|página|pagina)\s+\d{1,4}(?:\s*(?:of|\/|von|de|di)\s*\d{1,4})?\]?(?:\s{3,}.{0,60})?\s*$/i
const PAGE_WORDS = /\[?(?:page|seite|página|pagina)\s+\d{1,4}(?:\s*(?:of|\/|von|de|di)\s*\d{1,4})?\]?|\bof\b/i
const BARE_NUMBER = /^\s*[-–—]?\s*(\d{1,4})\s*[-–—]?\s*$/
const OF = /^\s*(\d{1,4})\s*(?:of|\/)\s*(\d{1,4})\s*$/i
/** How many filled lines around a page's end may be its foot or the next page's head. */
const AROUND = 3

/** Blanks page numbers and the lines that come back around them; how many words they had, and the lines themselves. */
function pageLines(lines: string[]): { words: number; heads: string[] } {
  const ends = pageEnds(lines)
  const gone = new Set<number>()
  const heads = new Map<string, number[]>()
  const headOf = (at: number) => {
    const key = keyOf(lines[at]!)
    const places = heads.get(key)
    if (places) places.push(at)
    else heads.set(key, [at])
  }
  if (ends.length >= 2) {
    const times = new Map<string, Set<number>>()
    const start = { at: -1, number: false }
    for (const end of [start, ...ends]) {
      for (const at of around(lines, end)) {
        const key = keyOf(lines[at]!)
        times.set(key, (times.get(key) ?? new Set()).add(at))
      }
    }
    // A number and the form feed behind it end one page.
    const pages = ends.filter(({ at }, index) => index === 0 || at - ends[index - 1]!.at > 4).length
    const often = Math.max(2, Math.floor(pages * 0.6))
    for (const end of [start, ...ends]) {
      for (const at of around(lines, end)) {
        if ((times.get(keyOf(lines[at]!))?.size ?? 0) < often || /[.;:]\s*$/.test(lines[at]!)) continue
        if (!gone.has(at)) headOf(at)
        gone.add(at)
      }
    }
  }
  for (const { at, number } of ends) {
    if (number) {
      if (!gone.has(at) && hasWords(lines[at]!)) headOf(at)
      gone.add(at)
    } else lines[at] = lines[at]!.replaceAll('\f', '')
  }
  const told = [...heads.values()].flatMap((places) => {
    const own = places.sort((one, other) => one - other).map((at) => lines[at]!.replaceAll('\f', ''))
    const readings = readingsOf(own)
    return readings.length === 1 && own.length > 1 && !hasWords(own[0]!) ? [] : readings
  })
  let words = 0
  for (const at of gone) {
    words += countWords(lines[at]!)
    lines[at] = ''
  }
  return { words, heads: told }
}

/** Whether a line says more than the number of its page. */
function hasWords(line: string): boolean {
  return /\p{L}/u.test(line.replace(PAGE_WORDS, ' '))
}

interface PageEnd {
  at: number
  /** Whether the line is the page's number, and not one that a form feed begins. */
  number: boolean
}

function pageEnds(lines: string[]): PageEnd[] {
  const ends: PageEnd[] = []
  const bare: { at: number; value: number }[] = []
  const parts: { at: number; value: number; all: number }[] = []
  lines.forEach((line, at) => {
    const words = line.replaceAll('\f', '').trim()
    const number = words.length <= LONGEST && PAGE_NUMBER.test(words)
    const part = words.length <= LONGEST ? OF.exec(words) : null
    if (part) parts.push({ at, value: Number(part[1]), all: Number(part[2]) })
    if (number || line.includes('\f')) ends.push({ at, number })
    else {
      const found = words.length <= LONGEST ? BARE_NUMBER.exec(words) : null
      if (found && alone(lines, at)) bare.push({ at, value: Number(found[1]) })
    }
  })
  // Lone numbers are those of pages where they count on from page to page.
  const counting =
    bare.length >= 3 && bare.every(({ value }, at) => at === 0 || value === bare[at - 1]!.value + 1)
  const far = bare.every(({ at }, index) => index === 0 || at - bare[index - 1]!.at >= 10)
  const [first] = parts
  // `7 / 12` may be an amount: pages are counted on, out of as many each time.
  if (
    first &&
    (parts.length > 1 || first.value === 1) &&
    parts.every(({ value, all }, at) => value === first.value + at && value <= all && all === first.all)
  )
    for (const { at } of parts) ends.push({ at, number: true })
  if (counting && far) for (const { at } of bare) ends.push({ at, number: true })
  return ends.sort((one, other) => one.at - other.at)
}

function alone(lines: string[], at: number): boolean {
  return (
    (lines[at - 1] ?? '').trim() === '' ||
    (lines[at + 1] ?? '').trim() === '' ||
    (lines[at + 1] ?? '').includes('\f')
  )
}

/** The filled lines next to a page's end; those between it and the words of the pages. */
function around(lines: string[], { at, number }: PageEnd): number[] {
  const found: number[] = []
  const look = (from: number, step: number) => {
    for (
      let line = from, filled = 0;
      filled < AROUND && lines[line] !== undefined && Math.abs(line - at) <= 8;
      line += step
    ) {
      if (lines[line]!.trim() === '') continue
      filled += 1
      found.push(line)
    }
  }
  look(number || at < 0 ? at + 1 : at, 1)
  look(at - 1, -1)
  return found
}

/** A line as it comes back on other pages: its numbers are others there. */
function keyOf(line: string): string {
  return line.replaceAll('\f', '').trim().replace(/\s+/g, ' ').replace(/\d+/g, '#').toLowerCase()
}

const COLUMNS = /^(.{20,70}?\S)(\s{3,})(\S.*)$/

/** The lines of a text in two columns, the left column of each page before its right one; undefined where it has one. */
function inColumns(lines: string[]): string[] | undefined {
  const starts = new Map<number, number>()
  let filled = 0
  for (const line of lines) {
    if (line.trim() === '') continue
    filled += 1
    const found = line.length <= 400 ? COLUMNS.exec(line) : null
    if (found) {
      const column = found[1]!.length + found[2]!.length
      starts.set(column, (starts.get(column) ?? 0) + 1)
    }
  }
  const [column, times] = [...starts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0]
  if (times < 8 || times < filled * 0.6) return undefined
  const cut = (line: string) => {
    const clear = line.length <= column || (line[column - 1] === ' ' && line[column - 2] === ' ')
    return clear ? [line.slice(0, column).trimEnd(), line.slice(column).trimEnd()] : undefined
  }
  const cuts = lines.map(cut)
  if (cuts.filter((one, at) => !one && lines[at]!.trim() !== '').length > filled * 0.2) return undefined
  // A table has two columns too, but its cells are no sentences that run on from line to line.
  const sides = [0, 1].map((side) => cuts.flatMap((one) => (one?.[side] ? [one[side]] : [])))
  const runsOn = (side: string[]) =>
    side.filter((line, at) => at > 0 && /^\s*\p{Ll}/u.test(line) && !/[.:;]$/.test(side[at - 1]!)).length
  if (sides.some((side) => runsOn(side) < side.length * 0.25)) return undefined
  const read: string[] = []
  let right: string[] = []
  const close = () => {
    for (const line of right) read.push(line)
    right = []
  }
  cuts.forEach((one, at) => {
    if (!one) {
      close()
      read.push(lines[at]!)
      return
    }
    read.push(one[0]!)
    right.push(one[1]!)
  })
  close()
  return read
}
