import type { ClauseKind, Omission, StoryKind } from '../agreement/index.ts'
import type { Fact, ImpactCase, Quote, TextKind } from '../library/types.ts'

/** What was compared: enough for a reader to find the same text again. */
export interface TextIdentity {
  /** `llama-2`, `llama-2/use-policy`, or the file's name. */
  id: string
  /** The agreement's title. */
  title: string
  /** Version as the license names it, for example `3.1`. */
  version?: string
  /** Release date, ISO 8601 (`2024-07-23`). */
  released?: string
  /** The words that the text uses for the date, for example `Version Release Date`. */
  releasedAs?: string
  /** Official address. */
  address?: string
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  sha256: string
  /** The texts that it consists of, where it is more than one text or was read as one: agreement first. */
  texts?: ComparedText[]
}

/** One text of a side: an agreement or a use policy. */
export interface ComparedText {
  document: TextKind
  /** `llama-2`, `llama-2/use-policy`, or the file's name. */
  id: string
  title: string
  /** SHA-256 of the bytes that it was read from, in hexadecimal. */
  sha256: string
}

/** The two sides of a comparison. */
export type SideName = 'left' | 'right'

/** Words of one side that were left out by a rule, or could not be read. */
export interface SidedOmission extends Omission {
  side: SideName
}

/** A text that one side has and the other has not, so that its clauses are neither compared nor counted. */
export interface AloneText extends ComparedText {
  side: SideName
  /** How many clauses it has. */
  clauses: number
}

/** The part of a document that a pair stands in. */
export interface PairStory {
  kind: StoryKind
  /** What tells it from others of its kind (`1` of footnote 1), of the right side where both have it; empty for the body. */
  name: string
}

/** How many pairs have each status, and how many are moved. */
export type Summary = Record<PairStatus, number> & { moved: number }

/** How two clauses that answer each other differ, or on which side one stands alone. */
export type PairStatus = 'identical' | 'cosmetic' | 'changed' | 'added' | 'removed'

/** A run of words: in both texts, in the left alone, or in the right alone. */
export interface Piece {
  op: 'equal' | 'delete' | 'insert'
  text: string
  /** Of a deletion or insertion: it differs from the other in its typography alone (quotation marks, hyphens, spaces). */
  typography?: true
}

/** One side of a pair. */
export interface PairSide {
  /** Path of the clause (`1.b.i`), unique in its text. */
  path: string
  /** The address as a person writes it: `Section 1.b.i`, `Definition of “Llama Materials”`. */
  section: string
  kind: ClauseKind
  /** The marker as printed (`i.`); empty where there is none. */
  label: string
  /** The heading, or an empty string. */
  heading: string
  /** The clause's own words that this pair covers; without the label. */
  text: string
  /** Nesting: 0 for a clause at the top of the agreement. */
  depth: number
  /** Place in the reading order of its side, from 0. */
  order: number
  /**
   * Which part of the clause this is, from 0, where a clause was split or several were merged. The texts of all parts,
   * with a space between, are the clause's text.
   */
  part?: { index: number; of: number }
  /** Where it stands in a table: the table's path, and its row and column there, from 0. */
  cell?: { table: string; row: number; column: number }
}

/** A cell's place in the table that both sides make together. */
export interface PairCell {
  /** Number of the table in the comparison, from 0. */
  table: number
  /** Row and column in the table of both, from 0. */
  row: number
  column: number
  /** How many columns and rows it covers, where it is merged. */
  columns?: number
  rows?: number
}

/** Two clauses that answer each other, or one that stands alone. */
export interface Pair {
  /** The text that both clauses belong to. */
  document: TextKind
  /** The part of it that they stand in. */
  story: PairStory
  left?: PairSide
  right?: PairSide
  status: PairStatus
  /** Whether the clause stands at another place among its neighbours, or under another parent. */
  moved: boolean
  /** `split` where the left clause became several, `merged` where several became the right one. */
  relation?: 'split' | 'merged'
  /** For a cell of a table. */
  cell?: PairCell
  /** Topics that the clauses answer, where the library knows or recognises them. */
  topics?: PairTopic[]
  /** Equal and deleted pieces joined give `left.text`; equal and inserted ones `right.text`. */
  pieces: Piece[]
}

