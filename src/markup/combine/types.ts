import type { Names } from '../carry/names.ts'
import type { Passage } from '../carry/serialize.ts'
import type { By } from '../tokens/types.ts'

/** One reviewer's mark-up of a base. */
export interface Reviewed {
  /** The file, for people. */
  name: string
  bytes: Uint8Array
}

/** What one reviewer wants at a place. */
export interface Wish {
  file: string
  author: string
  date?: string
  /** Words of the base that go, and words that come. */
  deleted: string
  inserted: string
}

/** A place that several reviewers changed. */
export interface Meeting {
  /** The paragraph of the base, by its first words. */
  place: string
  wishes: Wish[]
}

/** What became of one reviewer's marks. */
export interface Reviewer {
  file: string
  authors: string[]
  changes: number
  /** What was not carried over, in words. */
  leftOut: string[]
}

export interface Combined {
  bytes: Uint8Array
  report: CombineReport
}

/** What was combined. */
export interface CombineReport {
  form: 1
  base: string
  reviewers: Reviewer[]
  /** Other words in the same place: all stand in the file, tracked, with a comment. */
  conflicts: Meeting[]
  /** The same change by several: it stands in the file once, as the first one's. */
  shared: Meeting[]
}

/** A change in offsets of the base's stream. */
export interface Change {
  from: number
  to: number
  /** Offsets at which something comes, with the items of the stream that do. */
  inserted: ReadonlyMap<number, readonly number[]>
  /** Equal for the same words in the same place. */
  key: string
  by: By
  deletedWords: string
  insertedWords: string
}

/** What the changes of one file are put into another with. */
export interface IntoWriting {
  /** Of the part that they are put into. */
  text: string
  w: string
  names: Names
  /** How elements of the other file go over. */
  passage: Passage
  /** Attributes of a new mark. */
  mark(by: By): string
  /** What a list is told by, by its id in either file. */
  list: { own(id: string): string; other(id: string): string }
}
