import type { Level } from '../library/index.ts'
import type { XmlElement } from '../ooxml/index.ts'

/** What a deal is about: one flow-down of an addendum, or one position on a license. */
export interface Point {
  id: string
  kind: 'flow-down' | 'position'
  title: string
  /** The level at which it was asked for when the deal was opened. */
  asked: Level
  /** Its paragraphs at each level that has words, the heading first where it has one of its own. */
  levels: Partial<Record<Level, PointParagraph[]>>
  /** Who must approve less than the lowest level, as the library names them. */
  approval: string
  /** Why the other side is not known to move on it, and who says so; undefined where it may. */
  fixed?: string
}

/** One paragraph of a point in our own words. */
export interface PointParagraph {
  text: string
  heading?: true
  /** What stood there before our tracked change of it; empty where it is new. */
  before?: string
}

/** One mark in a file that was sent: which paragraph of which point it stands on. */
export interface Mark {
  /** Name of the hidden bookmark: `_cb` and twelve hexadecimal digits. */
  mark: string
  point: string
  level: Level | 'other'
  /** As it prints: `7.2(a)`; empty without a number. */
  section: string
  /** Number of the paragraph in the body of the file, from 0. */
  paragraph: number
  heading?: true
  /** First twelve hexadecimal digits of the SHA-256 of its words as proposed, and as they were before our changes. */
  words: string
  before: string
}

/** Who changed something, and when. */
export interface Hand {
  author: string
  /** As the file has it, ISO 8601. */
  date?: string
  /** Whether it bears a name of our side, though what we sent has it not. */
  asOurs?: true
}

/** A comment that stands on words. */
export interface Remark extends Hand {
  /** Id in the file. */
  id: string
  text: string
  /** The comment that it answers, as far as the file has it. */
  answers?: { author: string; text: string }
}

/** A paragraph of a file as a round reads it. */
export interface Line {
  /** Number of the paragraph in the body, from 0. */
  at: number
  /** Its element in the file; undefined where the file is none of Word's. */
  node?: XmlElement
  section: string
  /** Words with all tracked changes accepted. */
  now: string
  /** Words with what the other side tracked rejected, and all else accepted. */
  base: string
  /** Words with all tracked changes rejected. */
  original: string
  /** All words that are printed where tracked changes show. */
  printed: string
  /** Its cross-references as they stand: the bookmark that each points at, and what it shows. */
  references: { target: string; shown: string }[]
  /** Bookmarks that begin in it, which cross-references point at. */
  targets: string[]
  /** Names of our marks whose range it stands in. */
  marks: string[]
  /** Who tracked a change in it that what we sent has not. */
  hands: Hand[]
  /** Whether a change that we sent is tracked in it still. */
  pending: boolean
  /** Whether words in it are hidden, or struck by hand: nobody reads them as they stand. */
  masked?: true
  /** Where it stands in a table. */
  cell?: CellPlace
  /** Whether it is tracked as moved, away or to here. */
  moved?: 'from' | 'to'
  /** Ids of comments on it. */
  comments: string[]
}

/** A place in a table. */
export interface CellPlace {
  /** What its row is on: the words of the first cell. */
  row: string
  /** Number of the cell in its row, and of the paragraph in the cell, from 0. */
  column: number
  paragraph: number
}

/** What became of a point in one return. */
export type Outcome =
  | 'accepted'
  | 'changed to our preferred'
  | 'changed to our fallback'
  | 'changed to our walk-away'
  | 'changed to something else'
  | 'refused'
  | 'moved'
  | 'not answered'

/** How a change came back: in the open, without a mark, or some of it so and some so. */
export type Manner = 'tracked' | 'silent' | 'tracked and silent'

/** Words that stay, go or come. */
export interface Piece {
  op: 'equal' | 'delete' | 'insert'
  text: string
}

