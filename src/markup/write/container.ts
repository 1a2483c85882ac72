import type { XmlElement } from '../../ooxml/index.ts'
import { type Step, unfolded } from '../align/types.ts'
import type { ParagraphBlock, Token } from '../tokens/types.ts'
import { ParagraphPlan } from './paragraph.ts'
import { spliced } from './spliced.ts'
import { writeTable } from './table.ts'
import type { Writing } from './writing.ts'

/**
 * What a container of the right file (a body, a note, a cell, a box) holds, with the steps from left to right as
 * tracked changes. What does not change keeps its letters.
 */
export function writeContainer(writing: Writing, node: XmlElement, steps: readonly Step[]): string {
  const blocks = new Map<XmlElement, string>()
  let plan: ParagraphPlan | undefined
  let deleted: Token[] = []
  let last: XmlElement | undefined
  for (const { left, right } of written(writing, steps)) {
    if (!right) {
      deleted.push(left)
      continue
    }
    if (right.kind === 'table') {
      const before = goneWhole(writing, deleted)
      deleted = []
      const { node: table } = right.block!
      blocks.set(table, before + writeTable(writing, left?.block, right.block!))
      last = table
      continue
    }
    const block = right.block as ParagraphBlock
    let before = ''
    if (plan?.block !== block) {
      plan = new ParagraphPlan(block)
      const whole = wholeUntil(writing, deleted)
      before = goneWhole(writing, deleted.slice(0, whole))
      deleted = deleted.slice(whole)
      blocks.set(block.node, before)
    }
    if (right.kind !== 'end') plan.add(writing, right, left, deleted)
    else {
      plan.close(deleted, writing, left)
      blocks.set(block.node, blocks.get(block.node)! + plan.markup(writing))
      last = block.node
      plan = undefined
    }
    deleted = []
  }
  return spliced(
    {
      text: writing.text,
      node,
      start: node.innerStart,
      end: node.innerEnd,
      written: blocks,
      closed: ['w:p', 'w:tbl'],
    },
    { markup: goneWhole(writing, deleted), behind: last, orAt: node.innerStart },
  )
}

/**
 * The steps as they are written: two paragraphs of the same words token by token where something may stand between these,
 * which is before the first of them, or where their looks are compared.
 */
function* written(writing: Writing, steps: readonly Step[]): Generator<Step> {
  let deleted = false
  for (const step of steps) {
    if (step.left && step.right && step.whole && (deleted || writing.looks)) yield* unfolded(step)
    else yield step
    deleted = !step.right
  }
}

/** How many of the tokens before a paragraph are blocks that go whole: up to the last table, or the last that moved. */
function wholeUntil(writing: Writing, deleted: readonly Token[]): number {
  return (
    1 +
    deleted.findLastIndex(
      ({ kind, block }) => kind === 'table' || (kind === 'end' && writing.move(block!) !== undefined),
    )
  )
}

/** Blocks of the left file that go; of a paragraph of which something stays elsewhere, what goes. */
function goneWhole(writing: Writing, tokens: readonly Token[]): string {
  let markup = ''
  let from = 0
  tokens.forEach(({ kind, block }, at) => {
    if (kind !== 'end' && kind !== 'table') return
    markup += writing.goneBlock(block!, tokens.slice(from, at))
    from = at + 1
  })
  return markup
}
