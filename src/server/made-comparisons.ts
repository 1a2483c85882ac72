import { boundedCache, type Cache } from './cache.ts'
import type { Compared } from './work/compare.ts'

/** Comparisons that are being made or were, so that the same is not made twice. */
export type Comparisons = Cache<Making>

/** One of them. */
export interface Making {
  made: Promise<Compared>
  /** How many wait for it. */
  waiting: number
  stop: AbortController
}

/** A comparison takes more room than its words: pieces, sides, topics. */
export function openComparisons(): Comparisons {
  return boundedCache(128 * 1024 * 1024)
}
