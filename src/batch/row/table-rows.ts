import { type ColumnMap, columnMap, factsOfRow, localeNamed, readHeader } from '../../matter/table.ts'
import { type TableOptions, tableRows } from '../../sheet/index.ts'
import type { BatchRow } from '../types.ts'

/** Which table of a file, and how it writes days and numbers. */
export interface BatchTable extends TableOptions {
  locale?: string
  /** What the columns are whose header is no fact. */
  columns?: ColumnMap
}

/**
 * The rows of a table, one at a time, over the facts that they have in common.
 *
 * @throws Problem for the header; what is wrong with a row is in the row
 */
export async function* factRows(
  file: string,
  common: Record<string, unknown>,
  { locale: name, columns: said = columnMap([]), ...options }: BatchTable = {},
): AsyncGenerator<BatchRow> {
  const locale = name === undefined ? undefined : localeNamed(name)
  const rows = tableRows(file, options)
  const columns = await readHeader(rows, file, said)
  if (!columns) return
  for await (const row of rows) {
    const place = `${file}:${row.line}`
    if (row.problem) yield { place, facts: {}, problem: row.problem }
    else yield { place, ...factsOfRow(row.cells, columns, common, locale) }
  }
}
