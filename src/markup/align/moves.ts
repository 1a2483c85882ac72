import type { Block, ParagraphBlock } from '../tokens/types.ts'
import { sameWrappers } from './blocks.ts'
import type { Step } from './types.ts'

/** Where a paragraph stands in a move of one or several that follow each other. */
export interface Move {
  /** Number of the move, from 1; both ends have the same. */
  number: number
  /** Whether it is the first or last paragraph of it. */
  first: boolean
  last: boolean
}

/** Paragraphs of the left file that went elsewhere, and those of the right that came from there. */
export interface Moves {
  from: ReadonlyMap<Block, Move>
  to: ReadonlyMap<Block, Move>
}

/** Fewer words than these say the same in many places: such a paragraph moves with one beside it, or not at all. */
const LEAST_WORDS = 5

/**
 * Finds whole paragraphs that go in one place and come, to the letter, in another; those with notes or pictures stay out.
 *
 * @param isOurs whether a paragraph that went is not one that the right file itself tracked as deleted
 */
export function movesIn(
  steps: readonly Step[],
  left: readonly Block[],
  right: readonly Block[],
  isOurs: (gone: ParagraphBlock) => boolean = () => true,
): Moves {
  const gone = new Set<Block>(wholeParagraphs(steps, 'left', left).filter(isOurs))
  const come = new Set<Block>(wholeParagraphs(steps, 'right', right))
  const answers = new Map<number, number>()
  const taken = new Set<number>()
  const matches = (one: number, other: number) =>
    gone.has(left[one]!) &&
    come.has(right[other]!) &&
    left[one]!.key === right[other]!.key &&
    !answers.has(one) &&
    !taken.has(other)
  const waiting = new Map<string, number[]>()
  right.forEach((block, at) => {
    if (come.has(block) && saysEnough(block)) waiting.set(block.key, [...(waiting.get(block.key) ?? []), at])
  })
  left.forEach((block, one) => {
    if (!gone.has(block) || answers.has(one)) return
    const other = waiting.get(block.key)?.find((at) => !taken.has(at))
    if (other === undefined) return
    answers.set(one, other)
    taken.add(other)
    // A heading moves with what stands below it.
    for (const way of [-1, 1])
      for (let by = way; matches(one + by, other + by); by += way) {
        answers.set(one + by, other + by)
        taken.add(other + by)
      }
  })
  return numbered(
    [...answers].sort(([a], [b]) => a - b).map(([one, other]) => ({ one, other })),
    left,
    right,
  )
}

function numbered(
  pairs: readonly { one: number; other: number }[],
  left: readonly Block[],
  right: readonly Block[],
): Moves {
  let number = 0
  const numbers = pairs.map(({ one, other }, at) => {
    const before = pairs[at - 1]
    const follows =
      before !== undefined &&
      before.one + 1 === one &&
      before.other + 1 === other &&
      sameWrappers(left[before.one]!, left[one]!) &&
      sameWrappers(right[before.other]!, right[other]!)
    if (!follows) number += 1
    return number
  })
  const [from, to] = [new Map<Block, Move>(), new Map<Block, Move>()]
  pairs.forEach(({ one, other }, at) => {
    const own = numbers[at]!
    const move = { number: own, first: numbers[at - 1] !== own, last: numbers[at + 1] !== own }
    from.set(left[one]!, move)
    to.set(right[other]!, move)
  })
  return { from, to }
}

/**
 * Paragraphs of one side all of whose tokens stand alone in steps that follow each other, between two paragraphs of the
 * right and not in one.
 */
function wholeParagraphs(
  steps: readonly Step[],
  side: 'left' | 'right',
  blocks: readonly Block[],
): ParagraphBlock[] {
  const alone = new Map<Block, number>()
  let before: Block | undefined
  let inside = false
  for (const { left, right } of steps) {
    const token = left && right ? undefined : side === 'left' ? left : right
    const block = token?.block
    if (block) {
      // One that is taken up again after something else does not count.
      if (block !== before) alone.set(block, alone.has(block) || inside ? Number.NaN : 0)
      alone.set(block, alone.get(block)! + 1)
    }
    before = block
    if (right) inside = right.kind !== 'end' && right.kind !== 'table'
  }
  return blocks.filter(
    (block): block is ParagraphBlock =>
      block.type === 'paragraph' &&
      alone.has(block) &&
      alone.get(block) === block.tokens.length &&
      isMovable(block),
  )
}

function isMovable({ tokens }: ParagraphBlock): boolean {
  const plain = /^(?:w:(?:tab|noBreakHyphen|cr)$|br )/
  return tokens.every(
    ({ kind, key, parts }) =>
      (kind !== 'object' || plain.test(key)) &&
      parts.every(({ by, wrappers }) => !by && wrappers.length === 0),
  )
}

function saysEnough(block: Block): boolean {
  return (
    block.type === 'paragraph' &&
    block.tokens.filter(({ kind, key }) => kind === 'word' && /[\p{L}\p{N}]/u.test(key)).length >= LEAST_WORDS
  )
}
