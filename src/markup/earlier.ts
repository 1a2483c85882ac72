import { matchTokens } from '../compare/word-diff.ts'
import type { Step } from './align/types.ts'
import type { Block, By, Token } from './tokens/types.ts'
import { cutWords, OBJECT } from './tokens/words.ts'
import { tracesOfGone } from './trace.ts'

/** Whose the deletions of some steps were, where the right file had tracked the same words as deleted. */
export function earlierDeletions(steps: readonly Step[], right: readonly Block[]): Map<Token, By> {
  const gone = right.flatMap((block) =>
    block.type === 'table'
      ? []
      : tracesOfGone(block.node).flatMap(({ words, by }) => cutWords(words).map((word) => ({ word, by }))),
  )
  const found = new Map<Token, By>()
  if (gone.length === 0) return found
  const deleted = steps.flatMap(({ left, right: other }) =>
    left && !other && left.kind !== 'space' ? [left] : [],
  )
  const pairs = matchTokens(
    deleted.map(({ kind, text }) => (kind === 'end' ? '¶' : kind === 'object' ? OBJECT : text)),
    gone.map(({ word }) => word),
  )
  for (const [one, other] of pairs) found.set(deleted[one]!, gone[other]!.by)
  return found
}
