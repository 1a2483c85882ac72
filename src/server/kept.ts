import { randomBytes } from 'node:crypto'
import { boundedCache } from './cache.ts'

/** Things in memory for an hour, each under a name that nobody can guess, up to a number of bytes in all. */
export interface Kept<T> {
  /** @param whose for whom alone it is kept; undefined for whoever knows its name */
  keep(one: T, whose: string | undefined): string
  /** Unless it was kept too long, others have taken its room, or it is another's. */
  find(name: string, whose: string | undefined): T | undefined
  forget(name: string): void
}

const longest = 60 * 60 * 1000

/** @param roomOf about how many bytes one takes */
export function openKept<T>(mostBytes: number, roomOf: (one: T) => number): Kept<T> {
  const kept = boundedCache<{ one: T; until: number; whose: string | undefined }>(mostBytes)
  return {
    keep(one, whose) {
      const name = randomBytes(16).toString('hex')
      kept.set(name, { one, until: Date.now() + longest, whose }, roomOf(one))
      setTimeout(() => kept.delete(name), longest).unref()
      return name
    },
    forget: (name) => kept.delete(name),
    find(name, whose) {
      const found = kept.get(name)
      return found && found.until > Date.now() && found.whose === whose ? found.one : undefined
    },
  }
}
