import type { Omission, SourceDocument } from '../../../agreement/index.ts'

/** Reads a Word file inside the file; undefined where there are too many. @throws Problem where it is broken */
export type ReadInside = (bytes: Uint8Array) => SourceDocument | undefined

/** How stories are put together. */
export interface StoryOptions {
  inside: ReadInside
  /** Numbers of notes, by kind and id (`footnote 2`). */
  notes: ReadonlyMap<string, number>
  /** Where what is in the file and cannot be read is told. */
  unread: Omission[]
  /** Where what a file inside the file leaves out by a rule is told. */
  leftOut: Omission[]
}
