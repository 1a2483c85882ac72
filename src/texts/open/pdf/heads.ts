import { countWords } from '../../../agreement/index.ts'
import type { PdfLine, PdfPage } from './types.ts'

/** What stands at the top and the foot of the pages, and the pages without it. */
export interface PagesWithoutHeads {
  pages: PdfLine[][]
  /** Each repeated head and foot once, in its first page's words. */
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
  /^(?:[-–—|•\s]*)(?:(?:page|p\.|seite|page no\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?(?:[-–—|•\s]*)$/i

/**
 * Takes off what is printed again on page after page at the same height, and page numbers. A single page has no head
 * that could be told from its text, but a number of a page that stands alone at its foot.
 */
export function withoutHeads(pages: PdfLine[][], sizes: readonly PdfPage[]): PagesWithoutHeads {
  const result: PagesWithoutHeads = { pages: [], heads: [], feet: [], numbers: 0, repeated: 0 }
  const edges = pages.map((lines, at) => edgesOf(lines, sizes[at]!))
  const times = new Map<string, number>()
  for (const lines of edges)
    for (const key of new Set(lines.map(({ key }) => key))) times.set(key, (times.get(key) ?? 0) + 1)
  const told = new Set<string>()
  pages.forEach((lines, at) => {
    const out = new Set<PdfLine>()
    for (const { line, key, top } of edges[at]!) {
      const often = times.get(key)!
      if (PAGE_NUMBER.test(line.text) && (!top || often > 1)) {
        out.add(line)
        result.numbers += countWords(line.text)
      } else if (often >= 2 && often * 3 >= pages.length) {
        out.add(line)
        if (told.has(key)) result.repeated += countWords(line.text)
        else {
          told.add(key)
          ;(top ? result.heads : result.feet).push(line.text)
        }
      }
    }
    result.pages.push(lines.filter((line) => !out.has(line)))
  })
  return result
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
