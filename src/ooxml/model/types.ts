import type { XmlElement } from '../xml/types.ts'

/** A tracked change around or on something (ECMA-376 part 1, 17.13.5). */
export interface Revision {
  kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to'
  author: string
  /** As written, ISO 8601; undefined where the file does not say. */
  date?: string
  id: string
  /** The element that says so: the wrapper (`w:ins`), or the mark in the properties. */
  node: XmlElement
}

/** A tracked change of looks: what was set before stands in its node. */
export interface FormatChange {
  author: string
  date?: string
  node: XmlElement
}

/** What a run's properties come to, with those of its styles (17.7.2). */
export interface RunProperties {
  /** `w:r` or `m:r`; undefined for pieces outside runs. */
  node?: XmlElement
  bold: boolean
  /** Hidden text (`w:vanish`, 17.3.2.41): not printed. */
  hidden: boolean
  struck: boolean
  /** Font of the plain letters, as named; symbol fonts print other signs. */
  font?: string
  position?: 'superscript' | 'subscript'
  /** Whether its letters are white, or nearly. */
  white?: true
  /** Whether they are too small to be read: less than 3½ points. */
  tiny?: true
  /** Whether they print as capitals, small ones among them. */
  capitals?: true
  change?: FormatChange
}

/** A field: an instruction and what it came to (17.16). */
export interface Field {
  /** As written, white space folded: `PAGEREF _Toc1 \h`. */
  instruction: string
  /** First word of the instruction, in capitals: `PAGEREF`. */
  kind: string
  /** The field that it stands in. */
  outer?: Field
  /** Whether its end was found. A field that never ends is not taken for one: its words are text. */
  closed: boolean
  /** Whether it has a result of its own. */
  separated: boolean
}

/** A content control, smart tag or custom XML: it says something about what it wraps, which is read through it. */
export interface Control {
  node: XmlElement
  kind: 'control' | 'smart-tag' | 'custom-xml'
  tag?: string
  alias?: string
  /** What it holds, where it holds a choice: a drop-down's value, whether a box is checked. */
  value?: string | boolean
  /** Whether it shows what to write there, and nothing was written (17.5.2.39). */
  placeholder?: true
  /** Kind of a building block that it holds (`Table of Contents`). */
  gallery?: string
  /** The control around it. */
  outer?: Control
}

/** What a piece is. */
export type PieceKind =
  | 'text'
  | 'tab'
  /** `w:br`, `w:cr`: a line break; a page or column break prints one too. */
  | 'break'
  | 'symbol'
  /** A hyphen that keeps words together, or shows at a line's end only (no text). */
  | 'hyphen'
  | 'soft-hyphen'
  /** The reading beside a base (17.3.3.25), in brackets. */
  | 'ruby'
  /** Read as linear text when it is viewed, since it may hold tracked changes. */
  | 'equation'
  /** A box that a form or a content control ticks. */
  | 'checkbox'
  /** Where a note, a comment, a bookmark or a comment's range stands: no text. */
  | 'footnote-reference'
  | 'endnote-reference'
  | 'comment-reference'
  | 'comment-start'
  | 'comment-end'
  | 'bookmark-start'
  | 'bookmark-end'
  /** A picture, shape, chart or diagram; its boxes are stories of their own. */
  | 'drawing'
  /** A field that prints something and keeps no result: its instruction is its target, no text. */
  | 'field'
  /** A content control without content: no text. */
  | 'control'
  /** What is shown when one points at a link: its target, no text. */
  | 'tip'

/** The smallest thing in a paragraph. */
export interface Piece {
  kind: PieceKind
  /** What it prints; empty where it prints nothing of its own. */
  text: string
  /** The element that holds it (`w:t`, `w:tab`). */
  node: XmlElement
  run: RunProperties
  /** Tracked changes around it, outermost first. */
  revisions: readonly Revision[]
  /** The innermost field that it stands in. */
  field?: Field
  /** The field in whose instruction it stands, not in its result: it is not printed. */
  instruction?: Field
  control?: Control
  /** Address that it links to: a relationship's target, or `#bookmark`. */
  link?: string
  /** Id of the note, comment or bookmark; the instruction of a field. */
  target?: string
  /** Alternative text of a drawing. */
  alternative?: string
}

