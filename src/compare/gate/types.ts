import type { SourceDocument, SourceFormat } from '../../agreement/index.ts'

/** A text that the gate compares: a file that was opened, or a text of the library. */
export interface GateText {
  /** Its name, for people. */
  id: string
  document?: SourceDocument
  /** Words of a text that has no {@link document}. */
  source?: string
  format?: SourceFormat
  sha256?: string
}

/** What the gate says of a text that is to be signed; `different` is everything that no other word covers. */
export type GateVerdict = 'same' | 'typography' | 'order' | 'blanks' | 'different'

/** Something that the gate found. */
export interface GateFinding {
  /**
   * `words`: other words; `blank`: a blank that was filled; `order`: a clause at another place; `typography`: another
   * sign of the same; `beside`: something about the words (a note's mark, a stored value, hidden text, a picture, a
   * link); `unread`: a part or page that was not read.
   */
  kind: 'words' | 'blank' | 'order' | 'typography' | 'beside' | 'unread'
  /** Where: a clause, a note, a header; empty where nothing says. */
  place: string
  /** Words of the agreed text, and of the one to sign; empty where it has none there. */
  agreed: string
  toSign: string
  /** Why it counts, where the words do not say it. */
  reason?: string
}

/** The answer of the gate. */
export interface GateReport {
  form: 1
  verdict: GateVerdict
  /** What the command ends with: 0 same, 3 typography, 4 order, 5 blanks, 1 different. */
  status: 0 | 1 | 3 | 4 | 5
  agreed: { id: string; sha256?: string }
  toSign: { id: string; sha256?: string }
  /** What counts first. */
  findings: GateFinding[]
  /** What a reader must know of how both were read, whole sentences. */
  notes: string[]
}

/** How the gate judges. */
export interface GateOptions {
  /** Whether somebody said which state of a text to sign with tracked changes is meant; else it is not the agreed one. */
  trackedRead?: boolean
  /** Whether somebody has looked at the pictures, so that those that cannot be told apart do not count. */
  picturesSeen?: boolean
}
