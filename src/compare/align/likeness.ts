import type { Unit, Weights } from './unit.ts'

/** How much two clauses' words are alike. */
export interface Likeness {
  /** Share of the weight of both that they have in common, 0 to 1. */
  share: number
  /** Share of the shorter one's weight that the other has too, 0 to 1. */
  within: number
}

/** Compares the words of two clauses, the rarer ones counting more; their order counts through pairs of words. */
export function likeness(left: Unit, right: Unit, weights: Weights): Likeness {
  const common = commonWeight(left.features, right.features, weights)
  const [less, all] = [Math.min(left.weight, right.weight), left.weight + right.weight]
  if (less <= 0) return { share: all <= 0 ? 1 : 0, within: all <= 0 ? 1 : 0 }
  return { share: (2 * common) / all, within: common / less }
}

function commonWeight(left: Int32Array, right: Int32Array, weights: Weights): number {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  // A short clause in a very long one: look its features up rather than walk through both.
  if (few.length * 16 < many.length) return lookedUp(few, many, weights)
  let weight = 0
  for (let at = 0, to = 0; at < left.length && to < right.length; ) {
    const [one, other] = [left[at]!, right[to]!]
    if (one === other) weight += weights.of(one)
    if (one <= other) at += 1
    if (other <= one) to += 1
  }
  return weight
}

function lookedUp(few: Int32Array, many: Int32Array, weights: Weights): number {
  let weight = 0
  for (const feature of few) {
    let [low, high] = [0, many.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (many[middle]! < feature) low = middle + 1
      else high = middle
    }
    if (many[low] === feature) weight += weights.of(feature)
  }
  return weight
}
