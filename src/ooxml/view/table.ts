import { stands } from '../model/revisions.ts'
import type { Block, Table } from '../model/types.ts'
import type { ViewedBlock, ViewedCell, ViewedTable } from './types.ts'
import type { Viewing } from './viewing.ts'

/** A table in a view: without the rows and cells that are not in it, with the rows that a merged cell covers counted. */
export function viewTable(
  table: Table,
  viewing: Viewing,
  viewBlocks: (blocks: readonly Block[], viewing: Viewing) => ViewedBlock[],
): ViewedTable {
  const { view } = viewing
  // The cell that each column of the grid belongs to, where it goes on below.
  let merged = new Map<number, ViewedCell>()
  const rows = table.rows.flatMap((row) => {
    if (!stands(row.revisions, view)) return []
    const open = new Map<number, ViewedCell>()
    let column = row.before
    const cells = row.cells.flatMap((source) => {
      if (!stands(source.revisions, view)) return []
      const at = column
      const columns = view === 'original' ? (source.columnsBefore ?? source.columns) : source.columns
      column += columns
      const blocks = viewBlocks(source.blocks, viewing)
      const merge = view === 'original' ? (source.mergeBefore ?? source.merge) : source.merge
      const above = merge === 'continue' ? merged.get(at) : undefined
      if (above) {
        above.rows += 1
        // Word prints nothing there, but no word is lost.
        if (blocks.some(hasWords)) for (const block of blocks) above.blocks.push(block)
        open.set(at, above)
        return []
      }
      const cell = { source, blocks, columns, rows: 1 }
      if (merge === 'start' || merge === 'continue') open.set(at, cell)
      return [cell]
    })
    merged = open
    return [{ source: row, cells }]
  })
  return { type: 'table', source: table, rows: rows.filter(({ cells }) => cells.length > 0) }
}

function hasWords(block: ViewedBlock): boolean {
  return block.type !== 'paragraph' || block.pieces.some(({ text }) => text.trim() !== '')
}
