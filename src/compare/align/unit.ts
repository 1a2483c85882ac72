import type { Agreement, Clause } from '../../agreement/index.ts'
import { meaningOf, type Tokenizer } from '../words/index.ts'

/** A clause as the alignment sees it. */
export interface Unit {
  clause: Clause
  /** Place in reading order, from 0. */
  order: number
  depth: number
  /** Place of the clause above; -1 at the top. */
  parent: number
  /** Its words, by number: the same word has the same number in both texts. */
  words: Int32Array
  /** Its words and pairs of neighbouring words, by number, each once, rising. */
  features: Int32Array
  /** What all its features weigh. */
  weight: number
  /** The words of the heading, or of the terms defined, whatever their typography; empty without. */
  heading: string
  /** The stems of those words, each once, without the small words. */
  headingStems: readonly string[]
}

/** What words and pairs of words weigh: the rarer in the two texts, the more. */
export interface Weights {
  of(feature: number): number
}

/** The clauses of two agreements, in reading order. */
export interface Units {
  left: Unit[]
  right: Unit[]
  weights: Weights
}

/** Reads two agreements for the alignment. */
export function unitsOf(
  left: Agreement,
  right: Agreement,
  read: { left: Tokenizer; right: Tokenizer },
): Units {
  const numbers = new Numbering()
  const units = {
    left: flatten(left, read.left, numbers),
    right: flatten(right, read.right, numbers),
  }
  const all = [...units.left, ...units.right]
  const clauses = new Float64Array(numbers.size)
  for (const { features } of all) for (const feature of features) clauses[feature]! += 1
  const weight = clauses.map((count) => Math.log((all.length + 1) / count))
  for (const unit of all) for (const feature of unit.features) unit.weight += weight[feature]!
  return { ...units, weights: { of: (feature) => weight[feature]! } }
}

class Numbering {
  readonly #words = new Map<string, number>()
  readonly #pairs = new Map<number, number>()
  size = 0

  word(word: string): number {
    let number = this.#words.get(word)
    if (number === undefined) {
      number = this.size++
      this.#words.set(word, number)
    }
    return number
  }

  pair(first: number, second: number): number {
    const key = first * 2 ** 26 + second
    let number = this.#pairs.get(key)
    if (number === undefined) {
      number = this.size++
      this.#pairs.set(key, number)
    }
    return number
  }
}

function flatten(agreement: Agreement, read: Tokenizer, numbers: Numbering): Unit[] {
  const units: Unit[] = []
  const waiting = agreement.children.map((clause) => ({ clause, depth: 0, parent: -1 })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { clause, depth, parent } = next
    const order = units.length
    const heading = meaningOf(read(clause.heading ?? clause.terms?.join(' ') ?? ''))
    const words = Int32Array.from(meaningOf(read(clause.text)), (word) => numbers.word(word))
    units.push({
      clause,
      order,
      depth,
      parent,
      words,
      features: featuresOf(words, numbers),
      weight: 0,
      heading: heading.join(' '),
      headingStems: stemsOf(heading),
    })
    for (const child of [...clause.children].reverse())
      waiting.push({ clause: child, depth: depth + 1, parent: order })
  }
  return units
}

const SMALL = new Set('a an and as at by for from in into no of on or the to under upon with'.split(' '))

/** `Disclaimers` and `Disclaimer` are the same heading's word. */
function stemsOf(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.slice(0, 6)))]
}

function featuresOf(words: Int32Array, numbers: Numbering): Int32Array {
  const features = new Set<number>(words)
  for (let at = 1; at < words.length; at += 1) features.add(numbers.pair(words[at - 1]!, words[at]!))
  return Int32Array.from(features).sort()
}
