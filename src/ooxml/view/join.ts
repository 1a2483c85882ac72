import type { Paragraph, ParagraphProperties } from '../model/types.ts'
import type { View, ViewedPiece } from './types.ts'

/** Paragraphs of the file that print as one. */
export interface Joined {
  sources: Paragraph[]
  properties: ParagraphProperties
  pieces: ViewedPiece[]
}

/**
 * Joins a paragraph to those before it, of which the marks are deleted or hidden. Where nothing of them is left, the
 * paragraph is what it was; else they give it their looks and their number.
 */
export function joinParagraphs(
  before: Joined | undefined,
  paragraph: Paragraph,
  pieces: ViewedPiece[],
  { view, hidden }: { view: View; hidden: boolean },
): Joined {
  const properties = (view === 'original' && paragraph.before) || paragraph.properties
  if (!before) return { sources: [paragraph], properties, pieces }
  const sources = [...before.sources, paragraph]
  const printed = before.pieces.some(({ text, piece }) => text !== '' && (hidden || !piece.run.hidden))
  return {
    sources,
    properties: printed ? before.properties : properties,
    pieces: before.pieces.concat(pieces),
  }
}
