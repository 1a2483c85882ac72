import type { Clause } from '../../agreement/index.ts'
import { difference, type OwnLinesOfBoth, whole } from '../difference.ts'
import { sectionOf } from '../section.ts'
import type { Pair, PairSide } from '../types.ts'
import type { Tokenizer } from '../word-diff.ts'
import { answersOf } from './answers.ts'
import { type GridRow, gridOf } from './grid.ts'

/** What every pair of a table shares. */
export interface TableContext {
  read: { left: Tokenizer; right: Tokenizer }
  own?: OwnLinesOfBoth | undefined
  /** Depth of the table on each side. */
  depth: { left: number; right: number }
  /** Title of the attached agreement on each side. */
  within: { left: string; right: string }
  /** Place of a clause in the reading order of its side, by its path. */
  order: { left: ReadonlyMap<string, number>; right: ReadonlyMap<string, number> }
  moved: boolean
  /** Numbers the tables of the comparison. */
  nextTable: () => number
}

type CellPair = Omit<Pair, 'document' | 'story'>

/**
 * Compares two tables cell by cell, or gives the cells of one that stands alone: rows with the rows that are most like
 * them, columns with columns, and each cell with the one in its row and column. An empty cell says nothing and is no pair.
 */
export function compareTable(
  left: Clause | undefined,
  right: Clause | undefined,
  context: TableContext,
): CellPair[] {
  const table = context.nextTable()
  const [ones, others] = [gridOf(left), gridOf(right)]
  const rows = answersOf(ones.length, others.length, (at, to) => rowLikeness(ones[at]!, others[to]!))
  const columns = columnsOf(ones, others, rows)
  const pairs: CellPair[] = []
  const nested: CellPair[] = []
  rows.forEach((row, rowAt) => {
    columns.forEach((column, columnAt) => {
      const cellIn = (cells: GridRow | undefined, at: number | undefined) =>
        at === undefined ? undefined : cells?.[at]
      const from = cellIn(row.left === undefined ? undefined : ones[row.left], column.left)
      const to = cellIn(row.right === undefined ? undefined : others[row.right], column.right)
      const [one, other] = [from?.clause, to?.clause]
      const place = (side: { row: number | undefined; column: number | undefined }, of: Clause | undefined) =>
        of && { table: of.path, row: side.row ?? 0, column: side.column ?? 0 }
      if (one?.text || other?.text) {
        const pair = pairUp(
          one,
          other,
          place({ row: row.left, column: column.left }, one && left),
          place({ row: row.right, column: column.right }, other && right),
          context,
        )
        const covers = {
          columns: covered(columns, columnAt, from?.columns, to?.columns),
          rows: covered(rows, rowAt, from?.rows, to?.rows),
        }
        pairs.push({
          ...pair,
          cell: {
            table,
            row: rowAt,
            column: columnAt,
            ...(covers.columns > 1 && { columns: covers.columns }),
            ...(covers.rows > 1 && { rows: covers.rows }),
          },
        })
      }
      for (const pair of below(one?.children ?? [], other?.children ?? [], context)) nested.push(pair)
    })
  })
  return [...pairs, ...nested]
}

/** How many rows or columns of the table of both a cell covers that begins at one of them. */
function covered(lines: ReturnType<typeof answersOf>, at: number, left = 0, right = 0): number {
  const side = right > 0 ? 'right' : 'left'
  const end = (lines[at]![side] ?? 0) + (right || left)
  const after = lines.findIndex((line, place) => place > at && (line[side] ?? -1) >= end)
  return (after < 0 ? lines.length : after) - at
}

