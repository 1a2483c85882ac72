import type { SourceBlock } from '../../agreement/index.ts'

/** The paragraphs of blocks, those of tables among them, each behind its number. */
export function linesOf(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.label ? `${block.label} ${block.text.trim()}` : block.text.trim()]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks: inner }) => linesOf(inner))),
  )
}
