import { createHash } from 'node:crypto'

/** SHA-256 of the words of a version, or of the bytes of a document. */
export function digestOf(words: string | Uint8Array): string {
  return createHash('sha256').update(words).digest('hex')
}

/** Names a version and its words, as whoever saves again says what he has seen. */
export function baseOf(version: number, sha256: string): string {
  return `${version}.${sha256.slice(0, 32)}`
}
