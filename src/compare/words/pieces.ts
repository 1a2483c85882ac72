import type { Piece } from '../types.ts'
import type { Change, Token } from './types.ts'
import { typographicPieces } from './typography.ts'

/** One text with its tokens. */
export interface TokenText {
  text: string
  tokens: readonly Token[]
}

/**
 * The pieces of two texts. Equal and deleted ones joined give the left text to the letter, equal and inserted ones
 * the right: of a word that differs in typography alone the sign that differs is deleted and inserted, and marked so.
 */
export function piecesOf(left: TokenText, right: TokenText, changes: readonly Change[]): Piece[] {
  const pieces = new PieceList()
  let [at, to] = [0, 0]
  let [from, start] = [0, 0]
  for (const change of [...changes, undefined]) {
    const end = change?.left[0] ?? left.tokens.length
    while (at < end) {
      const [one, other] = [left.tokens[at]!, right.tokens[to]!]
      pieces.match(left.text.slice(from, one.start), right.text.slice(start, other.start))
      pieces.match(left.text.slice(one.start, one.end), right.text.slice(other.start, other.end))
      from = one.end
      start = other.end
      at += 1
      to += 1
    }
    if (!change) break
    at = change.left[1]
    to = change.right[1]
    const next = left.tokens[at]?.start ?? left.text.length
    const follows = right.tokens[to]?.start ?? right.text.length
    pieces.replace(left.text.slice(from, next), right.text.slice(start, follows))
    from = next
    start = follows
  }
  pieces.match(left.text.slice(from), right.text.slice(start))
  return pieces.all()
}

/**
 * Pieces in order; what touches is joined, a space between two changes belongs to both, and of a change what is
 * deleted comes first.
 */
class PieceList {
  readonly #pieces: Piece[] = []
  #equal = ''
  #deleted = ''
  #inserted = ''

  /** Words or spaces that answer each other: they may differ in their typography alone. */
  match(left: string, right: string): void {
    const typographic = left === right ? undefined : typographicPieces(left, right)
    if (!typographic) {
      this.replace(left, right)
      return
    }
    for (const piece of typographic) {
      if (piece.op === 'equal') this.#keep(piece.text)
      else {
        this.#close()
        this.#pieces.push(piece)
      }
    }
  }

  /** One stretch of each text; white space that both have at its ends stays. */
  replace(left: string, right: string): void {
    if (left === right) {
      this.#keep(left)
      return
    }
    const before = commonSpace(left, right)
    const [one, other] = [left.slice(before.length), right.slice(before.length)]
    const after = commonSpaceAtEnd(one, other)
    this.#keep(before)
    this.#change(one.slice(0, one.length - after.length), other.slice(0, other.length - after.length))
    this.#keep(after)
  }

  all(): Piece[] {
    this.#close()
    return this.#pieces
  }

  #keep(text: string): void {
    this.#equal += text
  }

  #change(deleted: string, inserted: string): void {
    if (deleted === '' && inserted === '') return
    if (this.#equal !== '') {
      if (/\S/.test(this.#equal) || this.#deleted + this.#inserted === '') this.#close()
      else {
        this.#deleted += this.#equal
        this.#inserted += this.#equal
        this.#equal = ''
      }
    }
    this.#deleted += deleted
    this.#inserted += inserted
  }

  /** Writes what has come together: a change, and the equal words behind it. */
  #close(): void {
    if (this.#deleted !== '') this.#pieces.push({ op: 'delete', text: this.#deleted })
    if (this.#inserted !== '') this.#pieces.push({ op: 'insert', text: this.#inserted })
    if (this.#equal !== '') this.#pieces.push({ op: 'equal', text: this.#equal })
    this.#deleted = this.#inserted = this.#equal = ''
  }
}

function commonSpace(left: string, right: string): string {
  let length = 0
  while (length < left.length && left[length] === right[length] && /\s/.test(left[length]!)) length += 1
  return left.slice(0, length)
}

function commonSpaceAtEnd(left: string, right: string): string {
  let length = 0
  while (
    length < Math.min(left.length, right.length) &&
    left.at(-1 - length) === right.at(-1 - length) &&
    /\s/.test(left.at(-1 - length)!)
  )
    length += 1
  return left.slice(left.length - length)
}
