import type { BlockContent } from 'mdast'

/** One change of a signed addendum. */
export interface AddendumChange {
  /** What is done where: `Section 1.2 is replaced by:`. */
  says: string
  /** The words that come in, with the numbers that they have in the addendum; none where something goes. */
  words: BlockContent[]
  /** Flow-down in which it is; undefined elsewhere. */
  flowDown?: string
}
