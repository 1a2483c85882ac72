import { createHash } from 'node:crypto'
import { normalise } from '../agreement/index.ts'

/** SHA-256 of bytes, in hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The words of a text in order, the same for copies that differ in layout, markup, line breaks or the shape of
 * their quotation marks: the same agreement is published in several such copies.
 */
export function sourceWords(source: string): string[] {
  return normalise(source)
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .split(/[\s•]+/)
    .filter(Boolean)
}

/** SHA-256 of a text's words, in hexadecimal. */
export function wordsDigest(source: string): string {
  return sha256Of(sourceWords(source).join(''))
}
