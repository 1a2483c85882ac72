import type { FlowDown, Level } from '../library/index.ts'
import type { Proposal } from './mark/types.ts'

export type { MarkKind, Proposal } from './mark/types.ts'

/**
 * What a paper gives of a flow-down: met at a level, or words that are worse than the lowest level, that run against the
 * need, or that leave it open; or nothing.
 */
export type Verdict = Level | 'below' | 'contrary' | 'missing' | 'unclear'

/** A token of a sentence as cues read it, and where it stands there. */
export interface Token {
  word: string
  from: number
  to: number
}

/** One sentence of a paper, as it is judged. */
export interface Sentence {
  /** As it is printed, its lead-in before it. */
  text: string
  tokens: readonly Token[]
  words: readonly string[]
  /** Place as it is cited: `8.2`. */
  section: string
  /** Path of its clause. */
  path: string
  /** Words of sections that it refers to for its figures: `within the time in 6.1`. */
  referred: readonly string[]
  /** Whether it is an option that the paper offers and nobody has ticked. */
  open: boolean
  /** Whether it is of a license, whose sentences are long and say one thing: a cue may reach from their first word to their last. */
  long?: true
}

/** A clause of a paper with its sentences. */
export interface Passage {
  path: string
  section: string
  headings: readonly (readonly string[])[]
  sentences: readonly Sentence[]
}

/** A paper as it is judged. */
export interface Paper {
  passages: readonly Passage[]
  /** Sentences that give a defined term its meaning, by the term. */
  definitions: ReadonlyMap<string, readonly Sentence[]>
  /** Schedules and annexes that stand in the paper itself, in small letters: `schedule 1`. */
  attached: ReadonlySet<string>
}

/** A number of theirs beside ours. */
export interface FiguresCompared {
  /** What our clause calls it: `Incident Notice Period`. */
  term: string
  theirs: string
  /** Whether theirs is a number that can be held against ours: “promptly” and an amount in another currency are not. */
  held: boolean
  /** What each of our levels asks. */
  ours: Partial<Record<Level, string>>
}

/** A point of the evidence, and what was found of it. */
export interface PointFound {
  id: string
  asks: string
  /** Found as a promise, as a mere effort, or not. */
  found: 'yes' | 'effort' | 'no'
  section?: string
  /** The words that give it. */
  words?: string
  figure?: FiguresCompared
  /** The best level whose figure it keeps; undefined where it keeps none, or has no figure. */
  keeps?: Level
  /** Whether the words of its figure say one number and the figures another. */
  torn?: true
  /** Whether its amount is in another currency than ours. */
  foreign?: true
  /** Whether its time runs from something else than what is asked: “24 hours after the investigation has closed”. */
  adrift?: true
  /** Words behind it that limit it, and are not known to be harmless: “to the extent that it recovers from them”. */
  limit?: string
  /** Whether that limit surely leaves it to the will, the purse or the convenience of who gives it. */
  takes?: true
}

/** What a review says of one flow-down. */
export interface ReviewRow {
  flowDown: string
  title: string
  /** The level that the matter asks for. */
  asked: Level
  /** Why the matter calls for it. */
  why: string
  verdict: Verdict
  /** One sentence: what decides. */
  because: string
  /** Where the deciding words stand, the deciding place first. */
  sections: string[]
  /** Words that decide, as printed. */
  words: string[]
  points: PointFound[]
  /** What the paper leaves to words that are not in it. */
  notRead: string[]
  /** Paths of the clauses that were judged. */
  paths: string[]
  /** First twelve hexadecimal digits of the SHA-256 of the words that were judged. */
  digest: string
  /** A person's word, which stands above ours; `onAny` where it names no words, so that it holds for whatever paper there is. */
  decided?: Decision & { ours: Verdict; onAny?: true }
  /** A person's word on words that are not the same any more: it holds no longer. */
  lapsed?: Decision
  /** What is done for it in what goes back, where something goes back. */
  proposed?: Proposal
}

/** What a person decides of a flow-down in a paper. */
export interface Decision {
  verdict: Verdict
  reason: string
  by: string
  /** ISO date. */
  on: string
}

/** What a paper says against a license of the matter's models, or the facts of the matter. */
export interface Contradiction {
  section: string
  says: string
  because: string
}

/** Who bears a duty of a license by a paper: our client, the one who writes the paper, both, nobody, or it is not said. */
export type Bearer = 'client' | 'other' | 'both' | 'nobody' | 'unclear'

/** A duty of a license that a paper speaks of. */
export interface DutyRow {
  /** Id of the duty in the library: `built-with-display`. */
  duty: string
  title: string
  bearer: Bearer
  section: string
  /** The words that decide, as printed. */
  words: string
  /** The duty, with the sections of the licenses that ask for it. */
  asks: string
}

/** A vendor's paper, judged. */
export interface Review {
  paper: 'vendor'
  /** Name of the file. */
  name: string
  /** Title of the matter. */
  matter: string
  vendor?: string
  /** Whether the paper is that of a reseller of our client's product. */
  resale: boolean
  contradictions: Contradiction[]
  /** Duties of the licenses that the paper speaks of. */
  duties: DutyRow[]
  /** The flow-downs that the matter calls for, what is worst first. */
  rows: ReviewRow[]
  /** Titles of flow-downs that the matter calls for and no review judges. */
  notJudged: string[]
  /** What was not read of the file. */
  unread: string[]
  /** How it was read, whole sentences. */
  notes: string[]
}

/** What is judged. */
export interface ReviewOptions {
  /** Whether the paper is a license. */
  license?: true
  /** Whether the paper is that of a reseller of our client's product. */
  resale: boolean
  /** Names of the party that writes the paper, and of our client. */
  vendor: readonly string[]
  customer: readonly string[]
}

/** What is judged of a clause: its figures as the matter has them, and three letters for what its amounts are in (else USD). */
export type Judged = Pick<FlowDown, 'id' | 'title' | 'figures' | 'evidence'> & { currency?: string }
