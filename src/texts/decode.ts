import { Problem } from '../problem.ts'
import { decodeAs, encodingOf } from './encoding/decoders.ts'
import { guessEncoding } from './encoding/guess.ts'
import { saidEncoding } from './encoding/said.ts'

/** How a text is decoded. */
export interface DecodeOptions {
  /** The encoding that a person names (`windows-1250`, `shift_jis`); by default what the bytes say. */
  encoding?: string
  /** Whether it is a page, whose own `charset` is believed. */
  html?: boolean
}

/** A text, and what it was decoded from. */
export interface DecodedText {
  text: string
  encoding: string
  /** Whether nothing says the encoding, so that it was told from the letters alone. */
  guessed: boolean
}

/**
 * Decodes a text: Unicode in any of its forms where the bytes say so, else what they are likeliest to be. UTF-8 is never
 * guessed: bytes that are UTF-8 by chance are no text in another encoding.
 *
 * @param file its name, for messages
 * @throws Problem where the bytes are no text, or not in the encoding that was named
 * @example
 * decode(bytes, 'umowa.txt') // { text: 'Płatne co miesiąc', encoding: 'windows-1250', guessed: true }
 */
export function decode(bytes: Uint8Array, file: string, options: DecodeOptions = {}): DecodedText {
  const { encoding: named, html = false } = options
  if (named !== undefined && encodingOf(named) === undefined) {
    const reason = `${named} is no encoding that is known: utf-8, utf-16le, windows-1250, macintosh, shift_jis, koi8-r and others`
    throw new Problem('encoding', reason, {})
  }
  const said = named ?? saidEncoding(bytes, html)
  const encoding = said ?? guessEncoding(bytes)
  const text = encoding === undefined ? undefined : decodeAs(bytes, encoding)
  if (text === undefined && named !== undefined) {
    throw new Problem('encoding', `is not in ${named}: name another encoding, or none`, { file })
  }
  if (encoding === undefined || text === undefined || !looksLikeText(text) || (!said && isUnspaced(text))) {
    throw new Problem('binary', 'is not a text: give the agreement as text, Markdown, HTML, Word or PDF', {
      file,
    })
  }
  // Mainframes end their lines with a sign of their own (Unicode, UAX 14: NL).
  return { text: text.replaceAll('\u0085', '\n'), encoding, guessed: said === undefined }
}

/** The words of a text alone, as {@link decode} reads them. */
export function decodeText(bytes: Uint8Array, file: string): string {
  return decode(bytes, file).text
}

/** Single-byte encodings decode any bytes at all, so a picture or an archive is told by its control characters. */
function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false
  const head = text.slice(0, 65_536)
  const odd =
    head.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f\ufffd]|\p{Cn}|\p{Co}/gu)
      ?.length ?? 0
  return odd * 100 <= head.length
}

/** Words of the West, Russia or the East of the Mediterranean have spaces between them, whatever they say; bytes in a code that is not known do not. */
function isUnspaced(text: string): boolean {
  const head = text.slice(0, 65_536)
  if (head.length < 80 || /[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]/.test(head)) return false
  return (head.match(/\s/g)?.length ?? 0) * 50 < head.length
}
