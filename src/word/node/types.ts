import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx'
import type { Nodes, PhrasingContent } from 'mdast'

/** Where a node stands, as far as its look depends on it. */
export interface Place {
  /** Id of the style that a plain paragraph has here. */
  style: string
  /** Number of the list of clauses: 0 for the body, one more for each schedule. */
  numbering: number
  /** Id of the character style that words have here. */
  words?: string
  /** Whether it starts a page. */
  newPage?: boolean
  /** Nesting of lists. */
  listLevel: number
  /** Width that a table may have (twips). */
  width: number
}

/** What the writers of nodes share while one document is written. */
export interface State {
  /** BCP 47. */
  language: string
  /** How a day that is picked is written. */
  dateFormat: string
  blocks(nodes: readonly Nodes[], place: Place): FileChild[]
  inline(nodes: readonly PhrasingContent[], place: Place): ParagraphChild[]
  /** Name of the bookmark of a clause or schedule. */
  bookmark(id: string): string
  /** Id of the next bookmark. */
  nextBookmark(): number
  /** Number of the next ordinary list. */
  nextList(): number
  /** Number of the next schedule's list of clauses. */
  nextSchedule(): number
}

/** Writes one type of block. */
export type BlockWriter<Node> = (state: State, node: Node, place: Place) => FileChild[]

/** Writes one type of words. */
export type InlineWriter<Node> = (state: State, node: Node, place: Place) => ParagraphChild[]

export type ParagraphNumbering = NonNullable<IParagraphOptions['numbering']>
