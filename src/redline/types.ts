import type { Agreement, ClauseKind } from '../agreement/index.ts'
import type { Edit, Level, Position } from '../library/index.ts'

/** A position that a matter takes toward the other side of a license, at the level that it asks for. */
export interface ChosenPosition {
  position: Position
  level: Level
  /** Why it is proposed, for our own side alone. */
  because: string
  /** The position that brings it, where it is taken for the sake of that one. */
  broughtBy?: string
}

/** What was decided beside the positions that are taken, for our own side alone. */
export interface ChoiceNote {
  /**
   * `brings`: taken for another's sake; `drops`: left out, since another excludes it; `missing`: needed and not taken;
   * `not-raised`: left out of a short letter; `not-here`: taken on another license of the deal and not on this one.
   */
  kind: 'brings' | 'drops' | 'missing' | 'not-raised' | 'not-here'
  position: string
  /** The position on whose account. */
  by?: string
  /** License that it is about, where it is about one. */
  license?: string
  /** One sentence without its full stop. */
  says: string
}

/** The positions that are taken, and what was decided beside. */
export interface Choice {
  /** In the order of their ids. */
  chosen: ChosenPosition[]
  notes: ChoiceNote[]
}

/** An edit and the position that asks for it. */
export interface PositionEdit {
  edit: Edit
  /** The position and level that it comes from. */
  position: string
  level: Level
  /** Whether it is a new section that the matter has of its own. */
  own?: true
}

/** An edit with the place that its anchor has in the agreement. */
export interface PlacedEdit extends PositionEdit {
  /** Path of the clause. */
  path: string
  /** Offsets of the anchor in the clause's `text` (UTF-16 units); both the text's length for `add_clause`. */
  start: number
  end: number
}

/** Two edits that cannot both be made. */
export interface Conflict {
  edits: [PositionEdit, PositionEdit]
  section: string
  /** The words that both of them change. */
  words: string
}

/** A clause as the redline shows it: its words in runs. */
export interface MarkedClause {
  path: string
  kind: ClauseKind
  label: string
  depth: number
  heading: string
  pieces: MarkedPiece[]
  /** Whether the whole clause is new (`add_clause`). */
  added: boolean
  /** Whether the whole clause goes, with its number. */
  deleted: boolean
}

/** A stretch of words that stays, goes or comes. */
export interface MarkedPiece {
  op: 'equal' | 'delete' | 'insert'
  text: string
  /** Position that made the change. */
  position?: string
}

/** An agreement with all edits of a matter's positions. */
export interface Redline {
  before: Agreement
  after: Agreement
  clauses: MarkedClause[]
  edits: PlacedEdit[]
}

/** One edit as a side letter says it: what the letter needs, with the official text or without. */
export interface Amendment {
  /** License that it amends. */
  license: string
  /** Path of the clause, `1.b.i`; of the new one where a clause is added. */
  section: string
  /** The same for a reader: `Section 1.b.i`, `the definition of “Meta”`. */
  sectionName: string
  /** The position that it comes from, its level and its topic. */
  position: string
  level: Level
  topic: string
  /** Conventional wording, whole sentence, plain text: `In Section 2, the words “A” are replaced by “B”.` */
  instruction: string
  /** The anchored words as they are, plain text; empty for a new clause. */
  current: string
  /** The words that stand in their place, plain text; empty for a deletion. */
  proposed: string
}

/** What a draft takes from the redline: the amendments of one license and, where its text is here, the marked copy. */
export interface AmendedLicense {
  license: string
  amendments: Amendment[]
  /** The positions that it takes, in the order of their ids, also those that change no word. */
  chosen: ChosenPosition[]
  /** What was decided beside them. */
  notes?: ChoiceNote[]
  redline?: Redline
}
