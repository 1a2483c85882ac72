/** One clause of a paper, as a reader finds it. */
export interface CoherencePassage {
  /** As it is cited in the paper: `Section 5.c`, `paragraph 2.1`, `the definition of “Meta”`. */
  place: string
  /** The printed number from outer to inner without the word before it: `5.c`, `2.1`; empty where there is none. */
  number: string
  heading: string
  /** Its own words, heading included. */
  text: string
  /** Path of the clause that it is read from; none where a letter adds the whole. */
  path?: string
  /** Paths of the clauses of a letter that change it or put it in. */
  amendedAt?: readonly string[]
  /** The words of it that we put in; the whole where the paper is ours, empty where nothing is. */
  ours: string
}

/** A paper of a deal: a license as amended, a letter, an addendum, any agreement. */
export interface CoherencePaper {
  /** As a message names it: `llama-3.1`, `side-letter`. */
  name: string
  passages: readonly CoherencePassage[]
  /** Terms that it takes from elsewhere. */
  defined?: readonly string[]
  /** Names that facts give, in which capitals are no terms: of companies, products, places. */
  names?: readonly string[]
  /** What its sections are when another paper of the deal speaks of “Section N”: a license that a letter amends. */
  amended?: true
  /**
   * Who the other party is, where it is not that of the licenses: a vendor. What stands between others is held against
   * the rest of the deal only where both are our words.
   */
  counterparty?: 'vendor'
  /** What it calls our client: `you`, `Licensee`, `the Company`. */
  client?: readonly string[]
}

/** What does not fit together, with the place. */
export interface CoherenceMessage {
  /** `undefined-term`, `two-meanings`, `reference`, `survival` … */
  rule: string
  paper: string
  /** Clause in which the words stand. */
  place: string
  /** One sentence without its full stop: what does not fit, and with what. */
  reason: string
  /**
   * Whether it takes counsel's judgement: it then stands in the paper as a drafting note. A slip that whoever drafts mends
   * alone (a term, a reference) is told, and stands in the record.
   */
  counsel: boolean
}

/** One kind of fault. */
export type CoherenceRule = (papers: readonly CoherencePaper[]) => CoherenceMessage[]
