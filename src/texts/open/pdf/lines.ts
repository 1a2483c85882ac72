import type { PdfItem, PdfLine, PdfPage } from './types.ts'

/** A gap wider than this many times the type sets what follows apart: a column, a cell, words behind a tab. */
const APART = 1.6
/** A gap wider than this many times the type is a space. */
const SPACE = 0.16

/**
 * The lines of a page from its foot's distance and left ends, from top to bottom and left to right; words that a wide
 * gap sets apart are lines of their own on the same height.
 */
export function linesOf({ items }: PdfPage, page: number): PdfLine[] {
  const upright = items.filter(({ turned, text }) => !turned && text.trim() !== '')
  return rowsOf(upright).flatMap((row) => partsOf(row, page))
}

/** Signs on one baseline; smaller ones that are raised or lowered beside it among them. */
function rowsOf(items: readonly PdfItem[]): PdfItem[][] {
  const sorted = [...items].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: { y: number; size: number; items: PdfItem[] }[] = []
  for (const item of sorted) {
    const row = rows.findLast(({ y, size }) => Math.abs(y - item.y) <= 0.45 * Math.max(size, item.size))
    if (!row) {
      rows.push({ y: item.y, size: item.size, items: [item] })
      continue
    }
    row.items.push(item)
    // The largest type on a line gives its baseline: a raised sign must not.
    if (item.size > row.size * 1.1) [row.y, row.size] = [item.y, item.size]
  }
  return rows.sort((a, b) => b.y - a.y).map(({ items: row }) => row.sort((a, b) => a.x - b.x))
}

function partsOf(row: readonly PdfItem[], page: number): PdfLine[] {
  const size = Math.max(...row.map((item) => item.size))
  const y = row.find((item) => item.size === size)!.y
  const parts: PdfLine[] = []
  let open: PdfLine | undefined
  for (const item of row) {
    const gap = open ? item.x - open.right : 0
    if (open && gap <= APART * size) {
      const spaced = gap > SPACE * size || /\s$/.test(open.text) || /^\s/.test(item.text)
      open.text = `${open.text.trimEnd()}${spaced ? ' ' : ''}${item.text.trimStart()}`
      open.right = Math.max(open.right, item.x + item.width)
      open.size = Math.max(open.size, item.size)
    } else {
      open = { text: item.text.trim(), left: item.x, right: item.x + item.width, y, size: item.size, page }
      parts.push(open)
    }
  }
  return parts.map((part) => ({ ...part, text: plain(part.text) }))
}

const ligatures: Record<string, string> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
}

/** White space single, ligatures as the letters that they are. */
function plain(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (sign) => ligatures[sign] ?? sign)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
