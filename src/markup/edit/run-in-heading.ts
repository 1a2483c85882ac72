import { child, type RunProperties, type ViewedParagraph } from '../../ooxml/index.ts'
import { piecesRead } from './paragraphs.ts'

/**
 * “**Term.** It lasts a year.”: how many characters in front of a paragraph look otherwise than the most of it does; none
 * where all of it looks alike.
 */
export function runInHeading(paragraph: ViewedParagraph): number {
  const pieces = piecesRead(paragraph).filter(({ text }) => text !== '')
  const lengths = new Map<string, number>()
  for (const { piece, text } of pieces)
    lengths.set(lookOf(piece.run), (lengths.get(lookOf(piece.run)) ?? 0) + text.length)
  const [usual] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? []
  let length = 0
  for (const { piece, text } of pieces) {
    if (lookOf(piece.run) === usual) return length
    length += text.length
  }
  return 0
}

function lookOf({ node, bold, capitals }: RunProperties): string {
  const style = child(child(node, 'w:rPr'), 'w:rStyle')?.attributes['w:val']
  return JSON.stringify([bold, capitals, style])
}
