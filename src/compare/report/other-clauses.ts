import type { Comparison, Pair } from '../types.ts'
import { changedWords } from './changed-words.ts'
import { headOf } from './clause.ts'
import { isChange } from './status.ts'

/** Clauses that changed and stand under no topic of a summary, in the order of the text. */
export interface OtherClauses {
  pairs: Pair[]
  /** What changed in each: `Payment (2): “thirty (30)” → “sixty (60)”`. */
  says: string[]
}

/** So many clauses are told one by one. */
const mostTold = 12

/**
 * What changed beside the topics that are told: a text that the library does not know says more than it recognises.
 *
 * @param places those of the pairs that the topics tell
 */
export function otherClauses({ pairs }: Comparison, places: Iterable<number>): OtherClauses {
  const told = new Set(places)
  const others = pairs.filter((pair, at) => isChange(pair) && !told.has(at))
  const more = others.length - mostTold
  return {
    pairs: others,
    says: [...others.slice(0, mostTold).map(changeOf), ...(more > 0 ? [`${more} more`] : [])],
  }
}

/** `4 changed, 1 added`. */
export function countedChanges(pairs: readonly Pair[]): string {
  const counted = new Map<string, number>()
  for (const pair of pairs) counted.set(manner(pair), (counted.get(manner(pair)) ?? 0) + 1)
  return manners.flatMap((one) => (counted.has(one) ? [`${counted.get(one)} ${one}`] : [])).join(', ')
}

/** `2`, or the name of what has no number. */
export function numberOf(pair: Pair): string {
  return headOf(pair).address.replace(/\bSections? /g, '')
}

const manners = ['changed', 'added', 'gone', 'moved'] as const

function manner({ status }: Pair): (typeof manners)[number] {
  if (status === 'removed') return 'gone'
  return status === 'changed' || status === 'added' ? status : 'moved'
}

function changeOf(pair: Pair): string {
  const { heading } = headOf(pair)
  const number = numberOf(pair)
  const name = heading === '' ? number : `${heading} (${number})`
  const words = changedWords([pair])
  return `${name}: ${manner(pair) === 'changed' ? words.join(', ') || 'in other words' : manner(pair)}`
}
