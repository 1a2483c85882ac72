import type { SourceBlock, SourceRow, SourceSpot } from '../../../agreement/index.ts'
import { largestOf, smallestOf } from '../../../largest.ts'
import { LABEL } from './label.ts'
import { tableFrom } from './table.ts'
import type { PdfLine, PdfRow } from './types.ts'

/** Lines further apart than so many times the usual distance are two paragraphs. */
const LOOSE = 1.35
/** A line that ends further before the margin than this share of the column ends its paragraph. */
const SHORT = 0.14
/** A headline's type is so much larger than the text's. */
const LARGER = 1.15

const REFERS = /(?:\b(?:sections?|articles?|clauses?|paragraphs?|and|or|to|of|under|in|by)|§|,)$/i

interface Paragraph {
  lines: PdfLine[]
  text: string
  spots: SourceSpot[]
  emphasised: boolean
}

/**
 * Paragraphs and tables from lines in the order of reading: by the distance, the indentation and the length of lines,
 * the size of the type, and numbers at a line's start. A hyphen at a line's end stays unless the rest of the document
 * writes the word without it.
 *
 * @returns the blocks, and how many words had been divided at a line's end
 */
export function blocksOf(lines: readonly PdfLine[]): { blocks: SourceBlock[]; joined: number } {
  const rows = rowsOf(lines)
  const usual = usualOf(rows)
  const known = new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? []),
  )
  const blocks: (Paragraph | { rows: SourceRow[] })[] = []
  let joined = 0
  let open: Paragraph | undefined
  let last: PdfRow | undefined

  for (let at = 0; at < rows.length; at += 1) {
    const table = tableFrom(rows, at, usual.distance)
    if (table) {
      blocks.push({ rows: table.rows })
      at = table.end - 1
      open = undefined
      last = rows[at]
      continue
    }
    const row = rows[at]!
    const text = row.map((line) => line.text).join(' ')
    if (open && last && continues(last, row, open, usual)) {
      const together = join(open.text, text, known)
      if (together.divided) joined += 1
      if (together.spot) open.spots.push(together.spot)
      open.text = together.text
      for (const line of row) open.lines.push(line)
    } else {
      open = { lines: [...row], text, spots: [], emphasised: row[0]!.size > usual.size * LARGER }
      blocks.push(open)
    }
    last = row
  }
  return {
    blocks: blocks.map((block) =>
      'rows' in block
        ? { type: 'table', rows: block.rows }
        : {
            type: 'paragraph',
            text: block.text,
            indent: Math.max(0, Math.round((block.lines[0]!.left - usual.left) / (usual.size * 0.5))),
            ...(block.emphasised && { emphasised: true }),
            ...(block.spots.length > 0 && { spots: block.spots }),
          },
    ),
    joined,
  }
}

/** What the text is set in: its type, left and right margin and distance of lines. */
interface Usual {
  size: number
  left: number
  right: number
  distance: number
}

function usualOf(rows: readonly PdfRow[]): Usual {
  const most = (values: number[]) => {
    const times = new Map<number, number>()
    for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
    return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  }
  const lines = rows.flat()
  const size = most(
    lines.flatMap((line) =>
      Array<number>(Math.ceil(line.text.length / 20)).fill(Math.round(line.size * 2) / 2),
    ),
  )
  const distances = rows.flatMap((row, at) => {
    const before = rows[at - 1]
    return before && before[0]!.page === row[0]!.page && before[0]!.y > row[0]!.y
      ? [Math.round((before[0]!.y - row[0]!.y) * 2) / 2]
      : []
  })
  return {
    size: size || 10,
    left: smallestOf(lines.map((line) => line.left)),
    right: largestOf(
      lines.map((line) => line.right),
      0,
    ),
    distance: Math.max(most(distances.filter((distance) => distance < size * 2.2)), size * 0.9) || 12,
  }
}

function rowsOf(lines: readonly PdfLine[]): PdfRow[] {
  const rows: PdfRow[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const same =
      row &&
      row[0]!.page === line.page &&
      Math.abs(row[0]!.y - line.y) < 0.5 &&
      line.left >= row.at(-1)!.right
    if (same) row.push(line)
    else rows.push([line])
  }
  return rows
}

function continues(before: PdfRow, row: PdfRow, open: Paragraph, usual: Usual): boolean {
  const [above, line] = [before.at(-1)!, row[0]!]
  if (Math.abs(above.size - line.size) > 0.12 * usual.size) return false
  const text = open.text
  const label = LABEL.test(line.text)
  const ended = /[.;:!?][”"’)]?$/.test(text)
  const elsewhere = above.page !== line.page || above.y <= line.y
  if (elsewhere) return !ended && !label && /^[\p{Ll}(\d“"]/u.test(line.text) && !open.emphasised
  if (above.y - line.y > usual.distance * LOOSE * Math.max(1, line.size / usual.size)) return false
  if (label && !(REFERS.test(text) && line.left <= before[0]!.left + 2)) return false
  const right = columnRight(open.lines, usual)
  const room = right - above.right
  if (room > SHORT * (right - usual.left)) {
    // A line that had room for the next word ended on purpose.
    const next = /^\S+/.exec(line.text)?.[0].length ?? 0
    if (room > next * line.size * 0.62 && (ended || !/^\p{Ll}/u.test(line.text))) return false
  }
  // A first line that is indented begins a paragraph, where the one before had ended.
  return !(ended && open.lines.length > 1 && line.left > open.lines.at(-1)!.left + usual.size * 0.8)
}

/** The right margin that a paragraph's lines run to; a column may end before the page does. */
function columnRight(lines: readonly PdfLine[], usual: Usual): number {
  const widest = largestOf(lines.map((line) => line.right))
  return widest < usual.left + (usual.right - usual.left) * 0.55 && lines.length > 2 ? widest : usual.right
}

/** Joins two lines of a paragraph. */
function join(
  before: string,
  next: string,
  known: ReadonlySet<string>,
): { text: string; divided: boolean; spot?: SourceSpot } {
  const end = /(\p{L}+)([-\u00ad\u2010])$/u.exec(before)
  const start = /^\p{L}+/u.exec(next)?.[0]
  if (!end || !start) return { text: `${before} ${next}`, divided: false }
  const [, first = '', sign] = end
  const whole = (first + start).toLowerCase()
  const soft = sign === '\u00ad' || (known.has(whole) && !known.has(`${first}-${start}`.toLowerCase()))
  const at = before.length - 1
  const spot = { kind: 'line-end' as const, start: at, end: soft ? at : before.length }
  return { text: soft ? before.slice(0, -1) + next : before + next, divided: soft, spot }
}
