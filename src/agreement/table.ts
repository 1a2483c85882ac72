import type { Block } from './blocks.ts'
import type { Branch } from './branch.ts'
import type { SourceBlock, SourceCell, SourceRow } from './source.ts'

/** A table as a branch: rows of cells, an empty cell among them, so that columns stay apart and in place. */
export function tableOf(block: Block, rows: SourceRow[]): Branch {
  return {
    ...branchOf(block, 'table', ''),
    children: rows.map((row) => ({
      ...branchOf(block, 'row', ''),
      children: row.cells.map((cell) => cellOf(block, cell)),
    })),
  }
}

/** A cell's words up to the first table in it are its own; that table and what follows it stand below, in order. */
function cellOf(block: Block, { blocks, columns = 1, rows = 1 }: SourceCell): Branch {
  const first = blocks.findIndex(({ type }) => type === 'table')
  const own = first < 0 ? blocks : blocks.slice(0, first)
  const below = first < 0 ? [] : blocks.slice(first)
  return {
    ...branchOf(block, 'cell', own.map(cellBlockWords).filter(Boolean).join('\n')),
    span: { ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) },
    children: below.map((one) =>
      one.type === 'table' ? tableOf(block, one.rows) : branchOf(block, 'paragraph', cellBlockWords(one)),
    ),
  }
}

function cellBlockWords(block: SourceBlock): string {
  if (block.type === 'table') return ''
  const words = block.text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
  return [block.label ?? '', words].filter(Boolean).join(' ')
}

function branchOf(block: Block, role: Branch['role'], text: string): Branch {
  const { start, end } = block
  const own = { indent: 0, headed: false, single: true, start, end, text }
  return { block: own, more: [], role, value: 0, children: [] }
}
