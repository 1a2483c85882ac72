import type { Pair } from '../types.ts'
import { isChange, statusOrder } from './status.ts'

/** A table of both sides, as a report sets it: its rows and columns, a place empty where neither has a cell. */
export interface PairTable {
  /** Address of the table: `Section 1, table`. */
  address: string
  rows: (Pair | undefined)[][]
  /** The same with merged cells: a place that one covers is left out. */
  cells: PlacedCell[][]
  pairs: Pair[]
  /** What became of it in words: `2 changed`, `identical`. */
  status: string
  /** The weightiest status of its cells. */
  worst: Pair['status']
}

/** A cell as a report sets it; without words where neither side has any. */
export interface PlacedCell {
  pair: Pair | undefined
  /** How many columns and rows it covers. */
  columns: number
  rows: number
}

/** What a report sets one after the other. */
export type Block = { pair: Pair; table?: undefined } | { table: PairTable; pair?: undefined }

/** The pairs as clauses and tables, in order. */
export function blocksOf(pairs: readonly Pair[]): Block[] {
  const blocks: Block[] = []
  let cells: Pair[] = []
  const close = () => {
    if (cells.length > 0) blocks.push({ table: tableOf(cells) })
    cells = []
  }
  for (const pair of pairs) {
    if (!pair.cell || pair.cell.table !== cells[0]?.cell?.table) close()
    if (pair.cell) cells.push(pair)
    else blocks.push({ pair })
  }
  close()
  return blocks
}

/** The pairs of a report of changes alone: a changed cell brings its row, and the first row of its table. */
export function changedPairs(pairs: readonly Pair[]): Pair[] {
  return chosenPairs(pairs, isChange)
}

/** The pairs that are wanted: a cell brings its row, and the first row of its table. */
export function chosenPairs(pairs: readonly Pair[], wanted: (pair: Pair) => boolean): Pair[] {
  const chosen = new Set(pairs.filter(wanted))
  const rows = new Set<string>()
  for (const { cell } of chosen) if (cell) rows.add(`${cell.table} ${cell.row}`).add(`${cell.table} 0`)
  return pairs.filter(
    (pair) => chosen.has(pair) || (pair.cell && rows.has(`${pair.cell.table} ${pair.cell.row}`)),
  )
}

function tableOf(pairs: Pair[]): PairTable {
  const [first] = pairs
  const counts = statusOrder
    .map((status) => ({ status, count: pairs.filter((pair) => pair.status === status).length }))
    .filter(({ count }) => count > 0)
  const told = counts.filter(({ status }) => status !== 'identical')
  const address = (first?.right ?? first?.left)?.section ?? ''
  return {
    address: address.replace(/, row \d+, cell \d+$/, ''),
    ...placed(pairs),
    pairs,
    status:
      told.length === 0 ? 'identical' : told.map(({ status, count }) => `${count} ${status}`).join(', '),
    worst: counts[0]?.status ?? 'identical',
  }
}

/** The cells of a table in rows and columns: those that have words, and the places between them. */
export function placed(pairs: readonly Pair[]): Pick<PairTable, 'rows' | 'cells'> {
  const rowsAt = rising(pairs.map(({ cell }) => cell!.row))
  const columnsAt = rising(pairs.map(({ cell }) => cell!.column))
  const at = new Map(pairs.map((pair) => [`${pair.cell!.row} ${pair.cell!.column}`, pair]))
  const rows = rowsAt.map((row) => columnsAt.map((column) => at.get(`${row} ${column}`)))
  const covered = rows.map(() => new Set<number>())
  const cells = rows.map((row, rowAt) =>
    row.flatMap((pair, columnAt): PlacedCell[] => {
      if (covered[rowAt]!.has(columnAt)) return []
      const { columns = 1, rows: high = 1, row: top = 0, column: left = 0 } = pair?.cell ?? {}
      // A place where another cell has words is never covered.
      const free = (down: number, right: number) =>
        rows[down]![right] === undefined && !covered[down]!.has(right)
      let [right, bottom] = [columnAt + 1, rowAt + 1]
      while (right < columnsAt.length && columnsAt[right]! < left + columns && free(rowAt, right)) right += 1
      const across = Array.from({ length: right - columnAt }, (_, step) => columnAt + step)
      while (
        bottom < rowsAt.length &&
        rowsAt[bottom]! < top + high &&
        across.every((column) => free(bottom, column))
      )
        bottom += 1
      for (let down = rowAt; down < bottom; down += 1) for (const column of across) covered[down]!.add(column)
      return [{ pair, columns: across.length, rows: bottom - rowAt }]
    }),
  )
  return { rows, cells }
}

function rising(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
