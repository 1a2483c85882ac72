/** Two places that may belong together, and what it is worth. */
export interface Link {
  left: number
  right: number
  worth: number
}

/**
 * The links that are worth most together and stand in the same order on both sides, each place once: the global
 * optimum, found in time that grows with the number of links (and its logarithm).
 */
export function heaviestChain(links: readonly Link[], rightLength: number): Link[] {
  const inOrder = [...links].sort((a, b) => a.left - b.left || b.right - a.right)
  // The best chain that ends before a right place, kept as a Fenwick tree over places.
  const best = new Int32Array(rightLength + 1).fill(-1)
  const total = new Float64Array(inOrder.length)
  const previous = new Int32Array(inOrder.length).fill(-1)
  let last = -1
  inOrder.forEach(({ right, worth }, at) => {
    let before = -1
    for (let place = right; place > 0; place -= place & -place) {
      const one = best[place]!
      if (one >= 0 && (before < 0 || total[one]! > total[before]!)) before = one
    }
    previous[at] = before
    total[at] = worth + (before < 0 ? 0 : total[before]!)
    for (let place = right + 1; place <= rightLength; place += place & -place) {
      const one = best[place]!
      if (one < 0 || total[at]! > total[one]!) best[place] = at
    }
    if (last < 0 || total[at]! > total[last]!) last = at
  })
  const chain: Link[] = []
  for (let at = last; at >= 0; at = previous[at]!) chain.push(inOrder[at]!)
  return chain.reverse()
}
