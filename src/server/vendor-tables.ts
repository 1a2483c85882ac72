import type { ImportedRow } from '../register/index.ts'
import { type Kept, openKept } from './kept.ts'

/** A table of vendors that was read and checked, and is not kept yet. */
export interface ReadTable {
  file: string
  rows: ImportedRow[]
  /** What of the file was not read: other sheets. */
  unread: string[]
}

export function openTables(): Kept<ReadTable> {
  return openKept(100 * 1024 * 1024, ({ rows }) => 10_000 + 4_000 * rows.length)
}
