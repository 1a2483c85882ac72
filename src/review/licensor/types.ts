import type { Level } from '../../library/index.ts'
import type { Contradiction, DutyRow, ReviewRow } from '../types.ts'

/** Whose paper is reviewed: a vendor's, held against flow-downs, or a licensor's, held against positions. */
export type PaperKind = 'vendor' | 'licensor'

/** What a review says of one position in a licensor's paper. */
export interface PositionRow extends Omit<ReviewRow, 'flowDown'> {
  position: string
  /** Name of the license as the paper amends it, where it amends one: `Llama 3.1`. */
  license?: string
  /** What each of our levels asks, the best first. */
  asks: Partial<Record<Level, string>>
}

/** A licensor's paper, judged. */
export interface LicensorReview {
  paper: 'licensor'
  /** Name of the file. */
  name: string
  /** Title of the matter. */
  matter: string
  /** What the paper is, for the first line: `a letter that amends the Llama 3.1 Community License Agreement`. */
  what: string
  contradictions: Contradiction[]
  /** The positions that the matter takes, what is worst first. */
  rows: PositionRow[]
  /** Positions for which there is nothing to ask, since the paper has not the burden that they lighten. */
  nothingAsked: { title: string; because: string }[]
  /** Duties of the licenses that the paper speaks of. */
  duties: DutyRow[]
  /** Titles of positions that the matter takes and no review judges. */
  notJudged: string[]
  /** What was not read of the file. */
  unread: string[]
  /** How it was read, whole sentences. */
  notes: string[]
}
