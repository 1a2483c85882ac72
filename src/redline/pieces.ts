import { printedWords } from './edit-words.ts'
import { leansLeft, spaceBetween } from './spacing.ts'
import type { MarkedPiece, PlacedEdit } from './types.ts'

/** What an edit does to a clause's text: takes out a run, which may be empty, and puts words in its place. */
interface Splice {
  start: number
  end: number
  words: string
  position: string
  /** Where the words that it names begin or end: an insertion may lean over the space before them. */
  named: number
}

/**
 * The words of a clause in runs, with all edits of it made. Their order does not matter.
 *
 * @param edits of this clause, without `add_clause`, none in conflict with another
 */
export function piecesOf(text: string, edits: readonly PlacedEdit[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { start, end, words, position } of edits.map((edit) => spliceOf(text, edit)).sort(byPlace)) {
    pieces.push({ op: 'equal', text: text.slice(at, start) })
    pieces.push({ op: 'delete', text: text.slice(start, end), position })
    pieces.push({ op: 'insert', text: words, position })
    at = end
  }
  pieces.push({ op: 'equal', text: text.slice(at) })
  return closeGaps(pieces.filter((piece) => piece.text !== ''))
}

/**
 * In order of their places; at one place words come in before others go, those after what stands there before those that
 * lean towards it from what follows, and else by the position's name.
 */
function byPlace(a: Splice, b: Splice): number {
  return a.start - b.start || a.end - b.end || a.named - b.named
}

/** An insertion brings the spaces that it needs, so that a position may be written without minding them. */
function spliceOf(text: string, { edit, start, end, position }: PlacedEdit): Splice {
  const words = printedWords(edit.text)
  switch (edit.operation) {
    case 'delete':
      return { start, end, words: '', position, named: start }
    case 'replace':
      return { start, end, words, position, named: start }
    case 'insert_before': {
      const at = leansLeft(words) && text[start - 1] === ' ' ? start - 1 : start
      return { start: at, end: at, words: spaced(text[at - 1], words, text[at]), position, named: start }
    }
    default:
      return { start: end, end, words: spaced(text[end - 1], words, text[end]), position, named: end }
  }
}

function spaced(left: string | undefined, words: string, right: string | undefined): string {
  const before = spaceBetween(left, words[0]) ? ' ' : ''
  const after = spaceBetween(words.at(-1), right) ? ' ' : ''
  return before + words + after
}

/** Words that go leave no double space behind, and none before a comma or at either end of the clause. */
function closeGaps(pieces: MarkedPiece[]): MarkedPiece[] {
  const kept: MarkedPiece[] = []
  let gone = false
  pieces.forEach((piece, at) => {
    if (piece.op !== 'equal') {
      kept.push(piece)
      return
    }
    let { text } = piece
    const before = kept.findLast(({ op }) => op !== 'delete')?.text.at(-1)
    const next = pieces.slice(at + 1).find(({ op }) => op !== 'delete')?.text
    const [first, last] = [pieces[at - 1]?.position, pieces[at + 1]?.position]
    if (first !== undefined && text.startsWith(' ') && (before === undefined || before === ' ')) {
      kept.push({ op: 'delete', text: ' ', position: first })
      text = text.slice(1)
    }
    const loose = last !== undefined && text.endsWith(' ') && (next === undefined || leansLeft(next))
    if (loose) text = text.slice(0, -1)
    if (text !== '') kept.push({ op: 'equal', text })
    gone ||= text !== piece.text
    if (loose) kept.push({ op: 'delete', text: ' ', position: last })
  })
  // A space that goes may leave another one behind.
  return gone ? closeGaps(kept) : kept
}
