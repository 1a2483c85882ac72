import type { Pair } from '../types.ts'
import { isChange, statusOrder } from './status.ts'

/** A table of both sides, as a report sets it: its rows and columns, a place empty where neither has a cell. */
export interface PairTable {
  /** Address of the table: `Section 1, table`. */
  address: string
  rows: (Pair | undefined)[][]
  pairs: Pair[]
  /** What became of it in words: `2 changed`, `identical`. */
  status: string
  /** The weightiest status of its cells. */
  worst: Pair['status']
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
  const rows = new Set<string>()
  for (const pair of pairs) {
    if (!pair.cell || !isChange(pair)) continue
    rows.add(`${pair.cell.table} ${pair.cell.row}`).add(`${pair.cell.table} 0`)
  }
  return pairs.filter(
    (pair) => isChange(pair) || (pair.cell && rows.has(`${pair.cell.table} ${pair.cell.row}`)),
  )
}

function tableOf(pairs: Pair[]): PairTable {
  const [first] = pairs
  const rowsAt = rising(pairs.map(({ cell }) => cell!.row))
  const columnsAt = rising(pairs.map(({ cell }) => cell!.column))
  const at = new Map(pairs.map((pair) => [`${pair.cell!.row} ${pair.cell!.column}`, pair]))
  const counts = statusOrder
    .map((status) => ({ status, count: pairs.filter((pair) => pair.status === status).length }))
    .filter(({ count }) => count > 0)
  const told = counts.filter(({ status }) => status !== 'identical')
  const address = (first?.right ?? first?.left)?.section ?? ''
  return {
    address: address.replace(/, row \d+, cell \d+$/, ''),
    rows: rowsAt.map((row) => columnsAt.map((column) => at.get(`${row} ${column}`))),
    pairs,
    status:
      told.length === 0 ? 'identical' : told.map(({ status, count }) => `${count} ${status}`).join(', '),
    worst: counts[0]?.status ?? 'identical',
  }
}

function rising(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
