import { heaviestChain } from './heaviest-chain.ts'
import type { Answers } from './score.ts'
import type { Unit, Units } from './unit.ts'

/**
 * Tells which left clauses stand at another place: under a clause that does not answer the one above, or in another
 * order among their neighbours. Clauses that are inserted or removed move nothing, and what stands below a moved
 * clause moves with it, not by itself.
 */
export function movedOf(units: Units, answers: Answers): Set<number> {
  const moved = new Set<number>()
  const below = new Map<number, number[]>()
  for (const { order } of units.left) {
    const to = answers.left[order]!
    if (to < 0) continue
    const above = nearestAnswered(units.left, order, answers.left)
    const thereAbove = nearestAnswered(units.right, to, answers.right)
    if ((above < 0 ? -1 : answers.left[above]!) !== thereAbove) moved.add(order)
    else {
      const known = below.get(above)
      if (known) known.push(order)
      else below.set(above, [order])
    }
  }
  for (const orders of below.values()) {
    const links = orders.map((left) => ({
      left,
      right: answers.left[left]!,
      worth: 1 + sizeOf(units.left[left]!),
    }))
    const staying = new Set(heaviestChain(links, units.right.length).map(({ left }) => left))
    for (const order of orders) if (!staying.has(order)) moved.add(order)
  }
  return moved
}

/** The next clause above that has an answer; -1 for the agreement itself. */
function nearestAnswered(units: readonly Unit[], order: number, answers: Int32Array): number {
  let above = units[order]!.parent
  while (above >= 0 && answers[above]! < 0) above = units[above]!.parent
  return above
}

/** How many words a clause has, all that stands below it included: of two that changed places the shorter moved. */
function sizeOf({ clause }: Unit): number {
  let size = 0
  const waiting = [clause]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    size += next.text.length
    waiting.push(...next.children)
  }
  return size
}
