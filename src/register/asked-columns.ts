import type { Library } from '../library/index.ts'
import { columnTitles, type FactColumns, factColumns, UnknownColumns } from '../matter/table.ts'
import { type TableOptions, tableRows } from '../sheet/index.ts'
import { registerColumns } from './columns.ts'

/** A column of a table, for a person who says what it is. */
export interface AskedColumn {
  /** What it is called: what stands over it, `Contact (2)` where the same stands over an earlier one, `column 3` where nothing does. */
  header: string
  /** The first values that it has. */
  examples: string[]
  /** The path of the fact that it is, or most likely is. */
  fact?: string
  /** Whether its header says so itself, or that it is a remark. */
  isSaid: boolean
}

/** So many values of a column show what it is, and so many rows are looked at for them. */
const examples = 3
const rowsLookedAt = 50

/**
 * The columns of a table with what they most likely are, for a person to say so.
 *
 * @param table path of a .csv or .xlsx
 * @throws Problem where it is no table
 */
export async function askedColumns(
  table: string,
  library: Pick<Library, 'flowDowns'>,
  options: TableOptions = {},
): Promise<{ line: number; columns: AskedColumn[] }> {
  const rows = tableRows(table, options)
  const header = await rows.next()
  if (header.done || header.value.problem)
    throw header.value?.problem ?? new Error('no table is without a row')
  const { line, cells } = header.value
  const known = { ...registerColumns(library), remarksAlone: true as const }
  const titles = columnTitles(cells)
  const columns = cells.map((cell, at) => askedColumn(cell.trim(), titles[at]!, known))
  for (let read = 0; read < rowsLookedAt; read += 1) {
    const row = await rows.next()
    if (row.done) break
    for (const [at, column] of columns.entries()) {
      const words = row.value.cells[at]?.trim() ?? ''
      if (words !== '' && column.examples.length < examples && !column.examples.includes(words))
        column.examples.push(words)
    }
  }
  await rows.return(undefined)
  // Of two columns one is the fact: the first whose header says so, else the first that may be it.
  const taken = new Set<string>()
  for (const said of [true, false])
    for (const column of columns) {
      if (column.isSaid !== said || column.fact === undefined) continue
      if (!taken.has(column.fact)) taken.add(column.fact)
      else {
        delete column.fact
        column.isSaid = false
      }
    }
  // A column without a name and a value is the edge of the sheet.
  return {
    line,
    columns: columns.filter(({ examples: [first] }, at) => cells[at]!.trim() !== '' || first !== undefined),
  }
}

function askedColumn(cell: string, header: string, known: FactColumns): AskedColumn {
  const column = { header, examples: [] }
  try {
    const [found] = factColumns([cell], { file: '', line: 1 }, known)
    return { ...column, isSaid: found !== undefined, ...(found && 'path' in found && { fact: found.path }) }
  } catch (error) {
    if (!(error instanceof UnknownColumns)) throw error
    const guess = error.columns[0]?.guess
    return { ...column, isSaid: false, ...(guess !== undefined && { fact: guess }) }
  }
}
