import type { Clause } from '../../agreement/index.ts'
import { sectionOf } from '../section.ts'
import type { GateBlock, GateWord } from './words.ts'

/** How many signs of a block tell where it stands among the clauses. */
const ENOUGH = 60

/**
 * Tells which clause a word stands in. The clauses hold the same signs in the same order as the blocks, but for white
 * space; where they do not, a block is looked for by how it begins.
 */
export function placesIn(
  blocks: readonly GateBlock[],
  clauses: readonly Clause[],
): (word: GateWord) => string {
  const starts: number[] = []
  let solid = ''
  for (const { label, text } of clauses) {
    starts.push(solid.length)
    solid += without(label) + without(text)
  }
  const offsets: number[] = []
  let from = 0
  for (const { text } of blocks) {
    const own = without(text)
    const found = solid.indexOf(own.slice(0, ENOUGH), from)
    const at = found < 0 ? from : found
    offsets.push(at)
    from = found < 0 ? from : at + own.length
  }
  return ({ block, start }) => {
    const text = blocks[block]?.text ?? ''
    const at = (offsets[block] ?? 0) + without(text.slice(0, start)).length
    let clause = 0
    while (clause + 1 < starts.length && starts[clause + 1]! <= at) clause += 1
    const found = clauses[clause]
    return found ? sectionOf(found) : ''
  }
}

function without(text: string): string {
  return text.replace(/\s+/g, '')
}
