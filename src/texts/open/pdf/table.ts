import type { SourceParagraph, SourceRow, SourceSpot } from '../../../agreement/index.ts'
import { largestOf, smallestOf } from '../../../largest.ts'
import { LABEL } from './label.ts'
import type { PdfLine, PdfRow } from './types.ts'

/** Lines of a table are at most so many times the usual distance apart. */
const NEAR = 4
/** Lines further apart than so many times the usual distance are of two rows. */
const ROW_GAP = 1.3
/** A first cell may begin so many lines above the second. */
const LINES_ABOVE = 3
/** A line that runs to this share of its column was broken where the column ends. */
const FULL = 0.8

/**
 * The table that begins with a row of lines: lines that keep to the same columns, two rows of them at least. A cell's
 * further lines, and lines of a cell that stand between those of its neighbour, belong to its row.
 *
 * @param distance the usual distance of lines (points)
 * @returns its rows, and the place of the first row of lines behind it
 */
export function tableFrom(
  rows: readonly PdfRow[],
  from: number,
  distance: number,
): { rows: SourceRow[]; end: number } | undefined {
  const gutters = guttersAt(rows, from, distance)
  if (!gutters) return undefined
  const columnOf = (line: PdfLine) => {
    const column = gutters.findIndex((gutter) => line.left < gutter)
    const at = column < 0 ? gutters.length : column
    return line.right <= (gutters[at] ?? Number.POSITIVE_INFINITY) ? at : undefined
  }
  let end = from
  let sided = 0
  while (end < rows.length) {
    const row = rows[end]!
    if (end > from && !isNear(rows[end - 1]!, row, distance)) break
    const columns = row.map(columnOf)
    if (columns.includes(undefined) || new Set(columns).size < columns.length) break
    if (row.length > 1) {
      if (columns[0] === 0 && LABEL.test(`${row[0]!.text} `) && row[0]!.text.length < 8) break
      sided += 1
    }
    end += 1
  }
  // What follows the last line of the second column is of the text again.
  while (end > from + 1 && isBehind(rows[end - 2]!, rows[end - 1]!)) end -= 1
  if (sided < 2) return undefined

  /** A line of the first column alone, at some distance: it may be the next heading. */
  function isBehind(before: PdfRow, row: PdfRow): boolean {
    return row.length === 1 && columnOf(row[0]!) === 0 && !isNear(before, row, (distance * ROW_GAP) / NEAR)
  }
  const cells = cellsOf(rows.slice(from, end), gutters.length + 1, (line) => columnOf(line)!, distance)
  if (cells.length < 2) return undefined
  return {
    end,
    rows: cells.map((row) => ({
      cells: row.map((words) => ({
        blocks: words.length === 0 ? [] : [cellParagraph(words)],
      })),
    })),
  }
}

/** The lines of a cell as a paragraph. */
function cellParagraph(lines: readonly string[]): SourceParagraph {
  const spots: SourceSpot[] = []
  let text = ''
  for (const line of lines) {
    if (/\p{L}[-\u00ad\u2010]$/u.test(text) && /^\p{L}/u.test(line))
      spots.push({ kind: 'line-end', start: text.length - 1, end: text.length + 1 })
    text += `${text === '' ? '' : ' '}${line}`
  }
  return { type: 'paragraph', text, ...(spots.length > 0 && { spots }) }
}

/** Where the columns part, seen at the first row that has more than one line. */
function guttersAt(rows: readonly PdfRow[], from: number, distance: number): number[] | undefined {
  for (let at = from; at < Math.min(rows.length, from + LINES_ABOVE + 1); at += 1) {
    const row = rows[at]!
    if (at > from && !isNear(rows[at - 1]!, row, distance * 0.4)) return undefined
    if (row.length < 2) continue
    if (LABEL.test(`${row[0]!.text} `) && row[0]!.text.length < 8) return undefined
    const gutters = row.slice(1).map((line) => line.left - 2)
    const above = rows.slice(from, at).flat()
    return above.every((line) => line.right <= gutters[0]! && line.text.length < 60) ? gutters : undefined
  }
  return undefined
}

function isNear(before: PdfRow, row: PdfRow, distance: number): boolean {
  const [above, line] = [before[0]!, row[0]!]
  return above.page !== line.page || above.y - line.y <= distance * NEAR
}

function cellsOf(
  rows: readonly PdfRow[],
  columns: number,
  columnOf: (line: PdfLine) => number,
  distance: number,
): string[][][] {
  const widths = Array.from({ length: columns }, (_, column) => {
    const lines = rows.flat().filter((line) => columnOf(line) === column)
    return {
      left: smallestOf(lines.map((line) => line.left)),
      right: largestOf(lines.map((line) => line.right)),
    }
  })
  const isFull = (line: PdfLine) => {
    const { left, right } = widths[columnOf(line)]!
    return line.right - left >= FULL * (right - left) && line.text.length > 14
  }
  const cells: string[][][] = []
  let before: PdfRow | undefined
  for (const row of rows) {
    const gap = before && before[0]!.page === row[0]!.page ? before[0]!.y - row[0]!.y : 0
    const apart = gap > ROW_GAP * distance
    const dense =
      row.length === columns && before?.length === columns && before.every((line) => !isFull(line))
    if (!before || apart || dense) cells.push(Array.from({ length: columns }, () => []))
    for (const line of row) cells.at(-1)![columnOf(line)]!.push(line.text)
    before = row
  }
  return cells
}