/** Every clause of two texts, once on each side, in reading order: the agreement before the use policy. */
export interface Comparison {
  left: TextIdentity
  right: TextIdentity
  summary: Summary
  /** The same for each text that was compared. */
  summaryBy: Partial<Record<TextKind, Summary>>
  pairs: Pair[]
  /** Words that could not be read: nothing may be said of them. */
  unread: SidedOmission[]
  /** Words that were left out by a rule. */
  leftOut: SidedOmission[]
  /** Texts that one side alone has. */
  alone: AloneText[]
  /** What a reader must know first, whole sentences. */
  notes: string[]
  /** What it was narrowed to. */
  selection?: Selection
  /** What was compared: the official words (the default) or the library's restatements. */
  text?: 'official' | 'restated'
  /** What the clause library knows of the two, where it knows one of them. */
  knowledge?: Knowledge
}

/** The topic or group of topics that a comparison was narrowed to. */
export interface Selection {
  kind: 'topic' | 'group'
  id: string
  title: string
  /** Whether either text is known or recognised to answer it; where not, nothing is said of it. */
  recognised: boolean
}

/** A topic that a pair's clauses answer. */
export interface PairTopic {
  id: string
  title: string
  /** 0 to 1, where the topic was recognised by its wording and is not known. */
  confidence?: number
  /** The side that answers it, where the other clause of the pair does not. */
  side?: SideName
}

/** What the clause library knows of a comparison. */
export interface Knowledge {
  /** Version of the library: its digest. */
  libraryDigest: string
  /** Every topic of the text, ordered by how much it matters to an enterprise, then by how much changed. */
  topics: TopicComparison[]
}

/** One topic under the two licenses. */
export interface TopicComparison {
  id: string
  title: string
  group: { id: string; title: string }
  /** The text that answers it. */
  document: TextKind
  question: string
  /** Why an enterprise cares. */
  why: string
  /** 1 to 5, and the reason for it. */
  weight: number
  weightReason: string
  /** `same`: no fact and no word of the restatement differs but version names and dates; `silent`: neither answers it;
   * `unrecognised`: the library's text does, and no clause of a text that it does not know was recognised. */
  status: 'same' | 'changed' | 'added' | 'removed' | 'silent' | 'unrecognised'
  /**
   * Where a clause was recognised by its wording, in a text that the library does not know: how sure that is, 0 to 1.
   * What the change means is not known then.
   */
  guess?: { confidence: number }
  left?: TopicAnswer
  right?: TopicAnswer
  /** Facts that differ; dates that follow the version are among them. */
  terms: FactChange[]
  /** What the change means, where the library knows both texts and they differ. */
  meaning?: ChangeMeaning
  /** Places of the topic's pairs in `pairs`. */
  pairs: number[]
}

/** What a license answers to a topic. */
export interface TopicAnswer {
  license: string
  /** The restatement, or what follows from the license's silence. */
  says: string
  /** Whether the license is silent. */
  absent: boolean
  sections: string[]
  quotes: Quote[]
  impact: Partial<Record<ImpactCase, string>>
  controls: string[]
}

/** A fact with two values: `counted_on_date: 2023-07-18 → 2024-07-23`. */
export interface FactChange {
  fact: string
  /** What the fact says. */
  means: string
  left?: Fact
  right?: Fact
  /** Of a list, what the right side alone has, and what the left side alone has. */
  added?: string[]
  removed?: string[]
}

/** What a change is for the licensee. */
export type ChangeKind = 'freer' | 'stricter' | 'new duty' | 'duty gone' | 'neutral'

/** What it means to go from the left license to the right one. */
export interface ChangeMeaning {
  change: ChangeKind
  /** Before and after, in whole sentences. */
  says: string
  /** What holds after the change, in a short sentence for a client. */
  short: string
  /** Each fact that differs, in the same order as `terms`. */
  facts: { fact: string; change: 'freer' | 'stricter' | 'neutral'; says: string }[]
  /** What to do on changing over; none where nothing has to be done. */
  todo: string[]
}

/** A topic that a clause answers, before it is compared. */
export interface TopicHint {
  topic: string
  /** 0 to 1, where it was recognised by its wording and is not known. */
  confidence?: number
}

/** Tells the topics of the clauses of two texts. */
export interface TopicHints {
  /** Of a clause of the left text. */
  left: (clause: { path: string; heading?: string; text: string }) => readonly TopicHint[]
  /** Of a clause of the right text. */
  right: (clause: { path: string; heading?: string; text: string }) => readonly TopicHint[]
}
