import type { Block, Token } from './types.ts'

/** Fields of which Word itself works out what they show: cross-references and their pages. */
const REFERENCE = /^\s*(?:REF|PAGEREF|NOTEREF)\s/i
const CONTENTS = /^\s*TOC(?:\s|$)/i

/** Whether an instruction is one of a cross-reference. */
export function isReference(instruction: string): boolean {
  return REFERENCE.test(instruction)
}

/** Whether an instruction is one of a table of contents. */
export function isContents(instruction: string): boolean {
  return CONTENTS.test(instruction)
}

/** The paragraphs of each table of contents that stands alone in its paragraphs, by its instruction and its place among those. */
export function contentsIn(blocks: readonly Block[]): Map<string, Block[]> {
  const found = new Map<string, Block[]>()
  const counted = new Map<string, number>()
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!
    if (block.type !== 'paragraph') continue
    const head = block.tokens[0]!
    if (head.field?.head !== head || !isContents(head.field.instruction ?? '')) continue
    const { tail } = head.field
    const end = blocks.findIndex((one, place) => place >= at && one === tail?.block)
    if (!tail || end < 0 || !isLast(tail)) continue
    const number = counted.get(head.key) ?? 0
    counted.set(head.key, number + 1)
    found.set(`${head.key} ${number}`, blocks.slice(at, end + 1))
    at = end
  }
  return found
}

function isLast(tail: Token): boolean {
  const { block } = tail
  if (block?.type !== 'paragraph') return false
  return block.tokens
    .slice(block.tokens.indexOf(tail) + 1)
    .every(({ kind }) => kind === 'end' || kind === 'space')
}

/** Blocks of both sides without the tables of contents that both have: the right ones stand as they are. */
export function withoutContents(
  left: readonly Block[],
  right: readonly Block[],
): [left: Block[], right: Block[]] {
  const [ours, theirs] = [contentsIn(left), contentsIn(right)]
  const both = [...ours.keys()].filter((key) => theirs.has(key))
  if (both.length === 0) return [[...left], [...right]]
  const out = new Set(both.flatMap((key) => [...ours.get(key)!, ...theirs.get(key)!]))
  return [left.filter((block) => !out.has(block)), right.filter((block) => !out.has(block))]
}
