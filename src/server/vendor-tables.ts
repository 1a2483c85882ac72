import type { AskedColumn, ImportedRow } from '../register/index.ts'
import { type Kept, openKept } from './kept.ts'
import type { Upload } from './uploads.ts'

/** A table of vendors that was read and checked, and is not kept yet. */
export interface ReadTable {
  file: string
  rows: ImportedRow[]
  /** What of the file was not read: other sheets. */
  unread: string[]
}

/** A table of which somebody has to say first what its columns are. */
export interface AskedTable {
  file: string
  /** The table itself, to be read once more when that is said. */
  table: Upload
  /** The row in which the header is taken to stand. */
  header: number
  columns: AskedColumn[]
  /** How its dates and numbers are written; empty where the table says it by itself. */
  locale: string
}

export function openTables(): Kept<ReadTable | AskedTable> {
  return openKept(100 * 1024 * 1024, (one) =>
    'table' in one ? 10_000 + one.table.bytes.length : 10_000 + 4_000 * one.rows.length,
  )
}
