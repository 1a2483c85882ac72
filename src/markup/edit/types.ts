import type { ViewedParagraph } from '../../ooxml/index.ts'

/** A stretch of the words of a paragraph, as {@link wordsOfParagraph} gives them (UTF-16 units); an empty one is a place. */
export interface Stretch {
  paragraph: ViewedParagraph
  start: number
  end: number
}

/** Words that go and words that come in their place; an insertion where none go, a deletion where none come. */
export interface WordsEdit {
  kind: 'words'
  at: Stretch
  text: string
  /** What is remarked on it, a paragraph of plain text each. */
  remark?: readonly string[]
}

/** A clause that comes after a paragraph, in the dress of another one. */
export interface ClauseEdit {
  kind: 'clause'
  after: ViewedParagraph
  like: ViewedParagraph
  /** The number, where it is typed; without one the list of {@link like} counts it. */
  label?: string
  text: string
  /** How many of its first characters are its heading; where all are, it stays with what follows. */
  heading?: number
  /** Whether the heading is bold all the same where {@link like} has none that looks so. */
  bold?: true
  /** How many steps it is set in, as an entry of a list below {@link like}. */
  depth?: number
  remark?: readonly string[]
}

/** A paragraph that goes, with its number and its end. */
export interface GoneEdit {
  kind: 'gone'
  paragraph: ViewedParagraph
  remark?: readonly string[]
}

/** A remark on words that stay. */
export interface RemarkEdit {
  kind: 'remark'
  at: Stretch
  remark: readonly string[]
}

/** An answer to a comment that is in the file. */
export interface AnswerEdit {
  kind: 'answer'
  /** Id of the comment in the file. */
  to: string
  remark: readonly string[]
}

/** What is done to a Word file. */
export type WordEdit = WordsEdit | ClauseEdit | GoneEdit | RemarkEdit | AnswerEdit

/** Whose the edits are. */
export interface EditOptions {
  author: string
  /** ISO 8601; without it changes and remarks have no date. */
  date?: string
}
