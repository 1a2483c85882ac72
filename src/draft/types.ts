import type { BlockContent, PhrasingContent, Root } from 'mdast'

/**
 * A drafted document: mdast, with nodes of our own for what Markdown has no word for. After numbering, every number
 * and reference in it is settled, so that Markdown, HTML and Word renderings say the same.
 */
export interface DraftDocument {
  /** `side-letter`, `vendor-addendum`, … */
  id: string
  title: string
  /** `en-US`. */
  language: string
  paper: 'A4' | 'Letter'
  tree: Root
  /** Shown in header and document properties. */
  properties: {
    matter: string
    /** ISO date, given by the user. */
    date?: string
    author?: string
    /** `Draft 1`, or `Final`. */
    status: string
    version?: string
    libraryDigest: string
    /** Digests of the license texts that it speaks of, by id. */
    textDigests: Record<string, string>
    /** Printed in the header: `Privileged and confidential`, … */
    marking?: string
  }
  /** Blanks left in it, in order: the words inside `[●: …]`. */
  blanks: string[]
  /** What the draft check found. */
  messages: { rule: string; reason: string; line?: number }[]
}

/** A numbered clause: `:::clause{#audit}` in a template. */
export interface ClauseNode {
  type: 'clauseBlock'
  id: string
  /** `3.2`, `(a)`; set by numbering. */
  number: string
  /** 1 for a clause at the top. */
  depth: number
  heading?: PhrasingContent[]
  children: (BlockContent | ClauseNode)[]
}

/** `:ref[audit]`: prints the clause's number; a REF field to its bookmark in Word. */
export interface ReferenceNode {
  type: 'clauseReference'
  target: string
  /** `Section 3.2`; set by numbering. */
  text: string
}

/** A fact that the matter does not give, shown `[●: words]` and highlighted. */
export interface BlankNode {
  type: 'blank'
  words: string
}

/** `:term[Llama Materials]` where a term is defined. */
export interface DefinedTermNode {
  type: 'definedTerm'
  term: string
}

/** `::signatures` : blocks that do not split across pages. */
export interface SignaturesNode {
  type: 'signatures'
  parties: { name: string; capacity?: string; signatory?: string; title?: string }[]
}

/** `::heatmap`: 5×5, the findings' numbers in its cells. */
export interface HeatMapNode {
  type: 'heatMap'
  /** `cells[impact-1][likelihood-1]`: labels of the findings there. */
  cells: string[][][]
  caption: string
}

/** `:::schedule{#amendments}`: starts a page, numbered on its own. */
export interface ScheduleNode {
  type: 'schedule'
  id: string
  number: string
  heading: PhrasingContent[]
  children: (BlockContent | ClauseNode)[]
}

/** Words inserted or deleted, in a preview or a conformed copy. */
export interface ChangeNode {
  type: 'insertion' | 'deletion'
  children: PhrasingContent[]
}
