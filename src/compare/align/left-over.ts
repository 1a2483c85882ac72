import type { Clause } from '../../agreement/index.ts'
import { byRareWords } from './candidates.ts'
import { likeness } from './likeness.ts'
import type { Answers } from './score.ts'
import { termsOf } from './terms.ts'
import type { Unit, Units } from './unit.ts'

/** Two clauses with this share of their words in common answer each other, wherever they stand: a reader says so. */
const leastCommon = 0.58
/** And with this share of what the words weigh: small words in common say nothing. */
const leastAlike = 0.25
/** But for clauses that are all but the same. */
const allButSame = 0.8
/** Shorter clauses have words in common by chance. */
const enoughWords = 5
/** But names of a section and entries of the same list are short. */
const fewestWords = 2
/** Characters that a name has at most. */
const longestName = 100
/** So many clauses are compared each with each. */
const mostPairs = 1 << 16

interface Found {
  left: number
  right: number
  /** Share of the words of both that they have in common, 0 to 1. */
  common: number
}

/**
 * Answers what nothing else answered: definitions by their term, then clauses by the words that they have in common,
 * whatever their number, kind and place. Adds to `answers`.
 *
 * @param found pairs of clauses that were compared already, as `left * units.right.length + right`
 */
export function matchLeftOver(units: Units, answers: Answers, found: Iterable<number>): void {
  const open = {
    left: units.left.filter(({ order }) => answers.left[order]! < 0),
    right: units.right.filter(({ order }) => answers.right[order]! < 0),
  }
  if (open.left.length === 0 || open.right.length === 0) return
  const bags = new Bags()
  const links: Found[] = []
  const add = (one: Unit, other: Unit) => {
    const common = commonOf(one, other, answers, bags, units.weights)
    if (common >= leastCommon) links.push({ left: one.order, right: other.order, common })
  }
  sameTerms(open.left, open.right, (one, other) => {
    links.push({ left: one.order, right: other.order, common: 1 + bags.common(one, other) })
  })
  if (open.left.length * open.right.length <= mostPairs)
    for (const one of open.left) for (const other of open.right) add(one, other)
  else {
    for (const pair of found) {
      const one = units.left[Math.floor(pair / units.right.length)]!
      const other = units.right[pair % units.right.length]!
      if (answers.left[one.order]! >= 0 || answers.right[other.order]! >= 0) continue
      // Of many, only those are read again whose rarer words speak for it.
      if (likeness(one, other, units.weights).share >= leastAlike) add(one, other)
    }
    // Few are left of many: what stood nearer to them by rare words has its answer now.
    if ((open.left.length + open.right.length) * 2 < units.left.length + units.right.length)
      byRareWords({ ...units, ...open }, (left, right) => add(units.left[left]!, units.right[right]!))
  }
  links.sort(
    (a, b) =>
      b.common - a.common || distance(units, a) - distance(units, b) || a.left - b.left || a.right - b.right,
  )
  for (const { left, right } of links) {
    if (answers.left[left]! >= 0 || answers.right[right]! >= 0) continue
    answers.left[left] = right
    answers.right[right] = left
  }
}

/** How far apart two clauses stand, in shares of their texts. */
function distance(units: Units, { left, right }: Found): number {
  return Math.abs(left / units.left.length - right / units.right.length)
}

/** Two clauses' words in common; 0 where that is chance. A title answers a title, not a sentence. */
function commonOf(left: Unit, right: Unit, answers: Answers, bags: Bags, weights: Units['weights']): number {
  const [named, alsoNamed] = [isName(left.clause), isName(right.clause)]
  if (named !== alsoNamed) return 0
  const least = Math.min(bags.of(left).length, bags.of(right).length)
  const below = left.parent >= 0 && answers.left[left.parent] === right.parent
  if (least < (named || below ? fewestWords : enoughWords)) return 0
  const common = bags.common(left, right)
  const chance =
    !named &&
    common >= leastCommon &&
    common < allButSame &&
    likeness(left, right, weights).share < leastAlike
  return chance ? 0 : common
}

/** A title or a heading, or a line that says no sentence: readers of texts take one for the other. */
export function isName({ kind, heading, text }: Clause): boolean {
  if (kind === 'title' || kind === 'heading') return true
  return (
    text.length <= longestName &&
    (text.replace(/[.:]$/, '') === heading?.replace(/[.:]$/, '') || !/[.;:,]$/.test(text))
  )
}

/** Definitions of the same term, each once in its text. */
function sameTerms(
  left: readonly Unit[],
  right: readonly Unit[],
  found: (one: Unit, other: Unit) => void,
): void {
  const there = onlyTerm(right)
  for (const [term, one] of onlyTerm(left)) {
    const other = there.get(term)
    if (one && other) found(one, other)
  }
}

/** The definition of each term; null where there are several. */
function onlyTerm(units: readonly Unit[]): Map<string, Unit | null> {
  const definitions = new Map<string, Unit | null>()
  for (const unit of units) {
    for (const term of termsOf(unit.clause)) {
      const key = term.toLowerCase()
      definitions.set(key, definitions.has(key) ? null : unit)
    }
  }
  return definitions
}

/** The words of clauses by number, rising, each as often as it stands there. */
class Bags {
  readonly #numbers = new Map<string, number>()
  readonly #bags = new Map<Clause, Int32Array>()

  of({ clause }: Unit): Int32Array {
    let bag = this.#bags.get(clause)
    if (!bag) {
      bag = Int32Array.from(clause.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], (word) =>
        this.#number(word),
      ).sort()
      this.#bags.set(clause, bag)
    }
    return bag
  }

  /** Share of the words of both that they have in common; 0 where their lengths alone forbid that it is enough. */
  common(left: Unit, right: Unit): number {
    const [one, other] = [this.of(left), this.of(right)]
    const all = one.length + other.length
    if (all === 0 || (2 * Math.min(one.length, other.length)) / all < leastCommon) return 0
    let common = 0
    for (let at = 0, to = 0; at < one.length && to < other.length; ) {
      const [here, there] = [one[at]!, other[to]!]
      if (here === there) common += 1
      if (here <= there) at += 1
      if (there <= here) to += 1
    }
    return (2 * common) / all
  }

  #number(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(word, number)
    }
    return number
  }
}
