import type { Piece } from '../../compare/types.ts'

/** A run of words, and whether they are what was searched. */
export interface Run extends Piece {
  hit: boolean
}

/** What is searched, whatever its case. */
export function soughtWords(q: string): RegExp {
  return new RegExp(q.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu')
}

/** The pieces cut where the words that are searched begin and end, in the left text and in the right. */
export function runsWithHits(pieces: readonly Piece[], sought: RegExp | undefined): Run[] {
  if (!sought) return pieces.map((piece) => ({ ...piece, hit: false }))
  const marked = pieces.map(({ text }) => new Uint8Array(text.length))
  for (const passed of ['insert', 'delete'] as const) markSide(pieces, marked, passed, sought)
  return pieces.flatMap((piece, at) => cut(piece, marked[at]!))
}

/** Marks the hits in one side's text: what the other side alone has is passed over. */
function markSide(
  pieces: readonly Piece[],
  marked: readonly Uint8Array[],
  passed: Piece['op'],
  sought: RegExp,
): void {
  let text = ''
  const starts = pieces.map((piece) => {
    const start = text.length
    if (piece.op !== passed) text += piece.text
    return start
  })
  for (const { index, 0: hit } of text.matchAll(sought))
    for (const [at, piece] of pieces.entries()) {
      const from = Math.max(0, index - starts[at]!)
      const to = Math.min(piece.text.length, index + hit.length - starts[at]!)
      if (piece.op !== passed && from < to) marked[at]!.fill(1, from, to)
    }
}

function cut(piece: Piece, marks: Uint8Array): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < marks.length; ) {
    const change = marks.subarray(from).findIndex((mark) => mark !== marks[from])
    const to = change < 0 ? marks.length : from + change
    runs.push({ ...piece, text: piece.text.slice(from, to), hit: marks[from] === 1 })
    from = to
  }
  return runs
}
