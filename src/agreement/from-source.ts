import type { Block } from './blocks.ts'
import { canHead } from './heading.ts'
import { type Label, printedLabel, readLabel } from './label.ts'
import { fold } from './lines.ts'
import type { SourceBlock, SourceParagraph } from './source.ts'

/** The blocks that a source hands over, ready to be nested: what it says of its numbers and levels is kept as fact. */
export function fromSource(blocks: readonly SourceBlock[]): Block[] {
  return blocks.flatMap((block, index): Block[] => {
    const place = block.position ?? {
      start: { line: index + 1, column: 1 },
      end: { line: index + 1, column: 1 },
    }
    const common = { indent: 0, headed: false, single: true, start: place.start, end: place.end }
    if (block.type === 'table') return [{ ...common, text: '', rows: block.rows }]
    const { label, text } = labelled(block)
    if (!label && text === '') return []
    return [
      {
        ...common,
        ...(label && { label }),
        indent: Math.round(block.indent ?? 0),
        text,
        headed: (block.outline !== undefined || block.emphasised === true) && canHead(text),
        ...(block.label !== undefined && block.level !== undefined && { level: block.level }),
        ...(block.label !== undefined && block.list !== undefined && { list: block.list }),
        ...(block.outline !== undefined && { outline: block.outline }),
      },
    ]
  })
}

/**
 * The label that a reader sees first. A bullet gives way to a number typed behind it; a number does not, since both are
 * printed.
 */
function labelled({ label, text }: SourceParagraph): { label?: Label; text: string } {
  const words = text.trim()
  if (label !== undefined && label.trim() !== '') {
    const printed = printedLabel(label)
    const typed = printed.number === '' ? readLabel(words) : undefined
    return typed && typed.label.number !== ''
      ? { label: typed.label, text: fold(words.slice(typed.length)) }
      : { label: printed, text: fold(words) }
  }
  const typed = readLabel(words)
  return typed ? { label: typed.label, text: fold(words.slice(typed.length)) } : { text: fold(words) }
}
