import { longestRising, type Pair, type PairSide } from '../../compare/index.ts'
import type { ClausePiece } from '../tracked/clause-runs.ts'

/** A clause, or a part of one, at its place in the file: in both texts or in one. */
export interface Strand {
  before?: PairSide
  after?: PairSide
  pieces: readonly ClausePiece[]
  /** The pair that it comes from. */
  pair: Pair
}

/**
 * Puts the clauses of both texts in one order in which each text keeps its own. Pairs that stand in the same order
 * in both stay pairs (as many as possible); every other pair becomes a deletion at the one place and an insertion at
 * the other, which is what a moved clause is to a reader of tracked changes.
 */
export function weave(pairs: readonly Pair[]): Strand[] {
  const before = inOrder(pairs, 'left')
  const after = inOrder(pairs, 'right')
  const placeAfter = new Map(after.map((pair, place) => [pair, place]))
  const shared = before.filter((pair) => pair.right !== undefined)
  const anchors = longestRising(shared.map((pair) => placeAfter.get(pair)!)).map((at) => shared[at]!)

  const strands: Strand[] = []
  let nextBefore = 0
  let nextAfter = 0
  const emitUntil = (anchor: Pair | undefined) => {
    for (; nextBefore < before.length && before[nextBefore] !== anchor; nextBefore += 1) {
      const pair = before[nextBefore]!
      strands.push({ before: pair.left!, pieces: [{ op: 'delete', text: pair.left!.text }], pair })
    }
    for (; nextAfter < after.length && after[nextAfter] !== anchor; nextAfter += 1) {
      const pair = after[nextAfter]!
      strands.push({ after: pair.right!, pieces: [{ op: 'insert', text: pair.right!.text }], pair })
    }
  }
  for (const anchor of anchors) {
    emitUntil(anchor)
    strands.push({ before: anchor.left!, after: anchor.right!, pieces: anchor.pieces, pair: anchor })
    nextBefore += 1
    nextAfter += 1
  }
  emitUntil(undefined)
  return strands
}

function inOrder(pairs: readonly Pair[], side: 'left' | 'right'): Pair[] {
  return pairs
    .filter((pair) => pair[side] !== undefined)
    .sort((a, b) => a[side]!.order - b[side]!.order || partOf(a[side]!) - partOf(b[side]!))
}

function partOf({ part }: PairSide): number {
  return part?.index ?? 0
}
