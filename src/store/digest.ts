import { createHash } from 'node:crypto'

/** SHA-256 of the words of a version. */
export function digestOf(yaml: string): string {
  return createHash('sha256').update(yaml).digest('hex')
}

/** Names a version and its words, as whoever saves again says what he has seen. */
export function baseOf(version: number, sha256: string): string {
  return `${version}.${sha256.slice(0, 32)}`
}