/** What a paragraph's properties say, with those of its style. */
export interface ParagraphProperties {
  /** Id of its style. */
  style?: string
  /** The list that it belongs to, and the level in it, from 0. */
  list?: { id: string; level: number }
  /** Level as a heading, from 1. */
  outline?: number
  /** Indentation of its lines in twentieths of a point, before the list's own. */
  indent?: number
}

/** Tracked changes and looks of a paragraph's end. */
export interface ParagraphMark {
  revisions: readonly Revision[]
  /** A hidden mark does not break the line: a style separator (17.3.2.36). */
  hidden: boolean
  /** A section of the document ends with it: it holds the section's `w:sectPr` (17.6.18). */
  endsSection: boolean
}

export interface Paragraph {
  type: 'paragraph'
  node: XmlElement
  pieces: Piece[]
  properties: ParagraphProperties
  /** What it was before its properties were changed under tracking. */
  before?: ParagraphProperties
  mark: ParagraphMark
  control?: Control
  /** Tracked changes around the whole of it. */
  revisions: readonly Revision[]
  change?: FormatChange
}

export interface Table {
  type: 'table'
  node: XmlElement
  rows: Row[]
  control?: Control
}

export interface Row {
  node: XmlElement
  cells: Cell[]
  /** Whether it is repeated as the head of the table. */
  head: boolean
  /** Columns left free before its first cell. */
  before: number
  revisions: readonly Revision[]
  control?: Control
}

export type CellMerge = 'start' | 'continue'

export interface Cell {
  node: XmlElement
  blocks: Block[]
  /** Columns of the grid that it covers. */
  columns: number
  /** The same before its looks were changed under tracking. */
  columnsBefore?: number
  /** Whether it begins a cell that goes on in the rows below, or goes on one from above. */
  merge?: CellMerge
  /** How that was before it was changed under tracking. */
  mergeBefore?: CellMerge | 'none'
  /** Its own, of `w:cellIns` and `w:cellDel`. */
  revisions: readonly Revision[]
  control?: Control
}

/** A file inside the file that Word shows in this place (17.17.2). */
export interface Chunk {
  type: 'chunk'
  node: XmlElement
  /** Name of the part, or the address of a file elsewhere. */
  part: string
  /** Media type, in lower case; empty where the file does not say. */
  contentType: string
  external: boolean
  revisions: readonly Revision[]
  control?: Control
}

export type Block = Paragraph | Table | Chunk

export type StoryKind = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'comment' | 'box'

/** Words that are read on their own: the body, a header, one note, one comment, one text box. */
export interface Story {
  kind: StoryKind
  /** Id of the note or comment in its part; number of the box in its part. */
  id: string
  /** Part that it stands in. */
  part: string
  node: XmlElement
  blocks: Block[]
  /** Tracked changes around the place where it is anchored. */
  revisions: readonly Revision[]
  /** Whether it is anchored in hidden text. */
  hidden: boolean
  /** Of a header or footer: the pages of a section that it stands on. */
  pages?: HeaderUse[]
  /** Of a note: whether it is the line between notes and text. */
  separator?: boolean
  /** Of a box: what kind of drawing holds it, and the story that it is anchored in. */
  drawing?: 'text-box' | 'diagram' | 'chart' | 'shape' | 'word-art' | 'picture' | 'table'
  comment?: CommentFacts
}

export interface HeaderUse {
  /** Section of the document, from 1. */
  section: number
  pages: 'default' | 'first' | 'even'
  /** Whether no page shows it, since its first page, or its even ones, are like the others (`w:titlePg`, `w:evenAndOddHeaders`). */
  unseen?: true
}

/** Who commented, when, on what. */
export interface CommentFacts {
  author: string
  initials: string
  date?: string
  /** Id of the comment that it answers. */
  answers?: string
  resolved: boolean
}

/** Something that is in the file and was not read. */
export interface Unread {
  /** `embedded`, `subDoc`, `altChunk`, `missing-part`, `external`. */
  kind: string
  part: string
}

/** A picture that a drawing shows. */
export interface Picture {
  /** The part that holds it, or its address where it stands outside the file; empty where nothing says. */
  target: string
  external: boolean
  revisions: readonly Revision[]
  /** What of it is shown, and how: a crop, other colours. */
  look?: string
}

/** A Word file, read. */
export interface WordDocument {
  stories: Story[]
  unread: Unread[]
  /** In the order in which they are anchored. */
  pictures: Picture[]
  /** Whether it has tracked changes. */
  tracked: boolean
}
