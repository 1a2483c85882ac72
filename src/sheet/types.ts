import type { Problem } from '../problem.ts'

/** A row of a table, whatever file it is in. */
export interface TableRow {
  /** Line of the file, or row of the sheet, on which it begins, from 1. */
  line: number
  /**
   * Words of its cells. Of a workbook: a date as `2025-03-31`, a number in digits with a point, a truth as `yes` or `no`, and
   * what a formula showed when the file was saved.
   */
  cells: string[]
  /** Why it cannot be read. */
  problem?: Problem
}

/** Which table of a file. */
export interface TableOptions {
  /** Name of the sheet of a workbook; by default the first that is shown. */
  sheet?: string
  /** The line or row in which the header stands; by default the first that is not empty. What is above it is not read. */
  header?: number
  /** Is told of what was not read: `the sheet Notes`. */
  unread?(what: string): void
}
