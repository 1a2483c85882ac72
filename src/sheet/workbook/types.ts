/** A column of a sheet that is written. */
export interface WorkbookColumn {
  header: string
  /** Help for whoever fills it in, as a note on its header. */
  note?: string
  /** Words to choose from; others are refused with a message, or warned of where they may be added to. */
  options?: readonly string[]
  /** Whether other words than the options may stand there: several of them, or the name of one's own. */
  open?: boolean
  /** Dates are dates of the spreadsheet, shown as `2025-03-31`. */
  kind?: 'text' | 'date' | 'number'
  /** In characters. */
  width?: number
}

/** A sheet that is written. */
export interface WorkbookSheet {
  name: string
  columns: readonly WorkbookColumn[]
  rows: readonly (readonly string[])[]
  /** How many rows below the last have the drop-downs. */
  room?: number
}
