import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A token that nobody guesses: 256 bits, in letters that stand in an address as they are. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether words could be a token at all. */
export function isToken(words: string): boolean {
  return /^[\w-]{43}$/.test(words)
}

export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether two digests are the same, in a time that tells nothing of where they differ. */
export function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
