import type { Unit, Units } from './unit.ts'

/** Words and pairs of words that more clauses have than this tell too little to look a clause up by. */
const mostClauses = 24
const rarestFeatures = 12
/** Clauses that each clause is compared with, for their words. */
const nearest = 5
/** A topic that more clauses answer tells too little, too. */
const mostOnTopic = 12

/** Calls back with clauses that may answer each other: few for each, so that time grows with the texts' length. */
export function candidates(all: Units, found: (left: number, right: number) => void): void {
  const units: Units = { ...all, left: all.left.filter(isUnsure), right: all.right.filter(isUnsure) }
  bySameWords(units, found)
  byRareWords(units, found)
  byKey(units, ({ clause }) => clause.path, found)
  byKey(units, ({ heading }) => heading, found)
  byTopic(units, found)
}

function isUnsure({ stretch }: Unit): boolean {
  return stretch >= 0
}

/** Clauses with the same words: the first of several to the first, the second to the second. */
function bySameWords(units: Units, found: (left: number, right: number) => void): void {
  byKey(units, ({ words }) => words.join(' '), found)
}

function byKey(
  { left, right }: Units,
  key: (unit: Unit) => string,
  found: (left: number, right: number) => void,
) {
  const places = new Map<string, number[]>()
  for (const unit of right) {
    const at = key(unit)
    if (at === '') continue
    const known = places.get(at)
    if (known) known.push(unit.order)
    else places.set(at, [unit.order])
  }
  const used = new Map<string, number>()
  for (const unit of left) {
    const at = key(unit)
    const next = used.get(at) ?? 0
    used.set(at, next + 1)
    const place = places.get(at)?.[next]
    if (place !== undefined) found(unit.order, place)
  }
}

/** Clauses that have rare words in common. */
export function byRareWords(
  { left, right, weights }: Units,
  found: (left: number, right: number) => void,
): void {
  const index = new Map<number, number[]>()
  for (const { features, order } of right) {
    for (const feature of features) {
      const known = index.get(feature)
      if (!known) index.set(feature, [order])
      else if (known.length <= mostClauses) known.push(order)
    }
  }
  for (const { features, order } of left) {
    const rare = Array.from(features)
      .filter((feature) => (index.get(feature)?.length ?? mostClauses + 1) <= mostClauses)
      .sort((a, b) => weights.of(b) - weights.of(a) || a - b)
      .slice(0, rarestFeatures)
    const votes = new Map<number, number>()
    for (const feature of rare)
      for (const other of index.get(feature)!) votes.set(other, (votes.get(other) ?? 0) + weights.of(feature))
    const best = [...votes].sort(([a, x], [b, y]) => y - x || a - b).slice(0, nearest)
    for (const [other] of best) found(order, other)
  }
}

/** Clauses that answer the same topic, however they put it. */
function byTopic({ left, right }: Units, found: (left: number, right: number) => void): void {
  const places = new Map<string, number[]>()
  for (const { topics, order } of right)
    for (const { topic } of topics)
      places.set(topic, [...(places.get(topic) ?? []), order].slice(0, mostOnTopic))
  for (const { topics, order } of left)
    for (const { topic } of topics) for (const place of places.get(topic) ?? []) found(order, place)
}
