import { likeness } from './likeness.ts'
import type { Unit, Units } from './unit.ts'

/** A clause of one text that several of the other, one behind the other, answer together. */
export interface Split {
  whole: number
  parts: number[]
}

/** A part must have this share of its words in the whole. */
const leastWithin = 0.6
/** A shorter clause lies within others by chance: it must do so with every word, and not be the only part. */
const enoughWords = 5

/**
 * Finds clauses whose words stand in several clauses of the other text.
 *
 * @param ones the clauses that may have been split, and which of the others answers each; -1 for none
 * @param others the clauses that may be parts, and which of the ones answers each
 */
export function findSplits(
  ones: readonly Unit[],
  answers: Int32Array,
  others: readonly Unit[],
  reverse: Int32Array,
  weights: Units['weights'],
): Split[] {
  const splits: Split[] = []
  for (let at = 0; at < others.length; at += 1) {
    if (reverse[at]! >= 0) continue
    let end = at
    while (end < others.length && reverse[end]! < 0) end += 1
    // A run of clauses that nothing answers: what stands right before it, or right behind, may be their first part.
    for (const whole of wholesNear(ones, answers, others, reverse, at, end)) {
      const parts = partsOf(ones[whole]!, answers[whole]!, others, at, end, weights)
      const words = parts.reduce(
        (sum, part) => sum + (reverse[part]! < 0 ? others[part]!.words.length : 0),
        0,
      )
      if (parts.length > 1 && words >= enoughWords) splits.push({ whole, parts })
    }
    at = end
  }
  return splits.filter(({ whole }, at) => splits.findIndex((split) => split.whole === whole) === at)
}

/** Clauses that may have become a run: those answered on either side of it, and the unanswered between these. */
function wholesNear(
  ones: readonly Unit[],
  answers: Int32Array,
  others: readonly Unit[],
  reverse: Int32Array,
  from: number,
  end: number,
): number[] {
  const before = from > 0 ? reverse[from - 1]! : -1
  const after = end < others.length ? reverse[end]! : ones.length
  const wholes: number[] = []
  if (before >= 0) wholes.push(before)
  for (let at = before + 1; at < after && wholes.length < 8; at += 1) if (answers[at]! < 0) wholes.push(at)
  if (after < ones.length) wholes.push(after)
  return wholes
}

/** The clauses of a run that lie within a whole, side by side and beside the one that answers it already. */
function partsOf(
  whole: Unit,
  answer: number,
  others: readonly Unit[],
  from: number,
  end: number,
  weights: Units['weights'],
): number[] {
  const inside = (at: number) => {
    const part = others[at]!
    if (part.words.length === 0 || part.weight >= whole.weight) return false
    const { within } = likeness(part, whole, weights)
    return within >= (part.words.length < enoughWords ? 0.999 : leastWithin)
  }
  const runs: number[][] = []
  for (let at = from; at < end; at += 1) {
    if (!inside(at)) continue
    const last = runs.at(-1)
    if (last?.at(-1) === at - 1) last.push(at)
    else runs.push([at])
  }
  if (answer < 0) return runs.find((run) => run.length > 1) ?? []
  if (answer === from - 1) return runs[0]?.[0] === from ? [answer, ...runs[0]] : []
  return runs.at(-1)?.at(-1) === end - 1 && answer === end ? [...runs.at(-1)!, answer] : []
}
