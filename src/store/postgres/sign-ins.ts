import { randomBytes } from 'node:crypto'
import { digestOf } from '../digest.ts'
import type { SignIns } from '../sign-ins.ts'
import type { Database } from './connect.ts'

/** Whoever is signed in, a row each; those whose time is over go as the next one comes. */
export function signInsIn({ ask }: Database, now: () => Date): SignIns {
  return {
    words: /^[\w-]{43}$/,
    async begin(name, until) {
      const word = randomBytes(32).toString('base64url')
      await ask('delete from clausebook.sign_in where until <= $1', [now()])
      await ask('insert into clausebook.sign_in (sha256, name, until) values ($1, $2, $3)', [
        digestOf(word),
        name,
        until,
      ])
      return word
    },
    async find(word) {
      const [found] = await ask<{ name: string }>(
        'select name from clausebook.sign_in where sha256 = $1 and until > $2',
        [digestOf(word), now()],
      )
      return found
    },
    async end(word) {
      await ask('delete from clausebook.sign_in where sha256 = $1', [digestOf(word)])
    },
  }
}
