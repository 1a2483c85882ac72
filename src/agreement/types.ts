import type { Node, Position } from 'unist'

/** What a clause is in its agreement. */
export type ClauseKind =
  /** The name of the agreement, or of an agreement attached to it. */
  | 'title'
  /** Words before the first numbered section: dates, parties, acceptance. */
  | 'recital'
  /** A heading that carries no number (`Prohibited Uses`). */
  | 'heading'
  /** A definition, named by the term that it defines. */
  | 'definition'
  /** A numbered or lettered unit (`1.b.i`). */
  | 'section'
  /** An entry of a bulleted list. */
  | 'item'
  /** A paragraph without number or heading after the first section. */
  | 'paragraph'
  /** A table; its children are rows. It has no words of its own. */
  | 'table'
  /** A row of a table; its children are cells. It has no words of its own. */
  | 'row'
  /** A cell of a row: its text is its paragraphs, joined by line breaks; a table in it is a child. */
  | 'cell'

/** An enumeration that runs inside a sentence, such as `(A) …; and (B) …`: a place to cite, not a clause of its own. */
export interface InlineItem {
  /** Path that a citation uses, for example `1.b.i.A`. */
  path: string
  /** The marker as printed, for example `(A)`. */
  label: string
  /** Offset in the clause's `text` where the marker starts (UTF-16 units). */
  start: number
  /** Offset in the clause's `text` after the item's last word (UTF-16 units). */
  end: number
}

/** One unit of an agreement: a section, a definition, a recital, a heading. */
export interface Clause extends Node {
  type: 'clause'
  kind: ClauseKind
  /**
   * Address of the clause, unique in its agreement: printed numbers where they run in order (`1.b.i`), the place
   * among the siblings where they do not (`1.2`), and a name for what has no number (`recital.2`,
   * `definition.llama-materials`, `title`).
   */
  path: string
  /** Address made of places alone, always in order, whatever is printed (`2.1` for a list that starts at 8). */
  ordinal: string
  /**
   * Where the clause is found in print, without the word “Section”: the printed labels from outer to inner (`1.b.i`,
   * `2(a)(ii)`, `ARTICLE IV`, `Schedule 1, paragraph 3`); for a clause without label the nearest clause above it that has
   * one, or a heading, and its first words (`1.b, “Together with …”`).
   */
  citation: string
  /** The marker as printed, for example `1.`, `(a)`, `•`; empty where there is none. */
  label: string
  /** The number in the marker, for example `1`, `a`; empty for bullets and where there is none. */
  number: string
  /** The heading, where the clause's first words are one; it is part of `text`. */
  heading?: string
  /** The defined terms of a definition, without their quotation marks. */
  terms?: string[]
  /** The clause's own words, heading included, children and label not; white space is single spaces. */
  text: string
  /** Enumerations inside the sentence, in order. */
  items: InlineItem[]
  /** Sub-clauses, in order. */
  children: Clause[]
  /** Of a merged cell: how many columns and rows of its table it covers. */
  columns?: number
  rows?: number
  /** Where the clause starts and where its own words end in the source. */
  position: Position
}

/** A whole agreement as a clause tree (a unist tree). */
export interface Agreement extends Node {
  type: 'agreement'
  /** The first title in the text, or an empty string. */
  title: string
  children: Clause[]
}

/** How the source is written: hard-wrapped or long-lined plain text, Markdown, or HTML. */
export type SourceFormat = 'text' | 'markdown' | 'html'
