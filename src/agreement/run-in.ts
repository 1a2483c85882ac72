import type { Block } from './blocks.ts'
import { runInHeading } from './heading.ts'
import { readLabel } from './label.ts'

/**
 * Cuts a block in which a first entry stands run in behind a number or a heading (`2.02 Loans. (a) Each loan …`), where the
 * list goes on with a block of its own (`(b) …`).
 */
export function cutRunIn(blocks: Block[]): Block[] {
  return blocks.flatMap((block, at) => {
    const { label, text } = block
    if (!label || label.number === '' || block.rows || !text.includes('(')) return [block]
    const heading = text.startsWith('(') ? '' : runInHeading(text, false)
    if (heading === undefined) return [block]
    const from = heading === '' ? 0 : heading.length + 1
    const rest = text.slice(from).trimStart()
    const inner = readLabel(rest)
    const second = inner && SECOND[inner.label.number]
    if (inner?.label.dress !== '()' || second === undefined) return [block]
    const below = goesOnBelow(blocks, at, inner.label.number, second)
    if (!below) return [block]
    return [
      { ...block, text: text.slice(0, from).trimEnd(), single: true },
      {
        ...block,
        label: inner.label,
        text: rest.slice(inner.length).trim(),
        headed: false,
        indent: Math.max(below.indent, block.indent + (below.indent > block.indent + 1 ? 0 : 2)),
      },
    ]
  })
}

const SECOND: Record<string, string> = { a: 'b', A: 'B', i: 'ii', I: 'II', '1': '2' }

/** The second entry, where it comes as a block of its own before another first one. */
function goesOnBelow(blocks: Block[], at: number, first: string, second: string): Block | undefined {
  for (let next = at + 1; next < Math.min(blocks.length, at + 60); next += 1) {
    const { label, text } = blocks[next]!
    if (label?.dress === '()' && label.number === second) return blocks[next]
    if ((label?.dress === '()' && label.number === first) || text.startsWith(`(${first}) `)) return undefined
  }
  return undefined
}
