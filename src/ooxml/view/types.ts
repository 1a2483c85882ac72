import type { Cell, Chunk, Paragraph, ParagraphProperties, Piece, Row, Story, Table } from '../model/types.ts'

/** Which state of a file with tracked changes is read: with all accepted, or as it was before all. */
export type View = 'accepted' | 'original'

/** How a file is looked at. */
export interface ViewOptions {
  /** By default `accepted`. */
  view?: View
  /** Whether hidden text is read like any other. */
  hidden?: boolean
}

/** Why a piece is not read, though it is in the file. */
export type OmissionKind =
  /** Hidden text. */
  | 'hidden'
  /** An entry of a table of contents or an index: it repeats what stands elsewhere. */
  | 'contents'
  /** The number of a page. */
  | 'page-number'
  /** Words in a field's instruction, which nobody sees. */
  | 'field-code'

export interface ViewedPiece {
  piece: Piece
  text: string
  omitted?: OmissionKind
}

/** A paragraph as it prints: several of the file's, where the marks between them are deleted or hidden. */
export interface ViewedParagraph {
  type: 'paragraph'
  sources: Paragraph[]
  /** Those of the source whose looks it has. */
  properties: ParagraphProperties
  pieces: ViewedPiece[]
  /** The number that Word prints before it; empty without one. */
  label: string
}

export interface ViewedTable {
  type: 'table'
  source: Table
  rows: ViewedRow[]
}

export interface ViewedRow {
  source: Row
  cells: ViewedCell[]
}

export interface ViewedCell {
  source: Cell
  blocks: ViewedBlock[]
  /** Columns and rows that it covers. */
  columns: number
  rows: number
}

export type ViewedBlock = ViewedParagraph | ViewedTable | Chunk

export interface ViewedStory {
  story: Story
  blocks: ViewedBlock[]
}
