import type { Comparison, Pair, Piece } from '../../compare/types.ts'

/** A comparison whose right text has the left one's typography, so that none of it is a tracked change. */
export function withLeftTypography(comparison: Comparison): Comparison {
  return { ...comparison, pairs: comparison.pairs.map(pairOf) }
}

function pairOf(pair: Pair): Pair {
  const { left, right } = pair
  if (!left || !right || !pair.pieces.some(({ typography }) => typography)) return pair
  const pieces = pair.pieces.flatMap(({ op, text, typography }): Piece[] => {
    if (!typography) return [{ op, text }]
    return op === 'delete' ? [{ op: 'equal', text }] : []
  })
  const text = pieces.flatMap(({ op, text }) => (op === 'delete' ? [] : [text])).join('')
  // A heading keeps its length to the sign in all but ligatures, and its end only sets the bold type.
  return { ...pair, pieces, right: { ...right, text, heading: text.slice(0, right.heading.length) } }
}
