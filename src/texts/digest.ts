import { createHash } from 'node:crypto'
import { normalise } from '../agreement/index.ts'

/** SHA-256 of bytes, in hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * SHA-256 of a text's words: two copies that differ in layout, markup, line breaks or the shape of their quotation
 * marks have one digest. The same agreement is published in several such copies.
 */
export function wordsDigest(source: string): string {
  return sha256Of(
    normalise(source)
      .normalize('NFKC')
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’‚]/g, "'")
      .replace(/[‐‑–—]/g, '-')
      .replace(/[\s•]+/g, ''),
  )
}
