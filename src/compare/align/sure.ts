import type { Clause } from '../../agreement/index.ts'
import { heaviestChain, type Link } from './heaviest-chain.ts'

interface Placed {
  clause: Clause
  order: number
}

/**
 * Clauses that say the same to the letter, each once in its text: as many words of them as stand in the same order.
 * They need no reading, and cut what is left into short stretches.
 */
export function sureAnswers(left: readonly Placed[], right: readonly Placed[]): Link[] {
  const there = onlyOnce(right)
  const links: Link[] = []
  for (const [text, at] of onlyOnce(left)) {
    const to = there.get(text)
    if (to !== undefined) links.push({ left: at, right: to, worth: text.length })
  }
  return heaviestChain(links, right.length)
}

/** Where each text stands that no other clause has. */
function onlyOnce(units: readonly Placed[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const { clause, order } of units) {
    if (clause.text === '') continue
    if (places.has(clause.text)) twice.add(clause.text)
    places.set(clause.text, order)
  }
  for (const text of twice) places.delete(text)
  return places
}
