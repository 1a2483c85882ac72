import { longestRising } from '../longest-rising.ts'
import { type Matched, matchWords, stretch } from './match.ts'
import type { GateBlock, GateWord } from './words.ts'

/** The same clauses in another order. */
export interface Reordered extends Matched {
  /** The first words of each that stands elsewhere, in the agreed order. */
  moved: GateWord[]
}

/**
 * Whether a text is the blocks of another in another order, each whole. Numbers before clauses follow their order, and
 * must be the same ones.
 *
 * @returns undefined where it is not, or where the order is the same
 */
export function reorder(agreed: readonly GateBlock[], other: readonly GateBlock[]): Reordered | undefined {
  if (labelsOf(agreed) !== labelsOf(other)) return undefined
  const blocks = agreed.map(unlabelled).filter(({ length }) => length > 0)
  const words = other.flatMap(unlabelled)
  const byFirst = new Map<string, number[]>()
  for (const [at, [first]] of blocks.entries()) {
    const key = first!.blank === undefined ? first!.key : BLANK
    byFirst.set(key, [...(byFirst.get(key) ?? []), at])
  }
  const used = new Set<number>()
  const order: number[] = []
  const matched: Matched = { fills: [], typography: [] }
  for (let at = 0; at < words.length; ) {
    const end = endOfBlock(words, at)
    const next = (order.at(-1) ?? -1) + 1
    const candidates = [next, ...(byFirst.get(words[at]!.key) ?? []), ...(byFirst.get(BLANK) ?? [])]
    let best: { block: number; end: number; matched: Matched } | undefined
    for (const block of candidates) {
      if (used.has(block) || !blocks[block]) continue
      const found = hold(blocks[block], words, at, end)
      if (!found || (best && (best.block === next || best.end >= found.end))) continue
      best = { block, ...found }
    }
    if (!best) return undefined
    used.add(best.block)
    order.push(best.block)
    matched.fills.push(...best.matched.fills)
    matched.typography.push(...best.matched.typography)
    at = best.end
  }
  if (used.size < blocks.length) return undefined
  const staying = new Set(longestRising(order).map((at) => order[at]!))
  const moved = order.filter((block) => !staying.has(block)).sort((a, b) => a - b)
  return moved.length === 0 ? undefined : { ...matched, moved: moved.map((block) => blocks[block]![0]!) }
}

const BLANK = '<blank>'

/** Holds one block against what follows from a place; with a blank it must end where its paragraph does. */
function hold(
  block: readonly GateWord[],
  words: readonly GateWord[],
  at: number,
  end: number,
): { end: number; matched: Matched } | undefined {
  if (block.every(({ blank }) => blank === undefined)) {
    const found = stretch(block, words, at)
    return found && { end: found.end, matched: { fills: [], typography: found.typography } }
  }
  const matched = matchWords(block, words.slice(at, end))
  return matched && { end, matched }
}

function endOfBlock(words: readonly GateWord[], from: number): number {
  let end = from
  while (end < words.length && words[end]!.block === words[from]!.block) end += 1
  return end
}

function unlabelled({ words }: GateBlock): GateWord[] {
  return words.filter(({ label }) => label === undefined)
}

function labelsOf(blocks: readonly GateBlock[]): string {
  return blocks
    .map(({ words }) =>
      words
        .filter(({ label }) => label !== undefined)
        .map(({ key }) => key)
        .join(''),
    )
    .sort()
    .join(' ')
}
