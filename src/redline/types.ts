import type { Agreement } from '../agreement/index.ts'
import type { Edit, Level } from '../library/types.ts'

/** An edit with the place that its anchor has in the agreement. */
export interface PlacedEdit {
  edit: Edit
  /** The position and level that it comes from. */
  position: string
  level: Level
  /** Path of the clause. */
  path: string
  /** Offsets of the anchor in the clause's `text` (UTF-16 units); both the text's length for `add_clause`. */
  start: number
  end: number
}

/** A clause as the redline shows it: its words in runs. */
export interface MarkedClause {
  path: string
  label: string
  depth: number
  heading: string
  pieces: MarkedPiece[]
  /** Whether the whole clause is new (`add_clause`). */
  added: boolean
}

export interface MarkedPiece {
  op: 'equal' | 'delete' | 'insert'
  text: string
  /** Position that made the change. */
  position?: string
}

/** An agreement with all edits of a matter's positions. */
export interface Redline {
  before: Agreement
  after: Agreement
  clauses: MarkedClause[]
  edits: PlacedEdit[]
}
