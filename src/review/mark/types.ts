import type { Level } from '../../library/index.ts'

/** What is done for a flow-down in what goes back: our words, a number, a comment, or nothing. */
export type MarkKind = 'insertion' | 'number' | 'comment' | 'nothing'

/** What is proposed for a row of a review. */
export interface Proposal {
  kind: MarkKind
  /** The level whose words or numbers are asked for. */
  level: Level
  /** Where it stands in what goes back, as a reader finds it: `new 8.6`, `3.1`; empty where nothing is marked. */
  place: string
  /** Of numbers: what they were and what is asked instead. */
  numbers?: { section: string; from: string; to: string }[]
}

/** A reference of our words to a clause that goes along with them, or that their paper has. */
export interface AskedReference {
  /** Id of the clause in our addendum. */
  target: string
  /** Whether its number stands alone, without the word for a section. */
  bare: boolean
}

/** Words of ours before they are put into their terms. */
export type AskedWords = readonly (string | AskedReference)[]

/** A paragraph of a clause that we ask for. */
export interface AskedParagraph {
  /** By which our words refer to it; empty where none do. */
  id: string
  words: AskedWords
  /** What follows it as a list. */
  items: readonly AskedWords[]
}

/** A clause that we ask for. */
export interface AskedClause {
  id: string
  heading: string
  paragraphs: AskedParagraph[]
}

/** A term that our words use, and what it means. */
export interface AskedDefinition {
  term: string
  words: AskedWords
}

/** Our words for a matter: clauses by flow-down, and what they refer to. */
export interface AskedPaper {
  clauses: ReadonlyMap<string, AskedClause>
  definitions: readonly AskedDefinition[]
  /** How our words bind. */
  interpretation: AskedWords
  /** The product, as our words would call it. */
  product: string
}

/** A place in a paper where clauses of ours go. */
export interface TheirTerms {
  vendor: string
  customer: string
  /** `this Agreement`, `these Terms`. */
  agreement: string
  data: string | undefined
  service: string | undefined
  /** `Section`, `Clause`. */
  section: string
  /** Whether the parties stand without an article: `Supplier shall`. */
  bareParties: boolean
  /** Whether the paper speaks of “we” and “you”: our words then say who is meant. */
  pronouns: boolean
  /** Terms that the paper defines, as printed. */
  defined: ReadonlySet<string>
}
