import type { SourceBlock } from '../../agreement/index.ts'

/**
 * The body of a Word file in its order: a paragraph as its words, a table as rows of cells, one inside another after it;
 * each paragraph of a cell is a line. Tracked changes count as accepted.
 *
 * @throws Problem where the file cannot be read
 * @example
 * (await wordParts(bytes))[1] // [['Id', 'Question', 'Answer'], ['vendor.kind', 'What does the vendor do?', 'saas']]
 */
export async function wordParts(bytes: Uint8Array): Promise<(string[][] | string)[]> {
  const { wordDocument } = await import('./word.ts')
  const { stories } = wordDocument(bytes)
  return stories.filter(({ kind }) => kind === 'body').flatMap(({ blocks }) => partsOf(blocks))
}

/**
 * The tables of it alone.
 *
 * @throws Problem where the file cannot be read
 */
export async function wordTables(bytes: Uint8Array): Promise<string[][][]> {
  return (await wordParts(bytes)).filter((part): part is string[][] => typeof part !== 'string')
}

function partsOf(blocks: readonly SourceBlock[]): (string[][] | string)[] {
  return blocks.flatMap((block): (string[][] | string)[] =>
    block.type === 'paragraph' ? [block.text] : tablesIn([block]),
  )
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
