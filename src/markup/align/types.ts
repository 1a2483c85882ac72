import type { Block, Token } from '../tokens/types.ts'

/** Blocks that answer each other, in order; one side may be empty. Paragraphs on both sides are compared word by word. */
export interface Group {
  left: Block[]
  right: Block[]
}

/** A step from left to right: a token of both, of the left alone (deleted), or of the right alone (inserted). */
export type Step =
  | { left: Token; right: Token }
  | { left: Token; right?: undefined }
  | { left?: undefined; right: Token }
