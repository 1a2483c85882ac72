import type { XmlElement } from '../../ooxml/index.ts'

/** Whose a tracked change was, where the file that is compared tracked it itself. */
export interface By {
  author: string
  date?: string
}

/** Words that a file had tracked as deleted, and whose deletion that was. */
export interface Gone {
  words: string
  by: By
}

/** A stretch of a leaf of the markup: characters of a `w:t`, or a whole element. */
export interface Part {
  /** `w:t`, `w:tab`, `w:drawing`, `m:oMath` … */
  leaf: XmlElement
  /** Offsets in the leaf's characters; 0 and 0 where it is taken whole. */
  from: number
  to: number
  /** The run that it stands in; none for an equation. */
  run: XmlElement | undefined
  /** What stands between its paragraph and its run, outermost first: links, content controls. */
  wrappers: readonly XmlElement[]
  /** Whose insertion it was, where its own file tracked it. */
  by?: By
}

/** What is compared: a word with the white space before it, a sign, a field, a picture, the end of a paragraph. */
export interface Token {
  kind: 'word' | 'space' | 'object' | 'end' | 'table'
  /** Two tokens of one key are the same. */
  key: string
  parts: readonly Part[]
  /** The characters of a word or of white space. */
  text: string
  /** A field's first and last token share it. */
  field?: Field
  /** The paragraph that it stands in, or the table that it is. */
  block?: Block | undefined
}

/** A field from its start to its end, over as many paragraphs as it has. */
export interface Field {
  head: Token
  tail?: Token
  /** What it tells Word to work out. */
  instruction?: string
}

/** Blocks with fewer words than these say too little to be a landmark. */
export const LANDMARK = 3

/** What a file had tracked as deleted around a block, between blocks. */
interface Around {
  goneBefore?: readonly Gone[]
  /** Of the last block. */
  goneAfter?: readonly Gone[]
}

export interface ParagraphBlock extends Around {
  type: 'paragraph'
  node: XmlElement
  /** Cut when they are asked for. */
  readonly tokens: Token[]
  /** Its end: the last of its tokens. */
  end: Token
  /** Content controls and others around it, outermost first. */
  wrappers: readonly XmlElement[]
  /** Equal for paragraphs with the same words and objects. */
  key: string
  /** Whether it holds words, tabs, breaks and whole fields alone: no link, control, note, picture. */
  isPlain: boolean
  /** How many words and objects it has, counted at least to {@link LANDMARK}. */
  says: number
}

export interface TableBlock extends Around {
  type: 'table'
  node: XmlElement
  rows: Row[]
  wrappers: readonly XmlElement[]
  key: string
  token: Token
}

export interface Row {
  node: XmlElement
  cells: Cell[]
  key: string
}

export interface Cell {
  node: XmlElement
  blocks: Block[]
  key: string
}

export type Block = ParagraphBlock | TableBlock
