import type { SourceParagraph } from '../../../agreement/index.ts'
import type { Lists, ViewedParagraph, ViewedPiece } from '../../../ooxml/index.ts'
import { wordsOfLabel } from './label.ts'
import { readWords } from './piece-words.ts'
import { spotsIn } from './spots.ts'

/** Twentieths of a point in a column of a page typed in twelve-point Courier. */
const COLUMN = 144

/** A paragraph as the tree takes it; none where nothing of it is read. */
export function sourceParagraph(
  paragraph: ViewedParagraph,
  lists: Lists,
  notes: ReadonlyMap<string, number>,
): SourceParagraph[] | undefined {
  const read = paragraph.pieces.filter(({ omitted }) => omitted === undefined)
  const words = readWords(read)
  if (words.trim() === '') return undefined
  const said = paragraph.label === '' ? undefined : wordsOfLabel(paragraph, lists)
  const label = said === undefined ? paragraph.label.trim() : ''
  const text = said === undefined ? words : `${said} ${words}`
  const spots = spotsIn(paragraph.pieces, text.length - words.length, notes)
  const { list, outline, indent } = paragraph.properties
  const set = indent ?? (list && lists.get(list.id)?.levels[list.level]?.indent) ?? 0
  return [
    {
      type: 'paragraph',
      text,
      ...(label !== '' && { label }),
      ...(list &&
        label !== '' && {
          level: list.level,
          list: lists.get(list.id)?.abstract ?? list.id,
        }),
      ...(outline !== undefined && { outline }),
      indent: Math.max(0, Math.round(set / COLUMN)),
      ...(isEmphasised(read) && { emphasised: true }),
      ...(spots.length > 0 && { spots }),
    },
  ]
}

/** Whether all of its words are bold. */
function isEmphasised(pieces: readonly ViewedPiece[]): boolean {
  return pieces.every(({ piece, text }) => piece.run.bold || !/[\p{L}\p{N}]/u.test(text))
}
