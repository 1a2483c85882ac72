import { randomBytes } from 'node:crypto'
import { boundedCache } from './cache.ts'

/** Things in memory for an hour, each under a name that nobody can guess, up to a number of bytes in all. */
export interface Kept<T> {
  keep(one: T): string
  /** Unless it was kept too long or others have taken its room. */
  find(name: string): T | undefined
  forget(name: string): void
}

const longest = 60 * 60 * 1000

/** @param roomOf about how many bytes one takes */
export function openKept<T>(mostBytes: number, roomOf: (one: T) => number): Kept<T> {
  const kept = boundedCache<{ one: T; until: number }>(mostBytes)
  return {
    keep(one) {
      const name = randomBytes(16).toString('hex')
      kept.set(name, { one, until: Date.now() + longest }, roomOf(one))
      setTimeout(() => kept.delete(name), longest).unref()
      return name
    },
    forget: (name) => kept.delete(name),
    find(name) {
      const found = kept.get(name)
      return found && found.until > Date.now() ? found.one : undefined
    },
  }
}
