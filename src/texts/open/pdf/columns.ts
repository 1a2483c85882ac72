import { largestOf, smallestOf } from '../../../largest.ts'
import type { PdfLine } from './types.ts'

/** A column holds lines of at least this share of the text's width. */
const COLUMN_WIDTH = 0.22
/** And at least so many of them on each side. */
const LEAST_LINES = 6

/**
 * A page's lines in the order of reading: where it has two columns or more, one after the other between the lines
 * that go over all of them.
 */
export function inColumns(lines: readonly PdfLine[]): PdfLine[] {
  if (lines.length < 2 * LEAST_LINES) return [...lines]
  const left = smallestOf(lines.map((line) => line.left))
  const right = largestOf(lines.map((line) => line.right))
  const gutter = gutterOf(lines, left, right)
  if (gutter === undefined) return [...lines]
  const ordered: PdfLine[] = []
  let sides: { left: PdfLine[]; right: PdfLine[] } = { left: [], right: [] }
  const flush = () => {
    for (const line of [...inColumns(sides.left), ...inColumns(sides.right)]) ordered.push(line)
    sides = { left: [], right: [] }
  }
  for (const line of lines) {
    if (line.right <= gutter) sides.left.push(line)
    else if (line.left >= gutter) sides.right.push(line)
    else {
      flush()
      ordered.push(line)
    }
  }
  flush()
  return ordered
}

/** Where a gap runs down between two columns of running text; a table's cells are too short to be that. */
function gutterOf(lines: readonly PdfLine[], left: number, right: number): number | undefined {
  const width = right - left
  const places = [...new Set(lines.map((line) => Math.round(line.left)))].filter(
    (place) => place > left + COLUMN_WIDTH * width && place < right - COLUMN_WIDTH * width,
  )
  let best: { place: number; crossing: number } | undefined
  for (const place of places) {
    const gutter = place - 1
    const before = lines.filter((line) => line.right <= gutter)
    const behind = lines.filter((line) => line.left >= gutter)
    const crossing = lines.length - before.length - behind.length
    if (before.length < LEAST_LINES || behind.length < LEAST_LINES || crossing * 3 > lines.length) continue
    if (median(before) < COLUMN_WIDTH * width || median(behind) < COLUMN_WIDTH * width) continue
    if (!best || crossing < best.crossing) best = { place: gutter, crossing }
  }
  return best?.place
}

function median(lines: readonly PdfLine[]): number {
  const widths = lines.map((line) => line.right - line.left).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}
