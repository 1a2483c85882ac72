import type { Position } from 'unist'
import type { SourceFormat } from './types.ts'

/** One paragraph, heading or list entry of a source, in the source's order. */
export interface SourceParagraph {
  type: 'paragraph'
  /** Its words, without {@link label}. A line break inside is `\n`, a tab `\t`; no markup. */
  text: string
  /** The number as the source itself prints it beside the words: Word's numbering, a list of HTML (`2.1`, `(a)`, `•`). */
  label?: string
  /** Level of the list that the label belongs to, from 0. */
  level?: number
  /**
   * Which list it belongs to, where the source tells its lists apart (Word's numbering, an `<ol>` of HTML): {@link level}
   * counts inside it, so that a bullet of level 0 may stand under a number of level 2.
   */
  list?: string
  /** Level of the heading that it is, from 1, where the source says so (`<h2>`, Word's outline level). */
  outline?: number
  /** Indentation as set, in columns of a fixed-width page; 0 at the margin. A hint, weaker than {@link level}. */
  indent?: number
  /** Whether the source sets all of its words as a heading is set (bold, `## …`) without saying so. */
  emphasised?: boolean
  /** Where it stands in a source that has lines. */
  position?: Position
  /** What is known of stretches of its {@link text} beside the words, in their order. */
  spots?: SourceSpot[]
}

/** What a stretch of a paragraph's words is. */
export interface SourceSpot {
  /**
   * `placeholder`: a content control that shows what to write there; `page-number`: a page's number that is left out;
   * `note`: where a note hangs, with its number; `capitals`: printed in capitals, whatever the letters are; `struck`:
   * printed struck out; `line-end`: a hyphen at a line's end of a PDF, there or taken out.
   */
  kind: 'placeholder' | 'page-number' | 'note' | 'capitals' | 'struck' | 'line-end'
  /** Offsets in the text (UTF-16 units); the same where nothing of it is in the text. */
  start: number
  end: number
  /** Number of the note. */
  number?: string
}

/** A table: rows of cells. */
export interface SourceTable {
  type: 'table'
  rows: SourceRow[]
  position?: Position
}

/** A row of a table. */
export interface SourceRow {
  cells: SourceCell[]
  /** Whether it is repeated as the head of the table. */
  head?: boolean
}

/** A cell: blocks of its own, a table among them at times. */
export interface SourceCell {
  blocks: SourceBlock[]
  /** How many columns and rows it covers; 1 where it is not given. */
  columns?: number
  rows?: number
}

/** What a story is made of. */
export type SourceBlock = SourceParagraph | SourceTable

/** The part of a document that words stand in; `links` says where its links lead, which no reader sees in print. */
export type StoryKind =
  | 'body'
  | 'footnotes'
  | 'endnotes'
  | 'headers'
  | 'footers'
  | 'comments'
  | 'boxes'
  | 'links'

/** One story of a document: its body, the text of a note, a page's head, a text box. */
export interface SourceStory {
  kind: StoryKind
  /** What tells it from others of its kind, for people: `1` of footnote 1, `first page`, `Comment by A. Counsel`; empty for the body. */
  name: string
  blocks: SourceBlock[]
  /**
   * Where the source is lines of text and nothing says which belong together: what `parseAgreement(source, { format })`
   * reads. {@link blocks} is empty then.
   */
  lines?: { source: string; format: SourceFormat }
}

/** Words that were left out by a rule, or that could not be read. */
export interface Omission {
  /** `contents` (entries of a table of contents), `page-number`, `hidden`, `embedded`, `altChunk`, `scanned-page` … */
  kind: string
  /** Where, for people: a part's name, a page; empty for the whole document. */
  place: string
  /** How many words; undefined where they could not be counted. */
  words?: number
  /** The words themselves, where a comparison must tell whether they differ (`hidden`). */
  text?: string
}

/** A picture in a file: what it shows is not read, and whether two are the same is. */
export interface SourcePicture {
  /** Where, for people: the part or the address that holds it. */
  place: string
  /** The same for the same picture: the SHA-256 of its bytes, or its address. */
  identity: string
}

/**
 * Something about words that are the same: where a note hangs on them, what stands before them in a list, what a field or
 * control keeps. It is told where the other text has the same words and not the same of this.
 */
export interface SourceMark {
  /** `footnote-mark`, `comment-mark`, `list-label`, `stored-value`, `field` … */
  kind: string
  /** Words of the paragraph that it stands in. */
  within: string
  /** Words of the note or comment that it belongs to; one that the other text does not have is told elsewhere. */
  of?: string
  /** What must be the same: a place in the paragraph, a value. */
  at: string
  /** Where, for people. */
  place: string
}

/** What a file says: its stories, and what of it is not in them. */
export interface SourceDocument {
  stories: SourceStory[]
  /** Left out by a rule: counted, and told in a note. */
  leftOut: Omission[]
  /** Not read: a report on it may never say that nothing differs. */
  unread: Omission[]
  /** What a reader must know of how it was read, whole sentences (encoding, tracked changes, repeated page heads). */
  notes: string[]
  /** In reading order; undefined of a format whose pictures are not told apart. */
  pictures?: SourcePicture[]
  /** In reading order; undefined of a format that has none. */
  marks?: SourceMark[]
  /** What it was read from, where marks and looks can be told. */
  format?: 'word' | 'pdf'
  /** Whether it has tracked changes, of which one view was read. */
  tracked?: true
}
