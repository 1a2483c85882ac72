import {
  type ColumnMap,
  columnMap,
  type FactColumns,
  factsOfRow,
  localeNamed,
  matterColumns,
  readHeader,
} from '../../matter/table.ts'
import { isRegisterHeader } from '../../register/index.ts'
import { type TableOptions, tableRows } from '../../sheet/index.ts'
import type { BatchRow } from '../types.ts'

/** Which table of a file, and how it writes days and numbers. */
export interface BatchTable extends TableOptions {
  locale?: string
  /** What the columns are whose header is no fact. */
  columns?: ColumnMap
}

/** A table of the register is filled in and drafted from, too: what it keeps beside the facts says nothing to a draft. */
const columnsHere: FactColumns = { ...matterColumns, isElsewhere: isRegisterHeader }

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
  const columns = await readHeader(rows, file, said, columnsHere)
  if (!columns) return
  const elsewhere = columns.flatMap((one) => ('elsewhere' in one ? [one.leftOut] : []))
  if (elsewhere.length > 0) options.unread?.(`what the register alone keeps (${elsewhere.join(', ')})`)
  for await (const row of rows) {
    const place = `${file}:${row.line}`
    if (row.problem) yield { place, facts: {}, problem: row.problem }
    else yield { place, ...factsOfRow(row.cells, columns, common, locale) }
  }
}
