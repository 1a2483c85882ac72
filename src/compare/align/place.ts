import type { Clause } from '../../agreement/index.ts'
import { heaviestChain } from './heaviest-chain.ts'
import type { Answers } from './score.ts'
import { termsOf } from './terms.ts'
import type { Unit, Units } from './unit.ts'

/**
 * Tells which left clauses stand at another place: under a clause that does not answer the one above, or in another
 * order among their neighbours. Clauses that are inserted or removed move nothing, and what stands below a moved
 * clause moves with it, not by itself.
 */
export function movedOf(units: Units, answers: Answers): Set<number> {
  const moved = new Set<number>()
  const below = new Map<number, number[]>()
  const blocks = new Blocks(units, answers)
  for (const { order } of units.left) {
    const to = answers.left[order]!
    if (to < 0) continue
    const above = aboveOf(units, answers, blocks, order, to)
    if (above === undefined) moved.add(order)
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
    const listed = inAlphabet(units, answers, orders)
    for (const order of orders) if (!staying.has(order) && !listed.has(order)) moved.add(order)
  }
  return moved
}

/** Definitions that both texts list by the alphabet: a term that has another name has another place, and has not moved. */
function inAlphabet({ left, right }: Units, answers: Answers, orders: readonly number[]): Set<number> {
  const definitions = orders.filter(
    (order) =>
      termsOf(left[order]!.clause).length > 0 && termsOf(right[answers.left[order]!]!.clause).length > 0,
  )
  const there = definitions.map((order) => answers.left[order]!).sort((a, b) => a - b)
  const sorted = isSorted(left, definitions) && isSorted(right, there)
  return new Set(sorted ? definitions : [])
}

function isSorted(units: readonly Unit[], orders: readonly number[]): boolean {
  const terms = orders.map((order) => termsOf(units[order]!.clause)[0]!.toLowerCase())
  return terms.every((term, at) => at === 0 || terms[at - 1]! <= term)
}

/**
 * The left clause that one stands under on both sides, -1 for the agreement itself; undefined where it stands under
 * others. What one text prints below a heading, the other may print behind it without a number: that is the same place.
 */
function aboveOf(
  { left, right }: Units,
  answers: Answers,
  blocks: Blocks,
  order: number,
  to: number,
): number | undefined {
  const above = nearestAnswered(left, order, answers.left)
  const thereAbove = nearestAnswered(right, to, answers.right)
  if ((above < 0 ? -1 : answers.left[above]!) === thereAbove) return above
  const behind = thereAbove < 0 ? -1 : answers.right[thereAbove]!
  if (!sameNumber(left[order]!.clause, right[to]!.clause)) return undefined
  if (behind >= 0 && behind < order && order < blocks.endOfLeft(behind)) return behind
  const there = above < 0 ? -1 : answers.left[above]!
  if (there >= 0 && there < to && to < blocks.endOfRight(there)) return above
  return undefined
}

/** Whether two clauses may have one place: another number printed is another place. */
function sameNumber({ number: left }: Clause, { number: right }: Clause): boolean {
  return left === '' || right === '' || left === right
}

/** How far behind a clause everything answers what stands below the clause that answers it. */
class Blocks {
  readonly #units: Units
  readonly #answers: Answers
  readonly #left = new Map<number, number>()
  readonly #right = new Map<number, number>()

  constructor(units: Units, answers: Answers) {
    this.#units = units
    this.#answers = answers
  }

  endOfLeft(at: number): number {
    return endOf(at, this.#units.right, this.#answers.left, this.#left)
  }

  endOfRight(at: number): number {
    return endOf(at, this.#units.left, this.#answers.right, this.#right)
  }
}

function endOf(at: number, others: readonly Unit[], answers: Int32Array, known: Map<number, number>): number {
  let end = known.get(at)
  if (end === undefined) {
    const there = answers[at]!
    const last = lastBelow(others, there)
    end = at + 1
    while (end < answers.length && (answers[end]! < 0 || (answers[end]! > there && answers[end]! <= last)))
      end += 1
    known.set(at, end)
  }
  return end
}

/** The last clause that stands below one, in reading order; the clause itself where none does. */
function lastBelow(units: readonly Unit[], at: number): number {
  let last = at
  while (last + 1 < units.length && units[last + 1]!.depth > units[at]!.depth) last += 1
  return last
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
    for (const child of next.children) waiting.push(child)
  }
  return size
}
