import type { XmlElement } from '../xml/types.ts'

/** Why words of a file may not be read as they stand in it. */
export interface Reason {
  /** `unseen`: nobody may see them on the page; `direction`: they may run in another order. */
  kind: 'unseen' | 'direction'
  /** How they are set, for people: `in white`. */
  why: string
}

/** Something that is laid over or under the words and does not push them aside. */
export interface Cover {
  /** The same for the same shape at the same place. */
  identity: string
  /** Words of the paragraph that it hangs on. */
  within: string
}

/** What a file says of its looks that may keep its words from being read. */
export interface Looks {
  /** By run, equation, or paragraph (its number). */
  reasons: ReadonlyMap<XmlElement, readonly Reason[]>
  covers: readonly Cover[]
  /** Fields without words that move others, send them to a printer, or give a bookmark other words. */
  fields: readonly string[]
  /** What the settings of the whole file do to what is printed. */
  whole: readonly string[]
}

/** Properties of one kind at one level: of the words themselves, of a style. */
export interface Level {
  run?: XmlElement | undefined
  paragraph?: XmlElement | undefined
  cell?: XmlElement | undefined
}

/** A page's paper and what is left free of it, in twentieths of a point. */
export interface Page {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  reasons: Reason[]
}

export const unseen = (why: string): Reason => ({ kind: 'unseen', why })
