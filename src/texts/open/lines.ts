import type { SourceBlock, SourceDocument } from '../../agreement/index.ts'

/**
 * The body of a document as Markdown, for what reads lines: numbers as printed, marks of Markdown escaped, a row of a
 * table a line.
 */
export function linesOfBody({ stories }: SourceDocument): string {
  return linesOf(stories.filter(({ kind }) => kind === 'body').flatMap(({ blocks }) => blocks)).join('\n\n')
}

function linesOf(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') {
      const rows = block.rows.map(({ cells }) =>
        cells.map(({ blocks }) => linesOf(blocks).join(' ').replaceAll('\n', ' ')).join(' | '),
      )
      return rows
    }
    const words = block.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ')
      .replace(/[\\`*_<>[\]#&|~]/g, '\\$&')
    const line = block.label === undefined ? words : `${block.label} ${words}`
    return block.outline === undefined ? line : `${'#'.repeat(Math.min(block.outline, 6))} ${line}`
  })
}