function columnsOf(ones: GridRow[], others: GridRow[], rows: ReturnType<typeof answersOf>) {
  const [left, right] = [widthOf(ones), widthOf(others)]
  if (left === right || left === 0 || right === 0) {
    return Array.from({ length: Math.max(left, right) }, (_, at) => ({ left: at, right: at }))
  }
  const both = rows.filter((row) => row.left !== undefined && row.right !== undefined)
  return answersOf(left, right, (at, to) => {
    const alike = both.map((row) => {
      const [one, other] = [ones[row.left!]![at], others[row.right!]![to]]
      return one && other ? likeness(one.clause.text, other.clause.text) : 0
    })
    return alike.length === 0 ? 0 : alike.reduce((sum, one) => sum + one, 0) / alike.length
  })
}

const widthOf = (rows: GridRow[]) => rows[0]?.length ?? 0
const rowWords = (row: GridRow) => row.map((cell) => cell?.clause.text ?? '').join(' ')

/**
 * How alike two rows are: by all their words, or where their first cell begins with a label in words (“General Cap Amount”), by
 * that more than by what stands behind it.
 */
function rowLikeness(left: GridRow, right: GridRow): number {
  const all = likeness(rowWords(left), rowWords(right))
  const [one, other] = [labelOf(left), labelOf(right)]
  if (one === '' || other === '') return all
  return Math.max(all, labelsWorth * likeness(one, other) + (1 - labelsWorth) * all)
}

/** How much of a row its label is. */
const labelsWorth = 0.6

/** The first line of a row's first cell, its words apart; none where it is a number or a sign. */
function labelOf(row: GridRow): string {
  const [line = ''] = (row[0]?.clause.text ?? '').split('\n')
  return /\p{L}{3}/u.test(line) ? (line.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ') : ''
}

/** How many of the words of two cells or rows are the same. */
function likeness(left: string, right: string): number {
  if (left === right) return 1
  const [ones, others] = [left, right].map((text) => text.toLowerCase().split(/\s+/).filter(Boolean))
  if (!ones?.length || !others?.length) return 0
  const counts = new Map<string, number>()
  for (const word of ones) counts.set(word, (counts.get(word) ?? 0) + 1)
  let same = 0
  for (const word of others) {
    const count = counts.get(word) ?? 0
    if (count > 0) same += 1
    counts.set(word, count - 1)
  }
  return (2 * same) / (ones.length + others.length)
}

/** What stands below a cell: tables with tables and paragraphs with paragraphs, in their order. */
function below(left: Clause[], right: Clause[], context: TableContext): CellPair[] {
  const pairs: CellPair[] = []
  for (const isTable of [true, false]) {
    const [ones, others] = [left, right].map((all) =>
      all.filter(({ kind }) => (kind === 'table') === isTable),
    )
    for (let at = 0; at < Math.max(ones!.length, others!.length); at += 1) {
      const [one, other] = [ones![at], others![at]]
      if (isTable) for (const pair of compareTable(one, other, context)) pairs.push(pair)
      else
        pairs.push(
          pairUp(one, other, undefined, undefined, context),
          ...below(one?.children ?? [], other?.children ?? [], context),
        )
    }
  }
  return pairs
}

function pairUp(
  left: Clause | undefined,
  right: Clause | undefined,
  from: PairSide['cell'],
  to: PairSide['cell'],
  context: TableContext,
): CellPair {
  const one = left && sideOf(left, 'left', from, context)
  const other = right && sideOf(right, 'right', to, context)
  if (!one || !other) {
    return one
      ? { left: one, status: 'removed', moved: context.moved, pieces: whole('delete', one.text) }
      : { right: other!, status: 'added', moved: context.moved, pieces: whole('insert', other!.text) }
  }
  return {
    left: one,
    right: other,
    ...difference(one.text, other.text, context.read, context.own),
    moved: context.moved,
  }
}

function sideOf(
  clause: Clause,
  side: 'left' | 'right',
  cell: PairSide['cell'],
  context: TableContext,
): PairSide {
  const { path, kind, label, text } = clause
  return {
    path,
    section: sectionOf(clause, context.within[side]),
    kind,
    label,
    heading: '',
    text,
    depth: context.depth[side],
    order: context.order[side].get(path) ?? 0,
    ...(cell && { cell }),
  }
}
