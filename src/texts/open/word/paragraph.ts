import type { SourceParagraph } from '../../../agreement/index.ts'
import type { Lists, ViewedParagraph, ViewedPiece } from '../../../ooxml/index.ts'

/** Twentieths of a point in a column of a page typed in twelve-point Courier. */
const COLUMN = 144

/** A paragraph as the tree takes it; none where nothing of it is read. */
export function sourceParagraph(paragraph: ViewedParagraph, lists: Lists): SourceParagraph[] | undefined {
  const read = paragraph.pieces.filter(({ omitted }) => omitted === undefined)
  const text = read
    .map(wordsOf)
    .join('')
    .replace(/^[^\S\n\t]+|[^\S\n\t]+$/g, '')
  if (text.trim() === '') return undefined
  const { list, outline, indent } = paragraph.properties
  const set = indent ?? (list && lists.get(list.id)?.levels[list.level]?.indent) ?? 0
  return [
    {
      type: 'paragraph',
      text,
      ...(paragraph.label.trim() !== '' && { label: paragraph.label.trim() }),
      ...(list && paragraph.label.trim() !== '' && { level: list.level }),
      ...(outline !== undefined && { outline }),
      indent: Math.max(0, Math.round(set / COLUMN)),
      ...(isEmphasised(read) && { emphasised: true }),
    },
  ]
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'

/** What a piece says: figures set above or below the line keep their place, so that 10² is not 102. */
function wordsOf({ piece, text }: ViewedPiece): string {
  const { position } = piece.run
  if (position === undefined || !/^\s*\d+\s*$/.test(text)) return text
  const signs = position === 'superscript' ? RAISED : LOWERED
  return text.replace(/\d/g, (digit) => signs[Number(digit)]!)
}

/** Whether all of its words are bold. */
function isEmphasised(pieces: readonly ViewedPiece[]): boolean {
  return pieces.every(({ piece, text }) => piece.run.bold || !/[\p{L}\p{N}]/u.test(text))
}
