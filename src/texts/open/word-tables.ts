import type { SourceBlock } from '../../agreement/index.ts'

/**
 * The tables of a Word file as rows of cells, in their order, one inside another after it; each paragraph of a cell is a
 * line. Tracked changes count as accepted.
 *
 * @throws Problem where the file cannot be read
 * @example
 * (await wordTables(bytes))[0]?.[1] // ['vendor.kind', 'What does the vendor do?', 'saas']
 */
export async function wordTables(bytes: Uint8Array): Promise<string[][][]> {
  const { wordDocument } = await import('./word.ts')
  const { stories } = wordDocument(bytes)
  return stories.filter(({ kind }) => kind === 'body').flatMap(({ blocks }) => tablesIn(blocks))
}

function tablesIn(blocks: readonly SourceBlock[]): string[][][] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return []
    const rows = block.rows.map(({ cells }) => cells.map(({ blocks }) => cellWords(blocks)))
    const inner = block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => tablesIn(blocks)))
    return [rows, ...inner]
  })
}

function cellWords(blocks: readonly SourceBlock[]): string {
  return blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.text.replaceAll('\t', ' ') : []))
    .join('\n')
    .trim()
}
