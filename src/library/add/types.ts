import type { Agreement } from '../../agreement/index.ts'
import type { License, Term, TextKind } from '../types.ts'

/** A text of the license that is added. */
export interface NewText {
  kind: TextKind
  agreement: Agreement
  sha256: string
  bytes: number
  /** SHA-256 of its words alone. */
  words: string
}

/** Tells the topic of a clause, with a confidence from 0 to 1; undefined rather than a wrong guess. */
export type TellTopic = (
  kind: TextKind,
  clause: { heading: string; text: string },
) => { topic: string; confidence: number } | undefined

/** A clause that is proposed for a topic. */
export interface ProposedSection {
  path: string
  /** How it is cited: `2`, `Recital “By clicking …”`. */
  citation: string
  /** How sure the proposal is; 1 where another license has the same words there. */
  confidence: number
}

/** What is proposed for one topic of a new license. */
export type Proposal = { topic: string; document: TextKind } & (
  | {
      /** The license that it extends has the same law in the same place, or in another that `moved` tells. */
      how: 'inherited'
      sections: ProposedSection[]
      moved: Record<string, string>
    }
  | {
      /** Its words differ from those of the license that it extends: a file is begun with the answer there. */
      how: 'differs'
      sections: ProposedSection[]
      from: Term
    }
  | { how: 'new'; sections: ProposedSection[] }
  | { how: 'silent' }
)

/** What is proposed for a new license. */
export interface Plan {
  license: License
  parent?: License
  /** How every place of each text is cited. */
  citations: Partial<Record<TextKind, ReadonlyMap<string, string>>>
  proposals: Proposal[]
  /** Clauses whose topic could not be told. */
  unclassified: { document: TextKind; path: string; citation: string; text: string }[]
  /** What a reader must know of how it was made, whole sentences. */
  notes: string[]
}
