import { compareRestated, restatedNote } from '../compare/knowledge/index.ts'
import type { Comparison } from '../compare/types.ts'
import { nameText } from '../texts/index.ts'
import { boundedCache, type Cache } from './cache.ts'
import type { CompareQuery } from './page/query.ts'
import type { Site } from './site.ts'

/** A comparison with what a reader must know of it. */
export interface Compared {
  comparison: Comparison
  notes: string[]
  /** Texts whose official words were wanted and are not here. */
  missing: string[]
}

const caches = new WeakMap<Site, Cache<Compared>>()

/** Comparisons take more room than their words do: pieces, sides, topics. */
const mostBytes = 64 * 1024 * 1024

/**
 * Compares two texts of the library, or takes the comparison that was made before of the same bytes.
 *
 * @throws Problem where one is not known
 */
export async function compareFor(
  site: Site,
  left: string,
  right: string,
  { text }: CompareQuery,
): Promise<Compared> {
  const names = [left, right].map((id) => nameText(id, site.library.licenses).id)
  const key = [...names, text ?? ''].join('\n')
  const cache = caches.get(site) ?? boundedCache<Compared>(mostBytes)
  caches.set(site, cache)
  const known = cache.get(key)
  if (known) return known
  const made: Compared = {
    comparison: compareRestated(site.library, names[0]!, names[1]!),
    notes: [restatedNote],
    missing: [],
  }
  cache.set(key, made, JSON.stringify(made).length)
  return made
}
