import { raised, type SourceParagraph } from '../../../agreement/index.ts'
import type { Lists, ViewedParagraph, ViewedPiece } from '../../../ooxml/index.ts'

/** Twentieths of a point in a column of a page typed in twelve-point Courier. */
const COLUMN = 144

/** A paragraph as the tree takes it; none where nothing of it is read. */
export function sourceParagraph(paragraph: ViewedParagraph, lists: Lists): SourceParagraph[] | undefined {
  const read = paragraph.pieces.filter(({ omitted }) => omitted === undefined)
  const text = wordsOf(read).replace(/^[^\S\n\t]+|[^\S\n\t]+$/g, '')
  if (text.trim() === '') return undefined
  const { list, outline, indent } = paragraph.properties
  const set = indent ?? (list && lists.get(list.id)?.levels[list.level]?.indent) ?? 0
  return [
    {
      type: 'paragraph',
      text,
      ...(paragraph.label.trim() !== '' && { label: paragraph.label.trim() }),
      ...(list &&
        paragraph.label.trim() !== '' && {
          level: list.level,
          list: lists.get(list.id)?.abstract ?? list.id,
        }),
      ...(outline !== undefined && { outline }),
      indent: Math.max(0, Math.round(set / COLUMN)),
      ...(isEmphasised(read) && { emphasised: true }),
    },
  ]
}

/** The words of pieces; what is raised or lowered keeps its place, so that 10² is not 102. */
export function wordsOf(pieces: readonly ViewedPiece[]): string {
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

/** Whether all of its words are bold. */
function isEmphasised(pieces: readonly ViewedPiece[]): boolean {
  return pieces.every(({ piece, text }) => piece.run.bold || !/[\p{L}\p{N}]/u.test(text))
}
