import type { Paragraph, Piece, Revision } from '../../ooxml/index.ts'
import type { CellPlace, Hand } from '../types.ts'

/** Tells whether a tracked change was in what we sent. */
export type Known = (revision: Revision) => boolean

type Block = { type: string }

/**
 * Stands around what a cross-reference shows: a program that saves the file may count it anew, which is nobody's change. It
 * prints nothing (U+2060).
 */
export const REFERENCE = '\u2060'

/** The paragraphs of blocks, those of tables among them. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block as Paragraph]
    return rowsOf(block).flatMap((cells) => cells.flatMap((cell) => paragraphsOf(cell.blocks)))
  })
}

/** The places of the paragraphs that stand in a table; of one in another, those of the inner one. */
export function cellsOf(blocks: readonly Block[]): Map<Paragraph, CellPlace> {
  const found = new Map<Paragraph, CellPlace>()
  for (const cells of blocks.flatMap(rowsOf)) {
    const row = paragraphsOf(cells[0]?.blocks ?? [])
      .map((one) => textOf(one, () => true).replaceAll(REFERENCE, ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    for (const [column, { blocks: inner }] of cells.entries()) {
      paragraphsOf(inner).forEach((one, paragraph) => {
        found.set(one, { row, column, paragraph })
      })
      for (const [one, place] of cellsOf(inner)) found.set(one, place)
    }
  }
  return found
}

function rowsOf(block: Block): { blocks: Block[] }[][] {
  if (block.type !== 'table') return []
  return (block as unknown as { rows: { cells: { blocks: Block[] }[] }[] }).rows.map(({ cells }) => cells)
}

/** The words of a paragraph, where some tracked changes are accepted and the others rejected, or all of them printed. */
export function textOf({ pieces }: Paragraph, accepts: Known | undefined): string {
  return pieces
    .filter((piece) => isRead(piece) && (!accepts || stands(piece.revisions, accepts)))
    .map((piece) => {
      const { text, field } = piece
      // Words that nobody sees are told from words that stand.
      if (isMasked(piece) && text.trim() !== '') return ` [unseen: ${text.trim()}] `
      return field?.kind === 'REF' && text !== '' ? `${REFERENCE}${text}${REFERENCE}` : text
    })
    .join('')
    .replaceAll('] [unseen:', '')
    .replaceAll(`${REFERENCE}${REFERENCE}`, '')
}

/** Words that were struck by hand are read as gone. */
export function isRead({ instruction, run }: Piece): boolean {
  return instruction === undefined && !run.struck
}

/** Hidden, struck by hand or too small to be read: not what stands in the paper for whoever signs it. */
export function isMasked({ text, run, instruction }: Piece): boolean {
  return text.trim() !== '' && instruction === undefined && (run.hidden || run.tiny === true || run.struck)
}

export function stands(revisions: readonly Revision[], accepts: Known): boolean {
  return revisions.every((one) => {
    const arrives = one.kind === 'inserted' || one.kind === 'moved-to'
    return arrives === accepts(one)
  })
}

/** Tracked changes on words and on the end of a paragraph, each once. */
export function revisionsOf({ pieces, mark, revisions }: Paragraph): Revision[] {
  const own = pieces.filter(({ text }) => text !== '').flatMap((piece) => piece.revisions)
  return [...new Set([...revisions, ...own, ...mark.revisions])]
}

/** Whose tracked changes are, each hand once. */
export function handsOf(revisions: readonly Hand[]): Hand[] {
  const hands = new Map<string, Hand>()
  for (const { author, date } of revisions)
    hands.set(`${author}\n${date ?? ''}`, { author, ...(date !== undefined && { date }) })
  return [...hands.values()]
}
