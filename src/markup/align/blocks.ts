import { matchTokens } from '../../compare/word-diff.ts'
import { type Block, LANDMARK, type ParagraphBlock, type Token } from '../tokens/types.ts'
import { type Bag, bagOf, type Numbers, shared, without } from './bag.ts'
import { type Pair, pairInOrder } from './pairs.ts'
import { slideToTraces } from './slide.ts'
import type { Group } from './types.ts'

/**
 * Pairs the blocks of two containers, in order: those that are the same, then those most like each other; a paragraph
 * that was split or joined stands in one group with its pieces.
 */
export function alignBlocks(left: readonly Block[], right: readonly Block[]): Group[] {
  // A cell or box that is one paragraph stays one, whatever it says.
  if (left.length === 1 && right.length === 1 && left[0]!.type === right[0]!.type)
    return [{ left: [...left], right: [...right] }]
  const numbers: Numbers = new Map()
  const bags = new Map<Block, Bag>()
  const bag: BagOf = (block) => {
    let found = bags.get(block)
    if (!found) {
      found = bagOf(tokensIn(block), numbers)
      bags.set(block, found)
    }
    return found
  }
  const pairs = pairInOrder(left, right, {
    key: ({ key }) => key,
    isLandmark: (block) => saysEnough(block, bag),
    weigh: (one, other) => likeness(one, other, bag),
    match: matchTokens,
  })
  return joinPieces(groupsOf(left, right, slideToTraces(pairs, right)), bag)
}

/** The words of a block, counted when they are asked for. */
type BagOf = (block: Block) => Bag

function saysEnough(block: Block, bag: BagOf): boolean {
  if (block.type === 'paragraph') return block.says >= LANDMARK
  return bag(block).words.length >= LANDMARK
}

/** Every token of a block, those of a table's cells too. */
export function tokensIn(block: Block): Token[] {
  return paragraphsOf(block).flatMap(({ tokens }) => tokens)
}

/** A paragraph, or those of a table's cells. */
export function paragraphsOf(block: Block): ParagraphBlock[] {
  if (block.type === 'paragraph') return [block]
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(paragraphsOf)))
}

/** What two blocks are worth as a pair, in words; 0 where they are none. */
function likeness(one: Block, other: Block, bag: BagOf): number {
  if (one.type !== other.type) return 0
  const [a, b] = [bag(one), bag(other)]
  if (one.key === other.key) return a.words.length + 0.5
  const common = shared(a, b)
  const [least, most] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)]
  if (one.type === 'table') return common > 0 || least === 0 ? common + 0.3 : sameShape(one, other) ? 0.2 : 0
  if (most === 0) return 0.2
  // Where the words of a paragraph went, an empty one may be left.
  if (least === 0 && (isBare(one) || isBare(other))) return 0.05
  const alike = (2 * common) / (least + most) >= 0.4 || (least >= 3 && common / least >= 0.75)
  if (common === 0 && least > 0 && isEquation(one) && isEquation(other)) return 0.2
  return alike ? common - (0.01 * (most - least)) / (most + 1) : 0
}

/** Whether a paragraph is an equation, or several. */
function isEquation(block: Block): boolean {
  return (
    block.type === 'paragraph' &&
    block.tokens.every(({ kind, key }) => kind === 'space' || kind === 'end' || key.startsWith('math '))
  )
}

function isBare(block: Block): boolean {
  return block.type === 'paragraph' && block.tokens.length === 1
}

function sameShape(one: Block, other: Block): boolean {
  return (
    one.type === 'table' &&
    other.type === 'table' &&
    one.rows.length === other.rows.length &&
    one.rows.every(({ cells }, at) => cells.length === other.rows[at]!.cells.length)
  )
}

/** Pairs as groups, and what stands between them: first what is deleted, then what is inserted. */
function groupsOf(left: readonly Block[], right: readonly Block[], pairs: readonly Pair[]): Group[] {
  const groups: Group[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...pairs, [left.length, right.length] as const]) {
    for (const block of left.slice(at, one)) groups.push({ left: [block], right: [] })
    for (const block of right.slice(to, other)) groups.push({ left: [], right: [block] })
    if (one < left.length) groups.push({ left: [left[one]!], right: [right[other]!] })
    at = one + 1
    to = other + 1
  }
  return groups
}

/** Puts a lone paragraph to the pair beside it, where most of its words are the ones that the pair's other side has over. */
function joinPieces(groups: readonly Group[], bagOfBlock: BagOf): Group[] {
  const joined: Group[] = []
  const over = (group: Group, side: 'left' | 'right'): Bag => {
    const own = merged(group[side].map(bagOfBlock))
    return without(own, merged(group[side === 'left' ? 'right' : 'left'].map(bagOfBlock)))
  }
  const takes = (pair: Group, lone: Group): boolean => {
    const side = lone.left.length > 0 ? 'left' : 'right'
    const block = lone[side][0]!
    if (lone.left.length + lone.right.length !== 1 || pair.left.length === 0 || pair.right.length === 0)
      return false
    if (block.type !== 'paragraph' || pair[side].some(({ type }) => type !== 'paragraph')) return false
    if (!sameWrappers(block, pair[side][0]!)) return false
    const bag = bagOfBlock(block)
    return (
      bag.words.length >= 2 &&
      shared(bag, over(pair, side === 'left' ? 'right' : 'left')) / bag.words.length >= 0.6
    )
  }
  for (const group of groups) {
    const last = joined.at(-1)
    if (last && takes(last, group)) {
      last.left.push(...group.left)
      last.right.push(...group.right)
      continue
    }
    const own: Group = { left: [...group.left], right: [...group.right] }
    while (own.left.length > 0 && own.right.length > 0 && joined.length > 0 && takes(own, joined.at(-1)!)) {
      const before = joined.pop()!
      own.left.unshift(...before.left)
      own.right.unshift(...before.right)
    }
    joined.push(own)
  }
  return joined
}

function merged(bags: readonly Bag[]): Bag {
  return bags.length === 1 ? bags[0]! : { words: bags.flatMap(({ words }) => words).sort((a, b) => a - b) }
}

/** Whether two blocks stand in the same content controls. */
export function sameWrappers(one: Block, other: Block): boolean {
  return (
    one.wrappers.length === other.wrappers.length &&
    one.wrappers.every((node, at) => node === other.wrappers[at])
  )
}
