import type { Piece } from '../types.ts'

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' }

/** A sign whatever its shape: kinds of quotation mark, apostrophe, hyphen and space; an invisible sign is none. */
function shapeless(sign: string): string {
  if (sign >= '\u0021' && sign <= '\u007e') return sign
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(sign)) return ''
  if (/\s/.test(sign)) return ' '
  if (/[‘’‛′]/.test(sign)) return "'"
  if (/[“”„‟″«»]/.test(sign)) return '"'
  if (/[‐‑‒–—−]/.test(sign)) return '-'
  return LIGATURES[sign] ?? sign
}

/** Words without their typography, capitals as they are: `“re‑sign”` is `"re-sign"`, and never `resign`. */
export function withoutTypography(words: string): string {
  if (/^[\x21-\x7e]*$/.test(words)) return words
  return Array.from(words.normalize('NFC'), shapeless).join('').replace(/ +/g, ' ')
}

/**
 * The pieces of words that differ in their typography alone: each sign that differs, and no more, so that a redline
 * replaces a quotation mark and not the word.
 *
 * @returns undefined where they differ in more than that (capitals, separators of thousands)
 */
export function typographicPieces(left: string, right: string): Piece[] | undefined {
  const pieces: Piece[] = []
  const add = (op: Piece['op'], text: string) => {
    if (text === '') return
    const last = pieces.at(-1)
    if (last?.op === op) last.text += text
    else pieces.push(op === 'equal' ? { op, text } : { op, text, typography: true })
  }
  let [at, to] = [0, 0]
  while (at < left.length || to < right.length) {
    const [one, other] = [signAt(left, at), signAt(right, to)]
    if (one !== '' && one === other) {
      add('equal', one)
      at += one.length
      to += other.length
      continue
    }
    const [from, into] = [shapeless(one), shapeless(other)]
    if (one !== '' && (from === '' || (from === ' ' && into !== ' '))) {
      add('delete', one)
      at += one.length
    } else if (other !== '' && (into === '' || (into === ' ' && from !== ' '))) {
      add('insert', other)
      to += other.length
    } else if (from !== '' && from === into) {
      add('delete', one)
      add('insert', other)
      at += one.length
      to += other.length
    } else if (from.length > 1 && right.startsWith(from, to)) {
      add('delete', one)
      add('insert', from)
      at += one.length
      to += from.length
    } else if (into.length > 1 && left.startsWith(into, at)) {
      add('delete', into)
      add('insert', other)
      at += into.length
      to += other.length
    } else return undefined
  }
  return pieces
}

function signAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}
