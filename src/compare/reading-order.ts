import type { Bond } from './pair.ts'

/**
 * The order in which a reader goes through a comparison: that of the right text, and a clause that is gone behind the
 * one that it stood behind.
 */
export function inReadingOrder(bonds: readonly Bond[]): Bond[] {
  const here = bonds.filter(({ right }) => right).sort((a, b) => placeOf(a, 'right') - placeOf(b, 'right'))
  const gone = bonds.filter(({ right }) => !right).sort((a, b) => placeOf(a, 'left') - placeOf(b, 'left'))
  // Behind which of those that are here: the last before it on the left that has not moved.
  const before = here
    .filter(({ left, moved }) => left && !moved)
    .sort((a, b) => placeOf(a, 'left') - placeOf(b, 'left'))
  const behind = new Map<Bond | undefined, Bond[]>()
  let at = 0
  for (const bond of gone) {
    while (at < before.length && placeOf(before[at]!, 'left') < placeOf(bond, 'left')) at += 1
    const anchor = before[at - 1]
    const known = behind.get(anchor)
    if (known) known.push(bond)
    else behind.set(anchor, [bond])
  }
  return [...(behind.get(undefined) ?? []), ...here.flatMap((bond) => [bond, ...(behind.get(bond) ?? [])])]
}

/** Parts of one clause follow each other. */
function placeOf(bond: Bond, side: 'left' | 'right'): number {
  const { unit, part } = bond[side]!
  return unit.order + (part ? part.index / part.of : 0)
}
