import { matchTokens } from '../../compare/word-diff.ts'
import type { Cell, Row } from '../tokens/types.ts'
import { type Bag, bagOf, type Numbers, shared } from './bag.ts'
import { tokensIn } from './blocks.ts'
import { type CellPair, cellsAtPlaces, cellsByWords, cellsInPlace } from './cells.ts'
import { columnCount, type Placed, pairColumns, placed } from './columns.ts'
import { type Pair, pairInOrder } from './pairs.ts'

/** How two tables answer each other. */
export interface TableAlignment {
  rows: RowPair[]
  /** Columns of the left that went, and the column of the right before which they stood; both from 0. */
  gone: { column: number; before: number }[]
}

/** Two rows that answer each other, and what becomes of their cells. */
export interface RowPair {
  left: number
  right: number
  /** In the order of the row. */
  cells: CellPair[]
}

/**
 * Pairs the rows of two tables, and their cells: a column that came or went did so in all rows, and a cell that no column
 * tells of in its row alone. Rows of which no cells answer each other, or whose cells cover parts of such columns, are not
 * paired.
 */
export function alignTables(left: readonly Row[], right: readonly Row[]): TableAlignment {
  const bags = bagsOf([...left, ...right])
  const [count] = left.map(({ cells }) => cells.length)
  const isEven = [...left, ...right].every(({ cells }) => cells.length === count)
  const pairs = pairRows(left, right, bags, isEven)
  if (isEven && pairs.every(([one, other]) => left[one]!.key === right[other]!.key))
    return {
      rows: pairs.map(([one, other]) => ({
        left: one,
        right: other,
        cells: cellsInPlace(left[one]!, right[other]!),
      })),
      gone: [],
    }
  const [ours, theirs] = [left.map(placed), right.map(placed)]
  const answering = pairs.map(([one, other]) => [ours[one]!, theirs[other]!] as const)
  const [before, after] = [columnCount(ours), columnCount(theirs)]
  const columns = pairColumns(answering, before, after, bags.cell)
  const rows = pairs.flatMap(([one, other]) => {
    const cells = pairCells(ours[one]!, theirs[other]!, columns, bags)
    return cells ? [{ left: one, right: other, cells }] : []
  })
  return { rows, gone: rows.some(hasGone) ? columnsGone(columns, before, after) : [] }
}

function hasGone({ cells }: RowPair): boolean {
  return cells.some(({ right }) => !right)
}

function columnsGone(columns: readonly Pair[], left: number, right: number): TableAlignment['gone'] {
  return Array.from({ length: left }, (_, column) => column)
    .filter((column) => !columns.some(([one]) => one === column))
    .map((column) => ({
      column,
      before: 1 + Math.max(-1, ...columns.filter(([one]) => one < column).map(([, other]) => other)),
    }))
    .filter(({ before }) => before <= right)
}

interface Bags {
  row(row: Row): Bag
  cell(cell: Cell): Bag
}

function bagsOf(rows: readonly Row[]): Bags {
  const numbers: Numbers = new Map()
  const cells = new Map<Cell, Bag>()
  const cell = (one: Cell): Bag => {
    const found = cells.get(one) ?? bagOf(one.blocks.flatMap(tokensIn), numbers)
    cells.set(one, found)
    return found
  }
  const all = new Map(
    rows.map((row) => [row, { words: row.cells.flatMap((one) => cell(one).words).sort((a, b) => a - b) }]),
  )
  return { row: (row) => all.get(row)!, cell }
}

function pairRows(left: readonly Row[], right: readonly Row[], bags: Bags, isEven: boolean): Pair[] {
  return pairInOrder(left, right, {
    key: ({ key, cells }) => `${cells.length} ${key}`,
    isLandmark: (row) => bags.row(row).words.length >= 2,
    weigh: (one, other) => {
      const [a, b] = [bags.row(one), bags.row(other)]
      const common = shared(a, b)
      const [least, most] = [
        Math.min(a.words.length, b.words.length),
        Math.max(a.words.length, b.words.length),
      ]
      if (one.key === other.key) return common + 0.5
      // Rows in the same place of tables with as many rows answer each other, if nothing else does.
      const place = left.length === right.length && left.indexOf(one) === right.indexOf(other) ? 0.1 : 0
      if (one.cells.length !== other.cells.length)
        return isEven || common === 0 || common / least < 0.5 ? 0 : common + place
      if (most === 0) return 0.2
      const cells = one.cells.filter(({ key }, at) => key === other.cells[at]!.key).length
      return common / most >= 0.4 || cells * 2 >= one.cells.length ? common + 0.1 + place : place
    },
    match: matchTokens,
  })
}

/** The cells of two rows by the columns of their tables, or in another way if more of their words answer each other so. */
function pairCells(
  left: Placed,
  right: Placed,
  columns: readonly Pair[],
  bags: Bags,
): CellPair[] | undefined {
  const words = (cells: readonly CellPair[]) =>
    cells.reduce(
      (sum, { left, right }) => sum + (left && right ? shared(bags.cell(left), bags.cell(right)) : 0),
      0,
    )
  if (left.row.key === right.row.key && left.row.cells.length === right.row.cells.length)
    return cellsInPlace(left.row, right.row)
  const ways = [
    cellsAtPlaces(left, right, columns),
    left.row.cells.length === right.row.cells.length
      ? cellsInPlace(left.row, right.row)
      : cellsByWords(left, right, bags.cell),
  ].filter((way) => way !== undefined)
  const [best] = ways.sort((one, other) => words(other) - words(one))
  return best?.some(({ left, right }) => left && right) ? best : undefined
}
