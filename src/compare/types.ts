import type { ClauseKind } from '../agreement/index.ts'
import type { Fact, ImpactCase, Quote } from '../library/types.ts'

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
}

/** How two clauses that answer each other differ, or on which side one stands alone. */
export type PairStatus = 'identical' | 'cosmetic' | 'changed' | 'added' | 'removed'

/** A run of words: in both texts, in the left alone, or in the right alone. */
export interface Piece {
  op: 'equal' | 'delete' | 'insert'
  text: string
}

/** One side of a pair. */
export interface PairSide {
  /** Path of the clause (`1.b.i`), unique in its text. */
  path: string
  /** The address as a person writes it: `Section 1.b.i`, `Definition of “Llama Materials”`, `Recital 2`. */
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
  /** Place in the reading order of its text, from 0. */
  order: number
  /**
   * Which part of the clause this is, from 0, where a clause was split or several were merged. The texts of all parts,
   * with a space between, are the clause's text.
   */
  part?: { index: number; of: number }
}

/** Two clauses that answer each other, or one that stands alone. */
export interface Pair {
  left?: PairSide
  right?: PairSide
  status: PairStatus
  /** Whether the clause stands at another place among its neighbours, or under another parent. */
  moved: boolean
  /** `split` where the left clause became several, `merged` where several became the right one. */
  relation?: 'split' | 'merged'
  /** Topics that the clauses answer, where the library knows or recognises them. */
  topics?: PairTopic[]
  /** Equal and deleted pieces joined give `left.text`; equal and inserted ones `right.text`. */
  pieces: Piece[]
}

/** Every clause of two texts, once on each side, in reading order. */
export interface Comparison {
  left: TextIdentity
  right: TextIdentity
  /** How many pairs have each status, and how many are moved. */
  summary: Record<PairStatus, number> & { moved: number }
  pairs: Pair[]
  /** What was compared: the official words (the default) or the library's restatements. */
  text?: 'official' | 'restated'
  /** What the clause library knows of the two, where it knows one of them. */
  knowledge?: Knowledge
}

/** A topic that a pair's clauses answer. */
export interface PairTopic {
  id: string
  title: string
  /** 0 to 1, where the topic was recognised by its wording and is not known. */
  confidence?: number
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
  question: string
  /** Why an enterprise cares. */
  why: string
  /** 1 to 5, and the reason for it. */
  weight: number
  weightReason: string
  /** `same`: no fact and no word of the restatement differs but version names and dates; `silent`: neither answers it. */
  status: 'same' | 'changed' | 'added' | 'removed' | 'silent'
  left?: TopicAnswer
  right?: TopicAnswer
  /** Facts that differ; dates that follow the version are among them. */
  terms: FactChange[]
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
