import { candidates } from './candidates.ts'
import { matchForm } from './form.ts'
import { heaviestChain, type Link } from './heaviest-chain.ts'
import { matchInPlace } from './in-place.ts'
import { matchLeftOver } from './left-over.ts'
import { matchLone, type Places } from './lone.ts'
import { matchMoved } from './moved.ts'
import { NextBest } from './next-best.ts'
import { matchParents } from './parents.ts'
import { type Answers, aloneBy, leastAlone, leastScore, scoreOf, worth } from './score.ts'
import { matchTitles } from './titles.ts'
import type { Units } from './unit.ts'

/** A stretch of clauses between two that are sure is compared each with each up to this many comparisons. */
const mostInGap = 4096

/**
 * Tells which clauses answer each other, without knowing the agreements: those that in the texts' order make the
 * most of words, headings and places together, then what moved.
 *
 * @param places where what is alone at its place answers what is alone at the same one, whatever it says
 */
export function align(units: Units, places?: Places): Answers {
  const found = new Set<number>()
  candidates(units, (left, right) => found.add(left * units.right.length + right))
  const first = answersOf(units, linksOf(units, found))
  // A second time, now that it is known which clauses above answer each other.
  gaps(units, first, (left, right) => found.add(left * units.right.length + right))
  const second = answersOf(units, linksOf(units, found, first))
  matchMoved(units, second, found)
  matchLeftOver(units, second, found)
  if (places) matchLone(units, second, places)
  matchInPlace(units, second)
  matchForm(units, second)
  matchTitles(units, second)
  matchParents(units, second)
  return second
}

interface Scored extends Link {
  score: number
  /** The score without what the topics add. */
  plain: number
  /** Whether the two are about different topics. */
  otherwise: boolean
}

/** The clauses that may answer each other: alike enough, or (the second time) like nothing else. */
function linksOf(units: Units, found: Iterable<number>, answers?: Answers): Link[] {
  const scored: Scored[] = []
  for (const pair of found) {
    const [at, to] = [Math.floor(pair / units.right.length), pair % units.right.length]
    const [left, right] = [units.left[at]!, units.right[to]!]
    const { score, topic } = scoreOf(left, right, units, answers)
    if (score < leastAlone / 2) continue
    const plain = score - topic
    const otherwise = topic === 0 && left.topics.length > 0 && right.topics.length > 0
    scored.push({ left: at, right: to, score, plain, otherwise, worth: worth(left, right, score) })
  }
  const alone = answers
    ? [aloneIn(scored, units, ({ score }) => score), aloneIn(scored, units, ({ plain }) => plain)]
    : []
  return scored.filter((link) => link.score >= leastScore || alone.some((isAlone) => isAlone(link)))
}

/** Tells whether two clauses are alike, and no other clause comes near either. */
function aloneIn(
  scored: readonly Scored[],
  units: Units,
  by: (link: Scored) => number,
): (link: Scored) => boolean {
  const next = {
    left: new NextBest(units.left.length),
    right: new NextBest(units.right.length),
  }
  for (const link of scored) {
    next.left.add(link.left, by(link))
    next.right.add(link.right, by(link))
  }
  return (link) => {
    const score = by(link)
    const other = Math.max(next.left.besides(link.left, score), next.right.besides(link.right, score))
    return !link.otherwise && score >= leastAlone && other <= score * aloneBy
  }
}

/** The sure answers, and between each two of them the chain that is worth most. */
function answersOf(units: Units, links: readonly Link[]): Answers {
  const between = links.filter(({ left, right }) => units.left[left]!.stretch === units.right[right]!.stretch)
  const chain = [...units.sure, ...heaviestChain(between, units.right.length)]
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
