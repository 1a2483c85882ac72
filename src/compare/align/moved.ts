import { heaviestChain, type Link } from './heaviest-chain.ts'
import { type Answers, leastScore, scoreOf, worth } from './score.ts'
import type { Units } from './unit.ts'

/** A clause at another place must be as alike as this: its place speaks against it. */
const leastMoved = 0.55
/** Unless it is about the same, as sure as this. */
const sureTopic = 0.25
/** Shorter clauses are alike by chance. */
const enoughWords = 4
const enoughEqualWords = 2
const mostChildren = 4096

/** Finds the clauses that stand at another place, the surest first, and what stands below them. Adds to `answers`. */
export function matchMoved(units: Units, answers: Answers, found: Iterable<number>): void {
  const links: Link[] = []
  for (const pair of found) {
    const [at, to] = [Math.floor(pair / units.right.length), pair % units.right.length]
    if (answers.left[at]! >= 0 || answers.right[to]! >= 0) continue
    const [left, right] = [units.left[at]!, units.right[to]!]
    const short = Math.min(left.words.length, right.words.length)
    if (short < (left.clause.text === right.clause.text ? enoughEqualWords : enoughWords)) continue
    const { score, topic } = scoreOf(left, right, units, answers)
    if (score < (topic >= sureTopic ? leastScore : leastMoved)) continue
    links.push({ left: at, right: to, worth: worth(left, right, score) })
  }
  links.sort((a, b) => b.worth - a.worth || a.left - b.left || a.right - b.right)
  for (const { left, right } of links) answer(answers, left, right)
  matchChildren(units, answers)
}

function answer(answers: Answers, left: number, right: number): void {
  if (answers.left[left]! >= 0 || answers.right[right]! >= 0) return
  answers.left[left] = right
  answers.right[right] = left
}

/** Below two clauses that answer each other, what is left over is compared each with each. */
function matchChildren(units: Units, answers: Answers): void {
  const below = { left: childrenOf(units.left), right: childrenOf(units.right) }
  for (let at = 0; at < units.left.length; at += 1) {
    const to = answers.left[at]!
    if (to < 0) continue
    const ones = (below.left.get(at) ?? []).filter((child) => answers.left[child]! < 0)
    const others = (below.right.get(to) ?? []).filter((child) => answers.right[child]! < 0)
    if (ones.length * others.length === 0 || ones.length * others.length > mostChildren) continue
    const links = ones.flatMap((one) =>
      others.flatMap((other): Link[] => {
        const [left, right] = [units.left[one]!, units.right[other]!]
        const { score } = scoreOf(left, right, units, answers)
        return score < leastScore ? [] : [{ left: one, right: other, worth: worth(left, right, score) }]
      }),
    )
    for (const { left, right } of heaviestChain(links, units.right.length)) answer(answers, left, right)
  }
}

function childrenOf(units: Units['left']): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const { order, parent } of units) {
    const known = children.get(parent)
    if (known) known.push(order)
    else children.set(parent, [order])
  }
  return children
}
