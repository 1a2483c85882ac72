import type { Library, License } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import type { ChoiceNote, ChosenPosition } from './types.ts'

/** A position that may be taken in a deal. */
export interface Wanted extends ChosenPosition {
  /** Whether the matter names it itself. */
  asked: boolean
  /** Whether a letter raises it, short or not: it asks for a right that is lacking, or closes a past that is found. */
  must?: true
  /** Licenses on which it is taken. */
  on: Set<string>
}

/** What a choice is made for, and where it is told. */
export interface Settling {
  licenses: readonly License[]
  library: Library
  matter?: Matter | undefined
  notes: ChoiceNote[]
}
