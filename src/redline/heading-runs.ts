import type { MarkedPiece } from './types.ts'

/** Words with their fate, as the comparison and the redline have them. */
type Piece = Pick<MarkedPiece, 'op' | 'text'>

/**
 * The pieces of a clause, cut where its heading ends: before the changes for what stands there, after them for what is
 * inserted. Every form of a redline prints the heading by it, so that an added one looks like those that were there.
 *
 * @param headingBefore length of the heading in the words before the changes (UTF-16 units)
 * @param headingAfter length of the heading in the words after the changes
 */
export function headingRuns<P extends Piece>(
  pieces: readonly P[],
  headingBefore: number,
  headingAfter: number,
): (P & { heading: boolean })[] {
  let before = 0
  let after = 0
  return pieces.flatMap((piece) => {
    const { op, text } = piece
    const rest = op === 'insert' ? headingAfter - after : headingBefore - before
    if (op !== 'insert') before += text.length
    if (op !== 'delete') after += text.length
    const cut = Math.min(Math.max(rest, 0), text.length)
    return [
      { ...piece, text: text.slice(0, cut), heading: true },
      { ...piece, text: text.slice(cut), heading: false },
    ].filter((run) => run.text !== '')
  })
}

/** The runs of a marked clause, by the heading that its words begin with before and after. */
export function markedRuns(
  heading: string,
  pieces: readonly MarkedPiece[],
): (MarkedPiece & { heading: boolean })[] {
  const lengthIn = (without: MarkedPiece['op']) => {
    const text = pieces.flatMap((piece) => (piece.op === without ? [] : piece.text)).join('')
    return text.startsWith(heading) ? heading.length : 0
  }
  return headingRuns(pieces, lengthIn('insert'), lengthIn('delete'))
}
