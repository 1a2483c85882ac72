import { diffWords } from '../../compare/index.ts'
import type { Piece } from '../types.ts'
import { folded } from './fold.ts'

/** What stays, goes and comes between two texts, word by word. */
export function piecesOf(before: string, after: string): Piece[] {
  return diffWords(folded(before), folded(after)).map(({ op, text }) => ({ op, text }))
}
