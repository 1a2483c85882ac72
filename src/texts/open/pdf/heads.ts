import { countWords, readingsOf } from '../../../agreement/index.ts'
import type { PdfLine, PdfPage } from './types.ts'

/** What stands at the top and the foot of the pages, and the pages without it. */
export interface PagesWithoutHeads {
  pages: PdfLine[][]
  /** Each repeated head and foot once, in its first page's words; each reading of it where its numbers do not count on. */
  heads: string[]
  feet: string[]
  /** Words of page numbers and of repetitions that were taken out. */
  numbers: number
  repeated: number
}

/** Heads and feet stand within this share of a page's height from its edges. */
const EDGE = 0.13
/** At most so many lines of a page's edge are looked at. */
const MOST_LINES = 4

const PAGE_NUMBER =
  /^(?:[-–—|•\s]*)((?:page|p\.|seite|page no\.?)\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?(?:[-–—|•\s]*)$/i

/**
 * Takes off what is printed again on page after page at the same height, and page numbers: those that count on with the
 * pages. A single page has no head that could be told from its text, but its number where it stands alone at its foot.
 */
export function withoutHeads(pages: PdfLine[][], sizes: readonly PdfPage[]): PagesWithoutHeads {
  const result: PagesWithoutHeads = { pages: [], heads: [], feet: [], numbers: 0, repeated: 0 }
  const edges = pages.map((lines, at) => edgesOf(lines, sizes[at]!))
  const times = new Map<string, number>()
  const readings = new Map<string, string[]>()
  for (const lines of edges) {
    for (const key of new Set(lines.map(({ key }) => key))) times.set(key, (times.get(key) ?? 0) + 1)
    for (const { key, line } of lines) {
      const own = readings.get(key)
      if (own) own.push(line.text)
      else readings.set(key, [line.text])
    }
  }
  const counting = countingNumbers(edges)
  const told = new Set<string>()
  pages.forEach((lines, at) => {
    const out = new Set<PdfLine>()
    for (const { line, key, top } of edges[at]!) {
      const often = times.get(key)!
      if (counting.has(line) && (!top || often > 1)) {
        out.add(line)
        result.numbers += countWords(line.text)
      } else if (often >= 2 && often * 3 >= pages.length) {
        out.add(line)
        if (told.has(key)) result.repeated += countWords(line.text)
        else {
          told.add(key)
          ;(top ? result.heads : result.feet).push(...readingsOf(readings.get(key)!))
        }
      }
    }
    result.pages.push(lines.filter((line) => !out.has(line)))
  })
  return result
}

/** Lines that are numbers of pages: they say the page's own number, or two pages' numbers are as far apart as the pages. */
function countingNumbers(edges: readonly { line: PdfLine }[][]): Set<PdfLine> {
  const found: { line: PdfLine; ahead: number; named: boolean }[] = []
  edges.forEach((lines, at) => {
    for (const { line } of lines) {
      const [, word = '', digits = ''] = PAGE_NUMBER.exec(line.text) ?? []
      if (digits !== '') found.push({ line, ahead: numberOf(digits) - at - 1, named: word !== '' })
    }
  })
  const times = new Map<number, number>()
  for (const { ahead } of found) times.set(ahead, (times.get(ahead) ?? 0) + 1)
  return new Set(
    found.filter(({ ahead, named }) => ahead === 0 || named || times.get(ahead)! > 1).map(({ line }) => line),
  )
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

function numberOf(digits: string): number {
  if (/\d/.test(digits)) return Number(digits)
  const values = [...digits.toLowerCase()].map((sign) => ROMAN[sign] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** The lines at a page's edges; two with the same key are the same line, whatever numbers stand in it. */
function edgesOf(
  lines: readonly PdfLine[],
  { height }: PdfPage,
): { line: PdfLine; key: string; top: boolean }[] {
  const keyed = (line: PdfLine, top: boolean) => ({
    line,
    top,
    key: `${top ? 'top' : 'foot'} ${Math.round(line.y / 6)} ${line.text.replace(/\d+/g, '#').toLowerCase()}`,
  })
  const top = lines.filter(({ y }) => y > height * (1 - EDGE)).slice(0, MOST_LINES)
  const foot = lines.filter((line) => line.y < height * EDGE && !top.includes(line)).slice(-MOST_LINES)
  return [...top.map((line) => keyed(line, true)), ...foot.map((line) => keyed(line, false))]
}
