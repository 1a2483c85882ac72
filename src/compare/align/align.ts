import { candidates } from './candidates.ts'
import { heaviestChain, type Link } from './heaviest-chain.ts'
import { matchMoved } from './moved.ts'
import { type Answers, leastScore, scoreOf, worth } from './score.ts'
import type { Units } from './unit.ts'

/** A stretch of clauses between two that are sure is compared each with each up to this many comparisons. */
const mostInGap = 4096

/**
 * Tells which clauses answer each other, without knowing the agreements: those that in the texts' order make the
 * most of words, headings and places together, then what moved.
 */
export function align(units: Units): Answers {
  const found = new Set<number>()
  candidates(units, (left, right) => found.add(left * units.right.length + right))
  const first = answersOf(units, chainOf(units, found))
  // A second time, now that it is known which clauses above answer each other.
  gaps(units, first, (left, right) => found.add(left * units.right.length + right))
  const second = answersOf(units, chainOf(units, found, first))
  matchMoved(units, second, found)
  return second
}

function chainOf(units: Units, found: Iterable<number>, answers?: Answers): Link[] {
  const links: Link[] = []
  for (const pair of found) {
    const [at, to] = [Math.floor(pair / units.right.length), pair % units.right.length]
    const [left, right] = [units.left[at]!, units.right[to]!]
    const score = scoreOf(left, right, units, answers)
    if (score >= leastScore) links.push({ left: at, right: to, worth: worth(left, right, score) })
  }
  return heaviestChain(links, units.right.length)
}

function answersOf(units: Units, chain: readonly Link[]): Answers {
  const answers = {
    left: new Int32Array(units.left.length).fill(-1),
    right: new Int32Array(units.right.length).fill(-1),
  }
  for (const { left, right } of chain) {
    answers.left[left] = right
    answers.right[right] = left
  }
  return answers
}

/** Calls back with every pair of clauses that stand between the same two answers. */
function gaps(units: Units, answers: Answers, found: (left: number, right: number) => void): void {
  let [from, start] = [0, 0]
  for (let at = 0; at <= units.left.length; at += 1) {
    const to = at === units.left.length ? units.right.length : answers.left[at]!
    if (to < 0) continue
    if ((at - from) * (to - start) <= mostInGap) {
      for (let one = from; one < at; one += 1)
        for (let other = start; other < to; other += 1) found(one, other)
    }
    from = at + 1
    start = to + 1
  }
}
