import { heaviestChain, type Link } from './heaviest-chain.ts'
import type { Answers } from './score.ts'
import type { Unit, Units } from './unit.ts'

/** Tables, rows or cells of one side, in order. */
type Places = readonly number[]

/** Rows between two that answer each other are compared each with each up to this many comparisons. */
const mostInGap = 4096
/** Two tables answer each other where they have at least this share of their words in common. */
const leastOfTable = 0.25
/** Two rows answer each other where they have at least this share of their words in common. */
const leastOfRow = 0.3

/**
 * Lets tables answer tables, in them rows rows, and in those cells cells: by column, whatever a cell says. What a
 * price is answered by is the price in the same column of the same row, not the likest words of the page.
 */
export function matchTables(units: Units, answers: Answers): void {
  const tables = {
    left: units.left.filter(isOuterTable(units.left)).map(({ order }) => order),
    right: units.right.filter(isOuterTable(units.right)).map(({ order }) => order),
  }
  if (tables.left.length === 0 || tables.right.length === 0) return
  const below = { left: childrenOf(units.left), right: childrenOf(units.right) }
  const words = new Words(units, below)
  matchLists(tables.left, tables.right)

  function matchLists(left: Places, right: Places): void {
    const links = paired(left, right, (one, other) => words.share(one, other), leastOfTable)
    for (const [one, other] of links) {
      clear(one, other)
      bind(one, other)
      matchRows(below.left[one]!, below.right[other]!)
    }
  }

  function matchRows(left: Places, right: Places): void {
    for (const [one, other] of paired(left, right, (row, there) => words.share(row, there), leastOfRow)) {
      bind(one, other)
      matchCells(below.left[one]!, below.right[other]!)
    }
  }

  function matchCells(left: Places, right: Places): void {
    const links =
      left.length === right.length
        ? left.map((cell, column): [number, number] => [cell, right[column]!])
        : paired(left, right, (cell, there) => words.share(cell, there), leastOfRow)
    for (const [one, other] of links) {
      bind(one, other)
      matchInside(below.left[one]!, below.right[other]!)
    }
  }

  /** What stands below a cell: tables with tables, words with words. */
  function matchInside(left: Places, right: Places): void {
    const isTable = (side: readonly Unit[]) => (at: number) => side[at]!.clause.kind === 'table'
    matchLists(left.filter(isTable(units.left)), right.filter(isTable(units.right)))
    const isWords = (side: readonly Unit[]) => (at: number) => side[at]!.clause.kind !== 'table'
    const links = paired(
      left.filter(isWords(units.left)),
      right.filter(isWords(units.right)),
      (one, other) => words.share(one, other),
      leastOfRow,
    )
    for (const [one, other] of links) bind(one, other)
  }

  function bind(one: number, other: number): void {
    answers.left[one] = other
    answers.right[other] = one
  }

  /** Takes back what the words alone had said of the two tables. */
  function clear(left: number, right: number): void {
    for (let at = left; at <= lastBelow(units.left, left); at += 1) unbind(answers.left, answers.right, at)
    for (let at = right; at <= lastBelow(units.right, right); at += 1) unbind(answers.right, answers.left, at)
  }
}

function unbind(own: Int32Array, others: Int32Array, at: number): void {
  const there = own[at]!
  if (there >= 0) others[there] = -1
  own[at] = -1
}

/**
 * Pairs two lists in order: first what is the same on both sides, then in each gap what has most in common, and where
 * one stands against one, those.
 */
function paired(
  left: Places,
  right: Places,
  share: (left: number, right: number) => number,
  least: number,
): [number, number][] {
  const links: Link[] = []
  const near = left.length * right.length <= mostInGap * 4
  for (let at = 0; at < left.length; at += 1) {
    const [from, to] = near ? [0, right.length] : [Math.max(0, at - 32), Math.min(right.length, at + 33)]
    for (let there = from; there < to; there += 1) {
      const common = share(left[at]!, right[there]!)
      // Of two that are equally alike the one in the same place.
      if (common >= least) links.push({ left: at, right: there, worth: common + (at === there ? 0.01 : 0) })
    }
  }
  const chain = heaviestChain(links, right.length)
  const pairs: [number, number][] = []
  let [from, start] = [0, 0]
  for (const { left: at, right: to } of [...chain, { left: left.length, right: right.length }]) {
    // As many on both sides: each has changed where it stood.
    if (at - from === to - start) {
      for (let step = 0; step < at - from; step += 1) pairs.push([left[from + step]!, right[start + step]!])
    }
    if (at < left.length) pairs.push([left[at]!, right[to]!])
    from = at + 1
    start = to + 1
  }
  return pairs
}

/** The words of everything at and below a clause, each by how often it stands there. */
class Words {
  readonly #units: Units
  readonly #below: { left: Places[]; right: Places[] }
  readonly #left = new Map<number, Map<string, number>>()
  readonly #right = new Map<number, Map<string, number>>()

  constructor(units: Units, below: { left: Places[]; right: Places[] }) {
    this.#units = units
    this.#below = below
  }

  /** The share of their words that two have in common, 0 to 1; 1 for two that have none. */
  share(left: number, right: number): number {
    const one = this.#of('left', left)
    const other = this.#of('right', right)
    const [few, many] = one.size <= other.size ? [one, other] : [other, one]
    let common = 0
    for (const [word, times] of few) common += Math.min(times, many.get(word) ?? 0)
    const all = sizeOf(one) + sizeOf(other)
    return all === 0 ? 1 : (2 * common) / all
  }

  #of(side: 'left' | 'right', at: number): Map<string, number> {
    const known = side === 'left' ? this.#left : this.#right
    let counted = known.get(at)
    if (!counted) {
      counted = new Map()
      const waiting = [at]
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { text } = this.#units[side][next]!.clause
        for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
          counted.set(word, (counted.get(word) ?? 0) + 1)
        waiting.push(...this.#below[side][next]!)
      }
      known.set(at, counted)
    }
    return counted
  }
}

function sizeOf(words: ReadonlyMap<string, number>): number {
  let size = 0
  for (const times of words.values()) size += times
  return size
}

/** For each clause those right below it. */
function childrenOf(units: readonly Unit[]): number[][] {
  const children: number[][] = units.map(() => [])
  for (const { order, parent } of units) if (parent >= 0) children[parent]!.push(order)
  return children
}

function isOuterTable(units: readonly Unit[]): (unit: Unit) => boolean {
  return ({ clause, parent }) =>
    clause.kind === 'table' && (parent < 0 || units[parent]!.clause.kind !== 'cell')
}

/** The last clause that stands below one, in reading order. */
function lastBelow(units: readonly Unit[], at: number): number {
  let last = at
  while (last + 1 < units.length && units[last + 1]!.depth > units[at]!.depth) last += 1
  return last
}
