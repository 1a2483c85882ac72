import type { ViewedBlock, ViewedParagraph, ViewedPiece } from '../../ooxml/index.ts'

/** The pieces of a paragraph that are read: no hidden ones, no instructions of fields. */
export function piecesRead({ pieces }: ViewedParagraph): ViewedPiece[] {
  return pieces.filter(({ omitted }) => omitted === undefined)
}

/** The words of a paragraph as they print, without the number that its list gives it. */
export function wordsOfParagraph(paragraph: ViewedParagraph): string {
  return piecesRead(paragraph)
    .map(({ text }) => text)
    .join('')
}

/** The paragraphs of blocks in reading order, those of tables among them. */
export function paragraphsIn(blocks: readonly ViewedBlock[]): ViewedParagraph[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block]
    if (block.type === 'chunk') return []
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks)))
  })
}
