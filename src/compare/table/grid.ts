import type { Clause } from '../../agreement/index.ts'

/** A cell in the grid of its table. */
export interface GridCell {
  clause: Clause
  /** How many columns and rows of the grid it covers, itself among them. */
  columns: number
  rows: number
}

/** A row of the grid: a cell in the column where it begins, nothing where another covers the place or none is. */
export type GridRow = (GridCell | undefined)[]

/**
 * The cells of a table in their columns, merged ones over the columns and rows that they cover. A column in which no
 * cell begins is none.
 *
 * @example gridOf(table)[1]?.[2]?.clause.text // the words of the cell in the second row and third column
 */
export function gridOf(table: Clause | undefined): GridRow[] {
  const rows = (table?.children ?? []).map(({ children }) => children)
  // Nobody needs a cell over more columns than the longest row has cells.
  const widest = rows.reduce((most, { length }) => Math.max(most, length), 1)
  /** Row from which on a column is free again. */
  const freeFrom: number[] = []
  const placed = rows.map((cells, at) => {
    let column = 0
    return cells.map((clause) => {
      while ((freeFrom[column] ?? 0) > at) column += 1
      const columns = Math.min(clause.columns ?? 1, widest)
      const high = Math.min(clause.rows ?? 1, rows.length - at)
      const begins = column
      for (let covered = 0; covered < columns; covered += 1) freeFrom[begins + covered] = at + high
      column += columns
      return { clause, begins, columns, rows: high }
    })
  })
  const starts = [...new Set(placed.flat().map(({ begins }) => begins))].sort((a, b) => a - b)
  /** How many columns begin before a place. */
  const before: number[] = []
  const last = starts.at(-1) ?? 0
  for (let at = 0, count = 0; at <= last; at += 1) {
    before[at] = count
    if (starts[count] === at) count += 1
  }
  return placed.map((cells) => {
    const row: GridRow = Array.from({ length: starts.length })
    for (const { clause, begins, columns, rows } of cells) {
      const column = before[begins]!
      const end = before[begins + columns] ?? starts.length
      row[column] = { clause, columns: end - column, rows }
    }
    return row
  })
}
