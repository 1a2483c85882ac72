import type { Pair } from '../../compare/types.ts'

/** Where a clause stands in a page: the address that a link has, and those of older links. */
export interface Place {
  /** `1.b.i`, of the use policy `policy-1.2`; `clause-12` for what has no path of its own. */
  anchor: string
  others: string[]
}

/**
 * The addresses of clauses in a page. A path that both texts have for different clauses is the right text's.
 * Older links have a clause's place in the list (`clause-12`) and of the use policy its path (`use-policy/1.a`).
 */
export function placesOf(pairs: readonly Pair[]): ReadonlyMap<Pair, Place> {
  const paths = new Map<Pair, string[]>()
  const taken = new Set<string>()
  for (const side of ['right', 'left'] as const) {
    for (const pair of pairs) {
      const path = pair[side]?.path ?? ''
      // What else has an id in the page has no dot in it and does not begin with a digit; no id has a space.
      if (pair.story.kind !== 'body' || !/^\d|\./.test(path) || /\s/.test(path)) continue
      const place = `${pair.document}/${path}`
      if (taken.has(place)) continue
      taken.add(place)
      paths.set(pair, [...(paths.get(pair) ?? []), path])
    }
  }
  return new Map(
    pairs.map((pair, at) => {
      const own = paths.get(pair) ?? []
      const listed = `clause-${at + 1}`
      const addresses =
        pair.document === 'use-policy'
          ? [...own.map((path) => `policy-${path}`), ...own.map((path) => `use-policy/${path}`)]
          : own
      // A cell is one of many in its table: it keeps its place in the list.
      const [anchor, ...others] = pair.cell ? [listed, ...addresses] : [...addresses, listed]
      return [pair, { anchor: anchor!, others }]
    }),
  )
}
