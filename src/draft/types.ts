import type { BlockContent, DefinitionContent, PhrasingContent, Root } from 'mdast'
import type { ClauseKind } from '../agreement/index.ts'
import type { CoherenceMessage } from '../coherence/index.ts'
import type { DateStyle } from '../library/index.ts'
import type { AddendumConflict } from './flow-down/conflict.ts'
import type { Departure } from './flow-down/departures.ts'

/**
 * A drafted document: mdast, with nodes of our own for what Markdown has no word for. After numbering, every number
 * and reference in it is settled, so that Markdown, HTML and Word renderings say the same.
 */
export interface DraftDocument {
  /** `side-letter`, `vendor-addendum`, … */
  id: string
  title: string
  /** `en-US`, `en-GB`. */
  language: string
  /** How it writes dates; by default the month first. */
  dateStyle?: DateStyle
  paper: 'A3' | 'A4' | 'Letter'
  orientation: 'portrait' | 'landscape'
  /** Smaller type and less space, for a document that has to be short. */
  compact?: true
  /** It goes to the other side: nothing in it is ours to know alone. */
  outbound?: true
  tree: Root
  /** Shown in header and document properties. */
  properties: {
    /** Empty where the other side gets it, as `libraryDigest` is. */
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
  messages: DraftMessage[]
  /** What does not fit together in it and the licenses that it amends; for paper to the other side. */
  coherence?: CoherenceMessage[]
  /** Papers of the deal that could not be read for that, each with the reason. */
  unchecked?: string[]
  /** What is said of how it was drafted, to whoever drafts it. */
  notices?: string[]
  /** What the facts of the matter say against it: of a draft, noted in it. */
  conflicts?: AddendumConflict[]
  /** What of it somebody must approve before it goes out. */
  departures?: Departure[]
}

/** What the draft check has to say about one place. */
export interface DraftMessage {
  /** `unused-term`, `reference`, … */
  rule: string
  reason: string
  /** The words in a template that it is about, by which their place is found. */
  about?: string
  /** Template or partial, relative to templates/, where it is known. */
  file?: string
  line?: number
}

/** A numbered clause: `:::clause{#audit}` in a template. */
export interface ClauseNode {
  type: 'clauseBlock'
  id: string
  /** As it stands before the clause: `3.`, `3.2`, `(a)`, `(i)`; set by numbering. */
  number: string
  /** 1 for a clause at the top; a schedule starts at 1 again. */
  depth: number
  heading?: PhrasingContent[]
  children: (BlockContent | DefinitionContent)[]
}

/**
 * `:ref[audit]`: prints the clause's number; a REF field to its bookmark in Word. The whole is
 * `prefix + number + suffix`, and only `number` is the field. All set by numbering.
 */
export interface ReferenceNode {
  type: 'clauseReference'
  target: string
  /** `Section `, `paragraph `; empty for `:ref[audit]{bare}` and for schedules, whose number has its word. */
  prefix: string
  /** In full and without a full stop at the end: `3`, `3.2`, `3.2(a)(i)`, `Schedule 1`. */
  number: string
  /** ` of Schedule 1` for a clause of another part of the document. */
  suffix: string
}

/** A fact that the matter does not give, shown `[●: words]` and highlighted. */
export interface BlankNode {
  type: 'blank'
  words: string
}

/** `:field{of="…"}`: a place to fill in. */
export interface FormFieldNode {
  type: 'formField'
  /** A list to choose from, in which other words can be written, boxes to tick, words, or a day. */
  control: 'list' | 'boxes' | 'text' | 'date'
  options: string[]
  /** How many lists, for a question with several answers. */
  count?: number
  /** What is known already; empty where nothing is. */
  value: string
  /** Shown until it is filled. */
  placeholder: string
  /** By which it is known, `_cb` and hexadecimal digits. */
  mark: string
  /** What a screen reader says of it. */
  label: string
}

/** `:term[Llama Materials]` where a term is defined. */
export interface DefinedTermNode {
  type: 'definedTerm'
  term: string
}

/** A line of a signature block; what is not given is filled by hand. */
export interface Signer {
  signatory?: string
  title?: string
}

/** `::signatures` : blocks that do not split across pages. */
export interface SignaturesNode {
  type: 'signatures'
  parties: {
    name: string
    capacity?: string
    signatory?: string
    title?: string
    /** Who signs beside that person, where a party signs by two or more. */
    others?: Signer[]
    /** Whether a line stands there for the address to which notices go. */
    notices?: true
  }[]
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
  /** `Schedule 1`. */
  number: string
  heading: PhrasingContent[]
  children: (BlockContent | DefinitionContent)[]
}

/** A clause of a license as it is printed there, with its own label, in a conformed copy. */
export interface LicenseClauseNode {
  type: 'licenseClause'
  kind: ClauseKind
  /** `b.`, `(ii)`; empty where it has none. */
  label: string
  /** 0 for a clause at the top of the agreement. */
  depth: number
  /** Set where the clause comes or goes as a whole, with its number. */
  change?: ChangeNode['type']
  children: PhrasingContent[]
}

/** `::page-break`. */
export interface PageBreakNode {
  type: 'pageBreak'
}

/** `:::note`: a drafting note, set apart from the document's own words and taken out before signature. */
export interface NoteNode {
  type: 'note'
  children: (BlockContent | DefinitionContent)[]
}

/** Words inserted or deleted, in a preview or a conformed copy. */
export interface ChangeNode {
  type: 'insertion' | 'deletion'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface ParagraphData {
    /** `:::record`: it says what the document was made of, and is set small. */
    record?: true
  }
  interface TableData {
    /** `:::table{widths="1 3 2"}`: relative widths of the columns. */
    widths?: number[]
  }
  interface BlockContentMap {
    clauseBlock: ClauseNode
    schedule: ScheduleNode
    signatures: SignaturesNode
    heatMap: HeatMapNode
    licenseClause: LicenseClauseNode
    pageBreak: PageBreakNode
    note: NoteNode
  }
  interface RootContentMap {
    clauseBlock: ClauseNode
    schedule: ScheduleNode
    signatures: SignaturesNode
    heatMap: HeatMapNode
    licenseClause: LicenseClauseNode
    pageBreak: PageBreakNode
    note: NoteNode
    clauseReference: ReferenceNode
    formField: FormFieldNode
    blank: BlankNode
    definedTerm: DefinedTermNode
    insertion: ChangeNode
    deletion: ChangeNode
  }
  interface PhrasingContentMap {
    clauseReference: ReferenceNode
    formField: FormFieldNode
    blank: BlankNode
    definedTerm: DefinedTermNode
    insertion: ChangeNode
    deletion: ChangeNode
  }
}
