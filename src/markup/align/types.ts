import type { Block, Token } from '../tokens/types.ts'

/** Blocks that answer each other, in order; one side may be empty. Paragraphs on both sides are compared word by word. */
export interface Group {
  left: Block[]
  right: Block[]
}

/** A step from left to right: a token of both, of the left alone (deleted), or of the right alone (inserted). */
export type Step =
  | {
      left: Token
      right: Token
      /** Both are ends of plain paragraphs of the same words, and the step stands for all tokens of these. */
      whole?: true
    }
  | { left: Token; right?: undefined }
  | { left?: undefined; right: Token }

/** The steps that a step stands for: of two paragraphs of the same words, one for each token. */
export function unfolded(step: Step): Step[] {
  const [ours, theirs] = [step.left?.block, step.right?.block]
  if (!step.left || !step.right || !step.whole) return [step]
  if (ours?.type !== 'paragraph' || theirs?.type !== 'paragraph') return [step]
  const { tokens } = theirs
  return ours.tokens.map((left, at) => ({ left, right: tokens[at]! }))
}
