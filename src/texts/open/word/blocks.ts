import type { SourceBlock } from '../../../agreement/index.ts'
import type { ReadWordDocument, ViewedBlock } from '../../../ooxml/index.ts'
import { chunkBlocks } from './chunk.ts'
import { sourceParagraph } from './paragraph.ts'
import type { StoryOptions } from './story-options.ts'

/** The blocks of a story as the tree takes them; paragraphs without words are left out, cells keep their places. */
export function sourceBlocks(
  blocks: readonly ViewedBlock[],
  document: ReadWordDocument,
  options: StoryOptions,
): SourceBlock[] {
  return blocks.flatMap((block): SourceBlock[] => {
    if (block.type === 'paragraph') return sourceParagraph(block, document.lists, options.notes) ?? []
    if (block.type === 'chunk') return chunkBlocks(block, document, options)
    const rows = block.rows.map(({ source, cells }) => ({
      cells: cells.map((cell) => ({
        blocks: sourceBlocks(cell.blocks, document, options),
        ...(cell.columns > 1 && { columns: cell.columns }),
        ...(cell.rows > 1 && { rows: cell.rows }),
      })),
      ...(source.head && { head: true }),
    }))
    const empty = rows.every(({ cells }) => cells.every(({ blocks }) => blocks.length === 0))
    return empty ? [] : [{ type: 'table', rows }]
  })
}
