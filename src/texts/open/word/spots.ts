import { raised, roman, type SourceSpot } from '../../../agreement/index.ts'
import type { Control, ViewedPiece } from '../../../ooxml/index.ts'
import { pieceWords, readWords } from './piece-words.ts'

/**
 * What is known of a paragraph's words beside the words: see {@link SourceSpot}.
 *
 * @param shift how many signs stand in the text before the words of the pieces
 * @param notes numbers of notes, by kind and id
 */
export function spotsIn(
  pieces: readonly ViewedPiece[],
  shift: number,
  notes: ReadonlyMap<string, number>,
): SourceSpot[] {
  const spots: SourceSpot[] = []
  let ends: number[] | undefined
  const add = (at: number, spot: Pick<SourceSpot, 'kind' | 'number'>) => {
    ends ??= endsOf(pieces)
    const [start, end] = [ends[at - 1] ?? 0, ends[at]!]
    const last = spots.at(-1)
    if (last && last.kind === spot.kind && last.end === start + shift && spot.number === undefined)
      last.end = end + shift
    else spots.push({ ...spot, start: start + shift, end: end + shift })
  }
  for (const [at, { piece, text, omitted }] of pieces.entries()) {
    if (omitted === 'page-number') add(at, { kind: 'page-number' })
    if (omitted !== undefined) continue
    if (piece.kind === 'footnote-reference' || piece.kind === 'endnote-reference') {
      const kind = piece.kind === 'footnote-reference' ? 'footnote' : 'endnote'
      const number = notes.get(`${kind} ${piece.target}`)
      // Word counts endnotes in small Roman numbers where nothing else is said (17.11.17).
      const said = number === undefined ? '' : kind === 'footnote' ? String(number) : roman(number)
      if (said !== '') add(at, { kind: 'note', number: raised(said, 'sup') })
    }
    if (text === '') continue
    if (isPlaceholder(piece.control)) add(at, { kind: 'placeholder' })
    if (piece.run.struck) add(at, { kind: 'struck' })
    if (piece.run.capitals) add(at, { kind: 'capitals' })
  }
  return spots
}

/** Where each piece ends in the words that are read. */
function endsOf(pieces: readonly ViewedPiece[]): number[] {
  const whole = readWords(pieces)
  const ends: number[] = []
  let words = ''
  for (let at = 0; at < pieces.length; ) {
    const { position } = pieces[at]!.piece.run
    const from = at
    while (at < pieces.length && pieces[at]!.piece.run.position === position) at += 1
    const group = pieces.slice(from, at).filter(({ omitted }) => omitted === undefined)
    if (position === undefined) {
      for (const { text, omitted } of pieces.slice(from, at)) {
        if (omitted === undefined) words += text
        ends.push(words.length)
      }
    } else {
      words += pieceWords(group)
      for (let one = from; one < at; one += 1) ends.push(words.length)
    }
  }
  const lead = /^[^\S\n\t]*/.exec(words)![0].length
  return ends.map((end) => Math.min(Math.max(0, end - lead), whole.length))
}

function isPlaceholder(control: Control | undefined): boolean {
  for (let one = control; one; one = one.outer) if (one.placeholder) return true
  return false
}
