import type { XmlElement } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { fieldsAmong } from './fields.ts'
import { type Leaf, lettersOf } from './leaves.ts'

/** Markup that comes in at an offset of a leaf. */
export interface Arrival {
  offset: number
  /** `ins`: a tracked insertion; `plain`: a mark without words. */
  kind: 'ins' | 'plain'
  markup: string
}

/** What is done to a leaf. */
export interface LeafPlan {
  leaf: Leaf
  /** Stretches of it that go, in their order; a leaf that has no letters is one long. */
  gone: { from: number; to: number }[]
  /** In the order in which they come, those at one offset too. */
  arrivals: Arrival[]
}

/** What becomes of the leaves of a part. */
export type Plans = Map<XmlElement, LeafPlan>

/** A stretch of leaves that an edit takes out, or the place where it puts words in. */
export interface Spot {
  first: { leaf: Leaf; offset: number }
  /** After what goes, and where words come in. */
  last: { leaf: Leaf; offset: number }
  /** The run in whose looks words come in. */
  looks?: XmlElement | undefined
}

/** What stays though words on both sides of it go. */
const staying = new Set(['w:commentReference', 'w:lastRenderedPageBreak', 'w:annotationRef'])

/** What an edit cannot take out, since nothing tracks it in a run. */
function isFixed({ node, run }: Leaf): boolean {
  return !run || node.name.startsWith('m:')
}

function planOf(plans: Plans, leaf: Leaf): LeafPlan {
  const known = plans.get(leaf.node)
  if (known) return known
  const plan: LeafPlan = { leaf, gone: [], arrivals: [] }
  plans.set(leaf.node, plan)
  return plan
}

/** Puts markup at an offset of a leaf, behind what was put there before. */
export function arrive(
  plans: Plans,
  { leaf, offset }: Spot['first'],
  arrival: Omit<Arrival, 'offset'>,
): void {
  planOf(plans, leaf).arrivals.push({ ...arrival, offset })
}

/** How long a leaf is: its letters, or one. */
export function lengthOf({ node }: Leaf): number {
  return node.name === 'w:t' ? lettersOf(node).length : 1
}

/**
 * The leaves that a stretch of words covers, a field whole or not at all.
 *
 * @throws Problem where it cuts a field, or holds what cannot be tracked
 */
export function spotOf(leaves: readonly Leaf[], start: number, end: number): Spot {
  return start === end ? placeAt(leaves, start) : stretchOf(leaves, start, end)
}

function stretchOf(leaves: readonly Leaf[], start: number, end: number): Spot {
  const covered = leaves.flatMap((leaf, at) => (leaf.end > start && leaf.start < end ? [at] : []))
  let [first, last] = [covered[0], covered.at(-1)]
  if (first === undefined || last === undefined) throw nothingThere()
  const words = leaves[covered.find((at) => leaves[at]!.run) ?? first]!
  for (const field of fieldsAmong(leaves)) {
    const touches = field.first <= last && field.last >= first
    if (!touches || (first <= field.first && field.last <= last)) continue
    const shown = leaves.slice(field.first, field.last + 1).filter((leaf) => leaf.end > leaf.start)
    if (shown.some((leaf) => leaf.start < start || leaf.end > end)) throw cutsField()
    first = Math.min(first, field.first)
    last = Math.max(last, field.last)
  }
  return {
    first: { leaf: leaves[first]!, offset: inLeaf(leaves[first]!, start) },
    last: { leaf: leaves[last]!, offset: Math.min(inLeaf(leaves[last]!, end), lengthOf(leaves[last]!)) },
    looks: words.run,
  }
}

/** The offset in a leaf of an offset in the paragraph's words. */
function inLeaf(leaf: Leaf, at: number): number {
  if (leaf.node.name !== 'w:t') return at <= leaf.start ? 0 : 1
  if (at <= leaf.start) return 0
  return at >= leaf.end ? lengthOf(leaf) : leaf.lead + at - leaf.start
}

/** A place behind the words before it, or before those behind it where that keeps out of a field or of others' insertion. */
function placeAt(leaves: readonly Leaf[], at: number): Spot {
  const fields = fieldsAmong(leaves)
  const shown = leaves.filter((leaf) => leaf.run && leaf.end > leaf.start)
  const before = shown.findLast((leaf) => leaf.start < at && at <= leaf.end)
  const behind = shown.find((leaf) => leaf.start <= at && at < leaf.end)
  const fieldOf = (leaf: Leaf | undefined) => {
    const index = leaf ? leaves.indexOf(leaf) : -1
    return fields.find(({ first, last }) => first < index && index < last)
  }
  const looks = (before ?? behind)?.run
  if (before && before !== behind) {
    const field = fieldOf(before)
    if (field && field === fieldOf(behind)) throw cutsField()
    const leaf = field ? leaves[outermost(fields, field).last]! : before
    const theirs = isArrival(before.parent) && behind && behind.parent !== before.parent
    if (!theirs) {
      const spot = { leaf, offset: field ? lengthOf(leaf) : inLeaf(leaf, at) }
      return { first: spot, last: spot, looks }
    }
  }
  if (!behind) throw nothingThere()
  const field = fieldOf(behind)
  if (field && behind.start < at) throw cutsField()
  const leaf = field ? leaves[outermost(fields, field).first]! : behind
  const spot = { leaf, offset: field ? 0 : inLeaf(leaf, at) }
  return { first: spot, last: spot, looks }
}

function outermost(fields: ReturnType<typeof fieldsAmong>, inner: { first: number; last: number }) {
  return fields.findLast(({ first, last }) => first <= inner.first && last >= inner.last) ?? inner
}

/** Whether an element is somebody's insertion, in which no other may stand. */
export function isArrival({ name }: XmlElement): boolean {
  return name === 'w:ins' || name === 'w:moveTo'
}

/** Takes out what lies in a spot. @throws Problem where something in it cannot be tracked */
export function takeOut(plans: Plans, leaves: readonly Leaf[], { first, last }: Spot): void {
  const [from, to] = [leaves.indexOf(first.leaf), leaves.indexOf(last.leaf)]
  for (const leaf of leaves.slice(from, to + 1)) {
    if (staying.has(leaf.node.name)) continue
    if (isFixed(leaf))
      throw new Problem(
        'place',
        'an equation stands among the words that are to go: take out the words beside it',
      )
    if (leaf.parent.name === 'w:fldSimple') throw cutsField()
    const start = leaf === first.leaf ? first.offset : 0
    const end = leaf === last.leaf ? last.offset : lengthOf(leaf)
    if (end > start) planOf(plans, leaf).gone.push({ from: start, to: end })
  }
}

function cutsField(): Problem {
  return new Problem('place', 'the words stand in a field that Word works out anew: take all of it, or none')
}

function nothingThere(): Problem {
  return new Problem('place', 'there are no words in this place that could be changed')
}
