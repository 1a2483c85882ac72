import { branchOf, child, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { cutTokens, type OpenFields } from './cut.ts'
import { leavesOf } from './leaves.ts'
import { objectKeys } from './objects.ts'
import type { Block, ParagraphBlock, Row, TableBlock, Token } from './types.ts'

/** Reads the blocks of a container of a part: body, header, note, cell, box. */
export type ReadBlocks = (container: XmlElement) => Block[]

/**
 * A reader of the blocks of a part.
 *
 * @param results whether what cross-references show is read
 */
export function blockReader(
  file: WordPackage,
  part: string,
  noteKey: (kind: string, id: string) => string,
  results = true,
): ReadBlocks {
  const keys = objectKeys(file, part, noteKey)
  const relationships = new Map(file.relationships(part).map((one) => [one.id, one]))
  const paragraph = (node: XmlElement, wrappers: readonly XmlElement[], open: OpenFields): ParagraphBlock => {
    const end: Token = { kind: 'end', key: '¶', parts: [], text: '' }
    const tokens = [...cutTokens(leavesOf(node, relationships), keys, open, results), end]
    const block: ParagraphBlock = {
      type: 'paragraph',
      node,
      tokens,
      end,
      wrappers,
      key: tokens.map(({ key }) => key).join(''),
    }
    for (const token of tokens) token.block = block
    return block
  }
  const table = (node: XmlElement, wrappers: readonly XmlElement[]): TableBlock => {
    const rows: Row[] = rowsIn(node).map((row) => {
      const cells = cellsIn(row).map((cell) => ({ node: cell, blocks: readAll(cell) }))
      return {
        node: row,
        cells,
        key: cells.map(({ blocks }) => blocks.map(({ key }) => key).join('\n')).join('\t'),
      }
    })
    const key = `table ${rows.map((row) => row.key).join('\r')}`
    const token: Token = { kind: 'table', key, parts: [], text: '' }
    const block: TableBlock = { type: 'table', node, rows, wrappers, key, token }
    token.block = block
    return block
  }
  const visit = (
    parent: XmlElement,
    wrappers: readonly XmlElement[],
    blocks: Block[],
    open: OpenFields,
  ): void => {
    for (const node of elementsOf(parent)) {
      if (node.name === 'w:p') blocks.push(paragraph(node, wrappers, open))
      else if (node.name === 'w:tbl') {
        // Some programs leave a table behind that has no row: nobody sees it.
        if (rowsIn(node).length > 0) blocks.push(table(node, wrappers))
      } else if (node.name.endsWith('Pr')) continue
      else {
        const inner =
          node.name === 'w:sdt'
            ? child(node, 'w:sdtContent')
            : node.name === 'mc:AlternateContent'
              ? branchOf(node)
              : node
        if (inner) visit(inner, [...wrappers, node], blocks, open)
      }
    }
  }
  const readAll: ReadBlocks = (container) => {
    const blocks: Block[] = []
    visit(container, [], blocks, [])
    return blocks
  }
  return readAll
}

/** The rows of a table, through what wraps them. */
export function rowsIn(table: XmlElement): XmlElement[] {
  return through(table, 'w:tr')
}

function cellsIn(row: XmlElement): XmlElement[] {
  return through(row, 'w:tc')
}

function through(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((node) => {
    if (node.name === name) return [node]
    if (node.name === 'w:sdt') return through(child(node, 'w:sdtContent') ?? node, name)
    return node.name === 'w:customXml' ? through(node, name) : []
  })
}
