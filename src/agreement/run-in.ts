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
    if (!goesOnBelow(blocks, at, inner.label.number, second)) return [block]
    return [
      { ...block, text: text.slice(0, from).trimEnd(), single: true },
      {
        ...block,
        label: inner.label,
        text: rest.slice(inner.length).trim(),
        headed: false,
        indent: block.indent + 2,
      },
    ]
  })
}

const SECOND: Record<string, string> = { a: 'b', A: 'B', i: 'ii', I: 'II', '1': '2' }

/** Whether the second entry comes as a block of its own before another first one. */
function goesOnBelow(blocks: Block[], at: number, first: string, second: string): boolean {
  for (let next = at + 1; next < Math.min(blocks.length, at + 60); next += 1) {
    const { label, text } = blocks[next]!
    if (label?.dress === '()' && label.number === second) return true
    if ((label?.dress === '()' && label.number === first) || text.startsWith(`(${first}) `)) return false
  }
  return false
}
