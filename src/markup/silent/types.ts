import type { StoryKind } from '../../agreement/index.ts'

/** What kind of thing was changed without being tracked. */
export type SilentKind =
  /** Words, figures, signs of punctuation. */
  | 'words'
  /** Typography alone: shapes of quotation marks and hyphens, capitals. */
  | 'typography'
  /** A clause stands elsewhere. */
  | 'moved'
  /** A clause has another number. */
  | 'number'
  /** Words that were hidden, struck out or set out of sight, or are so no longer. */
  | 'look'
  /** No letter: white space, ends of paragraphs, a field, a picture. */
  | 'other'

/** One change that came back without a mark. */
export interface SilentChange {
  kind: SilentKind
  /** The clause as a person cites it: where it stands in what came back, or where it stood. */
  place: string
  story: StoryKind
  /** What was sent and what came back; empty where nothing was, or is. */
  before: string
  after: string
  /** The words around it, of what came back. */
  around: { before: string; after: string }
  /** Authors of tracked changes in the same clause, or in the one before it. */
  nearby: string[]
}

/** What somebody did openly in the file that came back. */
export interface OpenChanges {
  author: string
  /** Marks of tracked words, ends of paragraphs, rows, cells and looks. */
  changes: number
  /** Comments that the file that was sent has not. */
  comments: number
}

/** What came back changed without being tracked. */
export interface SilentReport {
  form: 1
  sent: { name: string; sha256: string; view: 'accepted' | 'original' }
  returned: { name: string; sha256: string }
  changes: SilentChange[]
  /** What is tracked, by author: it is not in {@link changes}. */
  tracked: OpenChanges[]
  /** Whether all was read: what a rule leaves out (numbers of pages, a table of contents) does not count. */
  readWhole: boolean
  /** What was not compared, a line each. */
  notCompared: string[]
}
