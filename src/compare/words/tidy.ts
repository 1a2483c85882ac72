import { fewestBetween, isIsland } from './island.ts'
import type { Match } from './match.ts'
import { slid } from './slide.ts'
import type { Change, Token } from './types.ts'

/** The changes between tokens that stay, as a reader wants them: without islands, each where a phrase starts. */
export function changesOf(
  left: readonly Token[],
  right: readonly Token[],
  matches: readonly Match[],
): Change[] {
  const changes: Change[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...matches, [left.length, right.length] as const]) {
    if (one > at || other > to) {
      const change: Change = { left: [at, one], right: [to, other] }
      const last = changes.at(-1)
      if (last && isIsland(left, last.left[1], at, fewestBetween(left, right, last, change))) {
        last.left[1] = one
        last.right[1] = other
      } else changes.push(change)
    }
    at = one + 1
    to = other + 1
  }
  changes.forEach((change, place) => {
    changes[place] = slid(left, right, change, changes[place - 1], changes[place + 1])
  })
  return changes
}
