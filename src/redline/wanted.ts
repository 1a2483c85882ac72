import type { Library, License } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import type { ChoiceNote, ChosenPosition } from './types.ts'

/** A position that may be taken in a deal. */
export interface Wanted extends ChosenPosition {
  /** Whether the matter names it itself. */
  asked: boolean
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
