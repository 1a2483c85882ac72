import type { Pair, Piece } from '../types.ts'

/** A pair as every report heads it. */
export interface PairHead {
  /** Address on the left, for example `Section 1.b.i`; empty where the clause is not there. */
  left: string
  right: string
  /** `Section 1.b.i`, or `Section 1.b.iv → Section 1.b.iii` where the two differ. */
  address: string
  /** The right heading, or the left one where there is no other; empty where there is none. */
  heading: string
}

/** How a pair is addressed. */
export function headOf({ left, right }: Pair): PairHead {
  const [from, to] = [addressOf(left), addressOf(right)]
  return {
    left: from,
    right: to,
    address: from === '' || to === '' || from === to ? from || to : `${from} → ${to}`,
    heading: endless(right?.heading || left?.heading || ''),
  }
}

function addressOf(side: Pair['left']): string {
  if (!side) return ''
  const { section, part } = side
  return part && part.of > 1 ? `${section} (part ${part.index + 1} of ${part.of})` : section
}

/** A heading without the full stop or colon that it ends with in the text. */
function endless(heading: string): string {
  return heading.trim().replace(/[.:]$/, '')
}

/** The clause's pieces in two: its heading, which a report sets in bold, and the rest. */
export interface HeadedPieces {
  heading: Piece[]
  body: Piece[]
}

/**
 * Parts the heading's words from the others. The pieces of both still give the left and the right text in order; at
 * most, a deletion that runs past the heading's end changes places with the insertion behind it.
 */
export function headedPieces({ left, right, pieces }: Pair): HeadedPieces {
  const rest = { left: headingLength(left), right: headingLength(right) }
  const parted: HeadedPieces = { heading: [], body: [] }
  for (const { op, text } of pieces) {
    // Words that both have follow what is in the body already: the heading is over.
    if (op === 'equal' && parted.body.length > 0) rest.left = rest.right = 0
    const room = Math.max(op === 'insert' ? 0 : rest.left, op === 'delete' ? 0 : rest.right)
    const [head, tail] = [text.slice(0, room), text.slice(room)]
    if (head !== '') parted.heading.push({ op, text: head })
    if (tail !== '') parted.body.push({ op, text: tail })
    if (op !== 'insert') rest.left = Math.max(0, rest.left - text.length)
    if (op !== 'delete') rest.right = Math.max(0, rest.right - text.length)
    if (op === 'equal' && tail !== '') rest.left = rest.right = 0
  }
  return parted
}

function headingLength(side: Pair['left']): number {
  return side && side.heading !== '' && side.text.startsWith(side.heading) ? side.heading.length : 0
}

/** How many words a pair loses and gains. */
export function wordCount({ pieces }: Pair): { deleted: number; inserted: number } {
  const count = (op: Piece['op']) =>
    pieces.filter((piece) => piece.op === op).reduce((sum, { text }) => sum + countWordsIn(text), 0)
  return { deleted: count('delete'), inserted: count('insert') }
}

/** Words alone: a changed comma is no word. */
function countWordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*(?:,\d+)*/gu)?.length ?? 0
}
