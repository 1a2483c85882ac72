import { equationText } from '../model/equation.ts'
import { stands } from '../model/revisions.ts'
import type { Paragraph } from '../model/types.ts'
import type { View, ViewedPiece } from './types.ts'

/** The pieces of a paragraph that stand in a view. */
export function viewPieces({ pieces }: Paragraph, { view }: { view: View }): ViewedPiece[] {
  return pieces.flatMap((piece) => {
    if (!stands(piece.revisions, view)) return []
    return [{ piece, text: piece.kind === 'equation' ? equationText(piece.node, view) : piece.text }]
  })
}
