import { branchOf, child, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { isTrace, tracesOfGone } from '../trace.ts'
import { cutTokens, type OpenFields } from './cut.ts'
import { type Leaf, leavesOf } from './leaves.ts'
import { objectKeys } from './objects.ts'
import { cellsIn, rowsIn } from './rows.ts'
import {
  type Block,
  type Gone,
  LANDMARK,
  type ParagraphBlock,
  type Row,
  type TableBlock,
  type Token,
} from './types.ts'
import { PIECES } from './words.ts'

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
    const leaves = leavesOf(node, relationships)
    const cut = (from: readonly Leaf[]): Token[] => {
      const own = [...cutTokens(from, keys, open, results), end]
      for (const token of own) token.block = block
      return own
    }
    const isPlain = leaves.every(isPlainLeaf) && open.length === 0 && areFieldsWhole(leaves)
    let tokens: Token[] | undefined
    const block: ParagraphBlock = {
      type: 'paragraph',
      node,
      // Most paragraphs of two files are the same: what they are cut into is not kept.
      get tokens() {
        tokens ??= cut(leavesOf(node, relationships))
        return tokens
      },
      end,
      wrappers,
      isPlain,
      says: 0,
      key: '',
    }
    if (isPlain && !leaves.some(isOfField)) {
      block.key = `${leaves.map(({ text, part }) => text ?? keys.keyOf(part.leaf)).join('')}¶`
      block.says = sayingOf(leaves)
    } else {
      const own = cut(leaves)
      block.key = own.map(({ key }) => key).join('')
      block.says = own.filter(({ kind, key }) => kind === 'object' || /[\p{L}\p{N}]/u.test(key)).length
      if (!isPlain) tokens = own
    }
    end.block = block
    return block
  }
  const table = (node: XmlElement, wrappers: readonly XmlElement[]): TableBlock => {
    const rows: Row[] = rowsIn(node).map((row) => {
      const cells = cellsIn(row).map((node) => {
        const blocks = readAll(node)
        return { node, blocks, key: blocks.map(({ key }) => key).join('\n') }
      })
      return { node: row, cells, key: cells.map(({ key }) => key).join('\t') }
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
    gone: Gone[],
  ): void => {
    const add = (block: Block) => {
      if (gone.length > 0) block.goneBefore = gone.splice(0)
      blocks.push(block)
    }
    for (const node of elementsOf(parent)) {
      if (node.name === 'w:p') add(paragraph(node, wrappers, open))
      else if (node.name === 'w:tbl') {
        // Some programs leave a table behind that has no row: nobody sees it.
        if (rowsIn(node).length > 0) add(table(node, wrappers))
      } else if (isTrace(node)) gone.push(...tracesOfGone(node))
      else if (node.name.endsWith('Pr')) continue
      else {
        const inner =
          node.name === 'w:sdt'
            ? child(node, 'w:sdtContent')
            : node.name === 'mc:AlternateContent'
              ? branchOf(node)
              : node
        if (inner) visit(inner, [...wrappers, node], blocks, open, gone)
      }
    }
  }
  const readAll: ReadBlocks = (container) => {
    const blocks: Block[] = []
    const gone: Gone[] = []
    visit(container, [], blocks, [], gone)
    const last = blocks.at(-1)
    if (last && gone.length > 0) last.goneAfter = gone
    return blocks
  }
  return readAll
}

/** Leaves that are read by themselves, wherever they stand; of a field, where all of it stands in one paragraph. */
const plain = new Set([
  'w:t',
  'w:tab',
  'w:br',
  'w:cr',
  'w:noBreakHyphen',
  'w:sym',
  'w:fldChar',
  'w:instrText',
])

function isPlainLeaf({ part: { leaf, wrappers }, scope }: Leaf): boolean {
  return plain.has(leaf.name) && wrappers.length === 0 && scope === ''
}

function isOfField({ part: { leaf } }: Leaf): boolean {
  return leaf.name === 'w:fldChar' || leaf.name === 'w:instrText'
}

/** Whether every field that begins in some leaves ends there, and none other does. */
function areFieldsWhole(leaves: readonly Leaf[]): boolean {
  let open = 0
  for (const { part } of leaves) {
    const type = part.leaf.attributes['w:fldCharType']
    if (type === 'begin') open += 1
    else if (type === 'end') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

/** How many words and objects some leaves have, counted to as many as make a landmark. */
function sayingOf(leaves: readonly Leaf[]): number {
  let count = leaves.filter(({ text }) => text === undefined).length
  if (count >= LANDMARK) return LANDMARK
  const words = leaves.map(({ text }) => text ?? ' ').join('')
  for (const { 0: word } of words.matchAll(PIECES)) {
    if (/[\p{L}\p{N}]/u.test(word)) count += 1
    if (count >= LANDMARK) break
  }
  return count
}