/** What one return says of one point. */
export interface PointReading {
  point: string
  outcome: Outcome
  /** Undefined where nothing was changed. */
  manner?: Manner
  /** Whether it stands elsewhere, beside what its outcome says. */
  moved: boolean
  /** Where it stands, or stood. */
  section: string
  /** Where it stood and where it stands, of what moved. */
  places?: { from: string; to: string }
  by: Hand[]
  /** Digests of its paragraphs as they came back, as marks have them. */
  words: string[]
  /** Their words against what we sent; the silent part of it alone where only that is known. */
  pieces: Piece[]
  /** What was changed without a mark, against what we sent. */
  silent: Piece[]
  comments: Remark[]
  /** How it was found: by its marks, by its words, or not at all. */
  found: 'marks' | 'words' | 'gone'
  /** New asks that change what its words rest on. */
  restsOn: RestsOn[]
  /** What the evidence of the library says of their words, where they are not ours. */
  review?: { verdict: string; because: string }
}

/** A new ask that changes what a point rests on. */
export interface RestsOn {
  /** Its id. */
  ask: string
  /** What it does there: `names Sections 3 to 26`, `changes what “Affiliate” means`. */
  because: string
}

/** Where words stand that are not in the body of a file. */
export type AsideKind = 'header' | 'footer' | 'footnote' | 'endnote' | 'text box'

/** Something of theirs outside our points. */
export interface NewAsk {
  /** `ask-1-2`: the second of round 1. */
  id: string
  round: number
  /**
   * Number of its paragraph in the body of what came back, from 0, and of the one that it changes in what was sent; -1 where it
   * stands at the head or foot of pages.
   */
  at: number
  of?: number
  /** Where it stands beside the body: then `at` and `section` are of the paragraph that it hangs on. */
  beside?: AsideKind
  /** What the row of the table is on in which it stands. */
  row?: string
  kind: 'added' | 'changed' | 'removed'
  section: string
  manner: Manner
  by: Hand[]
  before: string
  after: string
  pieces: Piece[]
  comments: Remark[]
  /** Flow-downs whose subject it is on, with what the evidence says of it. */
  topics: { id: string; title: string; verdict: string; because: string }[]
  /** Ids of the points that rest on what it changes. */
  touches: string[]
}

/** One return, read. */
export interface TurnReading {
  round: number
  points: PointReading[]
  asks: NewAsk[]
  /** Comments that stand on no point and on no new ask. */
  comments: Remark[]
  /** How many of our marks came back, of how many. */
  marks: { found: number; of: number }
  /** What was not read. */
  notRead: string[]
}

/** Where a point stands after the last turn. */
export interface PointStanding {
  point: Point
  state: 'agreed' | 'open'
  /** What stands as agreed: a level of ours, or words of theirs. */
  agreed?: { at: Level | 'their words'; round: number }
  /** What each round had of it. */
  turns: PointTurn[]
  /** What we gave, and in which round. */
  conceded: { to: Level | 'their words'; round: number }[]
  /** Of a concession below our lowest level: who must approve it, and who did. */
  approval?: { approver: string; round: number; approved?: { by: string; on: string } }
  nextStep: string
  owner: string
}

/** What one round had of one point. */
export interface PointTurn {
  round: number
  /** What we sent: a level, or other words. */
  sent: Level | 'other'
  section: string
  on: string
  reading?: PointReading & { on: string; from?: string }
}

/** A deal and where it stands. */
export interface DealStatus {
  deal: string
  paper: string
  /** Path of its matter; none where it was opened without one. */
  matter?: string
  vendor?: string
  rounds: {
    round: number
    sent: string
    returned?: string
    from?: string
    marks?: { found: number; of: number }
    /** What was taken for its return, and taken back. */
    undone?: { name: string; on: string; by?: string }[]
  }[]
  points: PointStanding[]
  /** What they ask for outside our points and nobody has settled, of every round. */
  asks: NewAsk[]
  /** Comments of the last return that stand on no point. */
  comments: Remark[]
  /** What was not read of the returns. */
  notRead: string[]
}
