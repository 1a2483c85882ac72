import type { XmlElement } from '../xml/types.ts'

/** One level of a list (ECMA-376 part 1, 17.9.6). */
export interface Level {
  /** First number. */
  start: number
  /** How a number is written: `decimal`, `lowerRoman`, `bullet` … */
  format: string
  /** Example of a custom format: `001, 002, 003, ...`. */
  custom?: string
  /** What is printed, `%1.%2` for the numbers of the levels. */
  text: string
  /** Font of the level's sign, for bullets. */
  font?: string
  /** Level after which it starts anew, from 1; 0 never; undefined after any higher one. */
  restart?: number
  /** Whether the numbers of all levels are written in Arabic figures in it. */
  legal: boolean
  /** Style of the paragraphs that belong to it. */
  style?: string
  /** Indentation, in twentieths of a point. */
  indent?: number
  node?: XmlElement
}

/** A list as paragraphs refer to it (`w:num`). */
export interface List {
  /** Lists of one abstract definition count on together. */
  abstract: string
  levels: readonly Level[]
  /** Levels that start anew when the list is met first, with the number that they start at. */
  restarts: ReadonlyMap<number, number>
}

/** The lists of a file by id. */
export type Lists = ReadonlyMap<string, List>
