import type { Agreement, Clause } from '../../agreement/index.ts'
import type { TopicHint, TopicHints } from '../types.ts'
import { meaningOf, type Tokenizer } from '../word-diff.ts'
import type { Link } from './heaviest-chain.ts'
import { sureAnswers } from './sure.ts'

/** A clause as the alignment sees it. */
export interface Unit extends Wording {
  clause: Clause
  /** Place in reading order, from 0. */
  order: number
  depth: number
  /** Place of the clause above; -1 at the top. */
  parent: number
  /** The title of the attached agreement that it belongs to; empty for the first agreement of a text. */
  within: string
  /** How many sure answers stand before it; -1 where its own answer is sure. */
  stretch: number
}

/** What a clause says. Clauses whose answer is sure are not read: theirs is empty. */
interface Wording {
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
  /** The topics that it answers, where somebody knows or guesses them. */
  topics: readonly TopicHint[]
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
  /** Clauses that say the same to the letter and nothing else does, in the order of both texts. */
  sure: readonly Link[]
}

/** Reads two agreements for the alignment. */
export function unitsOf(
  left: Agreement,
  right: Agreement,
  read: { left: Tokenizer; right: Tokenizer },
  hints?: TopicHints,
): Units {
  const [ones, others] = [flatten(left), flatten(right)]
  const sure = sureAnswers(ones, others)
  const numbers = new Numbering()
  const unsure = [
    ...readUnits(
      ones,
      sure.map(({ left }) => left),
      read.left,
      numbers,
      hints?.left,
    ),
    ...readUnits(
      others,
      sure.map(({ right }) => right),
      read.right,
      numbers,
      hints?.right,
    ),
  ]
  const clauses = new Float64Array(numbers.size)
  for (const { features } of unsure) for (const feature of features) clauses[feature]! += 1
  const weight = clauses.map((count) => Math.log((ones.length + others.length + 1) / count))
  for (const unit of unsure) for (const feature of unit.features) unit.weight += weight[feature]!
  return { left: ones, right: others, sure, weights: { of: (feature) => weight[feature]! } }
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

const unread: Wording = {
  words: new Int32Array(),
  features: new Int32Array(),
  weight: 0,
  heading: '',
  headingStems: [],
  topics: [],
}

function flatten(agreement: Agreement): Unit[] {
  const units: Unit[] = []
  const waiting = agreement.children.map((clause) => ({ clause, depth: 0, parent: -1 })).reverse()
  let within = ''
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const order = units.length
    if (next.clause.kind === 'title') within = next.clause.path.includes('/') ? next.clause.text : ''
    const { clause, depth, parent } = next
    // Written out: two spreads for each clause took half of the time of this function.
    const { words, features, weight, heading, headingStems, topics } = unread
    units.push({
      clause,
      depth,
      parent,
      order,
      within,
      stretch: -1,
      words,
      features,
      weight,
      heading,
      headingStems,
      topics,
    })
    for (let at = clause.children.length - 1; at >= 0; at -= 1)
      waiting.push({ clause: clause.children[at]!, depth: depth + 1, parent: order })
  }
  return units
}

/** Reads the clauses whose answer is not sure, and returns them. */
function readUnits(
  units: Unit[],
  sure: readonly number[],
  read: Tokenizer,
  numbers: Numbering,
  topicsOf: TopicHints['left'] = () => [],
): Unit[] {
  const unsure: Unit[] = []
  let stretch = 0
  for (const unit of units) {
    if (sure[stretch] === unit.order) {
      stretch += 1
      continue
    }
    const { text, heading: named, terms } = unit.clause
    const heading = meaningOf(read(named ?? terms?.join(' ') ?? ''))
    unit.stretch = stretch
    unit.words = Int32Array.from(meaningOf(read(text)).map((word) => numbers.word(word)))
    unit.features = featuresOf(unit.words, numbers)
    unit.heading = heading.join(' ')
    unit.headingStems = stemsOf(heading)
    unit.topics = topicsOf(unit.clause)
    unsure.push(unit)
  }
  return unsure
}

const SMALL = new Set('a an and as at by for from in into no of on or the to under upon with'.split(' '))

/** `Disclaimers` and `Disclaimer` are the same heading's word. */
function stemsOf(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.slice(0, 6)))]
}

function featuresOf(words: Int32Array, numbers: Numbering): Int32Array {
  const features = new Int32Array(Math.max(0, 2 * words.length - 1))
  features.set(words)
  for (let at = 1; at < words.length; at += 1)
    features[words.length + at - 1] = numbers.pair(words[at - 1]!, words[at]!)
  features.sort()
  let length = 0
  for (const feature of features) {
    if (length > 0 && features[length - 1] === feature) continue
    features[length] = feature
    length += 1
  }
  return features.slice(0, length)
}
