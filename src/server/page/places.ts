import type { Pair } from '../../compare/types.ts'

/**
 * Addresses of clauses in a page besides their own: the path in the agreement (`1.b.i`), and in the use policy with its
 * name (`use-policy/1.a`). A path that both texts have for different clauses is the right text's.
 */
export function placesOf(pairs: readonly Pair[]): ReadonlyMap<Pair, string[]> {
  const places = new Map<Pair, string[]>()
  const taken = new Set<string>()
  for (const side of ['right', 'left'] as const) {
    for (const pair of pairs) {
      const path = pair[side]?.path ?? ''
      // What else has an id in the page has no dot in it and does not begin with a digit.
      if (pair.story.kind !== 'body' || !/^\d|\./.test(path)) continue
      const place = pair.document === 'use-policy' ? `use-policy/${path}` : path
      if (taken.has(place)) continue
      taken.add(place)
      places.set(pair, [...(places.get(pair) ?? []), place])
    }
  }
  return places
}
