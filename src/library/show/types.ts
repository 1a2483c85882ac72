import type {
  AdvisoryEntry,
  Cite,
  DateDifference,
  Duty,
  Fact,
  FlowDown,
  ImpactCase,
  Incident,
  LibraryTable,
  License,
  Modality,
  Model,
  PathMeaning,
  Position,
  Quote,
  Risk,
  Term,
  TextKind,
  VendorKind,
} from '../types.ts'

/** What the library has, each kind with the name that `clausebook library list` takes. */
export const kinds = [
  'topics',
  'licenses',
  'models',
  'positions',
  'flow-downs',
  'risks',
  'duties',
  'incidents',
  'paths',
  'kinds',
  'tables',
  'claims',
] as const

export type Kind = (typeof kinds)[number]

/** One thing of the library in a list. */
export interface Listed {
  /** What `clausebook library show` takes. */
  show: string
  title: string
  /** What else tells it from its neighbours, in few words. */
  note: string
}

/** A list, parted as its kind is: topics by their groups. */
export interface ListedGroup {
  kind: Kind
  title: string
  items: Listed[]
}

/** Something that refers to a topic. */
export interface Reference {
  show: string
  title: string
}

/** One license's answer to a topic, in short. */
export interface ShortAnswer {
  license: string
  name: string
  absent: boolean
  /** First sentence of the restatement, or what is new in it; or what follows from the silence. */
  says: string
  /** Places of the clauses in their text, and how these are cited, in the same order. */
  sections: string[]
  citations: string[]
  /** The license before it whose answer is the same but for the version's own name and dates. */
  sameAs?: string
  /** The license before it whose answer starts the same; `says` is then what is new. */
  likeBut?: string
}

/** A claim about the topic that is often made, and what is right. */
export interface Correction {
  id: string
  /** What is claimed. */
  claim: string
  verdict: 'imprecise' | 'contradicted' | 'not-in-the-text'
  /** What is right. */
  statement: string
  decidedBy: Cite[]
}

/** A topic, with everything in the library that speaks of it. */
export interface ShownTopic {
  kind: 'topic'
  id: string
  title: string
  group: { id: string; title: string }
  document: TextKind
  question: string
  why: string
  weight: number
  weightReason: string
  answers: ShortAnswer[]
  corrections: Correction[]
  positions: Reference[]
  flowDowns: Reference[]
  risks: Reference[]
  duties: Reference[]
  incidents: Reference[]
}

/** A fact of a term with what it means. */
export interface ShownFact {
  fact: string
  value: Fact
  means: string
}

/** A quote, and how its clause is cited. */
export interface CitedQuote extends Quote {
  citation: string
}

/** One license's answer to one topic, in full. */
export interface ShownTerm {
  kind: 'term'
  id: string
  title: string
  license: { id: string; name: string }
  topic: { id: string; title: string; question: string }
  document: TextKind
  /** Whether the license has such a text at all: the first one has no use policy. */
  hasDocument: boolean
  absent: boolean
  /** The restatement, or what follows from the silence. */
  says: string
  /** Places of the clauses in their text, and how these are cited, in the same order. */
  sections: string[]
  citations: string[]
  quotes: CitedQuote[]
  /** How a copy of the policy in the agreement's file has it, where that differs. */
  attached?: Quote
  facts: ShownFact[]
  modality?: Modality
  who?: Term['who']
  impact: Partial<Record<ImpactCase, string>>
  controls: string[]
  corrects: string[]
  inheritedFrom?: string
}

/** A license, with the topics on which it differs from the one that it extends. */
export interface ShownLicense {
  kind: 'license'
  id: string
  title: string
  license: License
  models: string[]
  /** Topics that it answers with a file of its own. */
  own: Reference[]
  /** Topics on which it is silent. */
  silent: Reference[]
  /** What it asks for, where the conditions of the duty hold. */
  duties: Reference[]
  answered: number
}

/** Something else of the library, as its file has it. */
export type ShownRecord =
  | { kind: 'position'; id: string; title: string; position: Position; risks: Reference[] }
  | { kind: 'flow-down'; id: string; title: string; flowDown: FlowDown; risks: Reference[] }
  | { kind: 'risk'; id: string; title: string; risk: Risk }
  | { kind: 'duty'; id: string; title: string; duty: Duty; licenses: Reference[] }
  | { kind: 'incident'; id: string; title: string; incident: Incident }
  | {
      kind: 'path'
      id: string
      title: string
      path: PathMeaning
      /** What leads to it: a limit, or what is said where none holds. */
      leads: { says: string; topics: string[] }[]
    }
  | {
      kind: 'kind'
      id: string
      title: string
      vendorKind: VendorKind
      /** Its traits with what each means, those that it has first. */
      traits: { trait: string; has: boolean; means: string }[]
    }
  | { kind: 'model'; id: string; title: string; model: Model; dateDifferences: DateDifference[] }
  | { kind: 'table'; id: string; title: string; table: LibraryTable }
  | { kind: 'claim'; id: string; title: string; claim: AdvisoryEntry }

/** Anything that `clausebook library show` shows. */
export type Shown = ShownTopic | ShownTerm | ShownLicense | ShownRecord
