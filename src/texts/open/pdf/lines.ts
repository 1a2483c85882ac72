import { raised } from '../../../agreement/index.ts'
import { largestOf } from '../../../largest.ts'
import type { PdfItem, PdfLine, PdfPage } from './types.ts'

/** A gap wider than this many times the type sets what follows apart: a column, a cell, words behind a tab. */
const APART = 1.6
/** A gap wider than this many times the type is a space. */
const SPACE = 0.16
/** Type of at most this share of the line's, and so much of it above or below the baseline, is raised or lowered. */
const SMALLER = 0.85
const RAISED = 0.18
const LOWERED = -0.07
/** Words that are printed twice to look bold stand no further apart than this share of the type. */
const TWICE = 0.12

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
  return rows.sort((a, b) => b.y - a.y).map(({ items: row }) => printedOnce(row.sort((a, b) => a.x - b.x)))
}

/**
 * Without the second print of words that are printed twice to look bold, or with a shadow. The two prints may be cut into
 * different runs: of two runs at one place the one that has the words of the other stays.
 */
function printedOnce(row: readonly PdfItem[]): PdfItem[] {
  const once: PdfItem[] = []
  for (const item of row) {
    if (item.text.trim() === '' || !once.slice(-4).some((before) => isSecondPrint(item, before))) {
      while (once.length > 0 && isSecondPrint(once.at(-1)!, item)) once.pop()
      once.push(item)
    }
  }
  return once
}

/** Whether a run says again what another one at its place says. */
function isSecondPrint(item: PdfItem, of: PdfItem): boolean {
  const off = TWICE * item.size
  return (
    Math.abs(item.y - of.y) < off &&
    Math.abs(item.size - of.size) < 0.1 * item.size &&
    item.x > of.x - off &&
    item.x + item.width < of.x + of.width + off &&
    Math.min(item.x + item.width, of.x + of.width) - Math.max(item.x, of.x) > 0.5 * item.width &&
    of.text.replace(/\s/g, '').includes(item.text.replace(/\s/g, ''))
  )
}

/** The words of a line with what is raised or lowered marked so: 10² is not 102, and a note's number is no clause's. */
function withRaised(row: readonly PdfItem[], size: number, y: number): PdfItem[] {
  const runs: { item: PdfItem; how: 'sup' | 'sub' | undefined }[] = []
  for (const item of row) {
    const how = positionOf(item, size, y)
    const before = runs.at(-1)
    const end = before ? before.item.x + before.item.width : 0
    if (before && how && how === before.how && item.x - end <= SPACE * item.size) {
      const { x, text } = before.item
      before.item = { ...before.item, text: text + item.text, width: item.x + item.width - x }
    } else runs.push({ item, how })
  }
  return runs.map(({ item, how }) => (how ? { ...item, text: raised(item.text, how) } : item))
}

function positionOf(item: PdfItem, size: number, y: number): 'sup' | 'sub' | undefined {
  const above = item.y - y
  // A figure raised without being smaller is raised all the same; of words that would be another line.
  if (item.size > size * SMALLER)
    return above > 0.3 * size && /^\d{1,3}$/.test(item.text.trim()) ? 'sup' : undefined
  return above > RAISED * size ? 'sup' : above < LOWERED * size ? 'sub' : undefined
}

function partsOf(row: readonly PdfItem[], page: number): PdfLine[] {
  const size = largestOf(row.map((item) => item.size))
  const y = row.find((item) => item.size === size)!.y
  const parts: PdfLine[] = []
  let open: PdfLine | undefined
  for (const item of withRaised(row, size, y)) {
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
