import { isChange, type PairTable } from '../../compare/report.ts'
import type { Pair } from '../../compare/types.ts'
import type { ClauseView } from './clause.ts'

/** A table of both sides, as the page shows it. */
export interface TableView<View extends ClauseView> {
  anchor: string
  address: string
  /** What became of its cells in words. */
  status: string
  worst: Pair['status']
  change: boolean
  depth: number
  /** Whether none of its cells has what is searched. */
  hidden: boolean
  /** Groups of the topics that its cells answer. */
  groups: string
  /** How many rows it has, for one that is folded. */
  size: string
  /** A place where neither side has words has no cell. */
  rows: { cells: CellView<View>[] }[]
}

interface CellView<View> {
  cell: View | undefined
  columns: number | undefined
  rows: number | undefined
}

export function tableView<View extends ClauseView & { hidden: boolean; groups: string }>(
  { address, status, worst, pairs, cells }: PairTable,
  viewOf: (pair: Pair) => View,
): TableView<View> {
  const [first] = pairs
  const rows = cells.map((row) => ({
    cells: row.map(({ pair, columns, rows: high }) => ({
      cell: pair && viewOf(pair),
      columns: columns > 1 ? columns : undefined,
      rows: high > 1 ? high : undefined,
    })),
  }))
  const groups = rows.flatMap(({ cells: own }) => own.flatMap(({ cell }) => cell?.groups.split(' ') ?? []))
  return {
    anchor: `table-${(first?.cell?.table ?? 0) + 1}`,
    address,
    status,
    worst,
    change: pairs.some(isChange),
    depth: Math.min(4, (first?.right ?? first?.left)?.depth ?? 0),
    hidden: rows.every(({ cells: own }) => own.every(({ cell }) => cell?.hidden !== false)),
    groups: [...new Set(groups)].join(' ').trim(),
    size: `${cells.length} ${cells.length === 1 ? 'row' : 'rows'}`,
    rows,
  }
}
