import { raised } from '../../../agreement/index.ts'
import type { ViewedBlock, ViewedPiece } from '../../../ooxml/index.ts'

/** The words of a paragraph's pieces that are read, without space around them. */
export function readWords(pieces: readonly ViewedPiece[]): string {
  return pieceWords(pieces.filter(({ omitted }) => omitted === undefined)).replace(
    /^[^\S\n\t]+|[^\S\n\t]+$/g,
    '',
  )
}

/** The words of pieces; what is raised or lowered keeps its place, so that 10² is not 102. */
export function pieceWords(pieces: readonly ViewedPiece[]): string {
  let words = ''
  for (let at = 0; at < pieces.length; ) {
    const position = pieces[at]!.piece.run.position
    const from = at
    // Runs cut words: what is raised together is read together.
    while (at < pieces.length && pieces[at]!.piece.run.position === position) at += 1
    const text = pieces
      .slice(from, at)
      .map(({ text }) => text)
      .join('')
    words += position ? raised(text, position === 'superscript' ? 'sup' : 'sub') : text
  }
  return words
}

/** The words of the first paragraph that has any. */
export function firstWords(blocks: readonly ViewedBlock[]): string {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    const words = readWords(block.pieces)
    if (words !== '') return words
  }
  return ''
}
