import { factColumns, factsOfRow, localeNamed } from '../../matter/table.ts'
import { type TableOptions, tableRows } from '../../sheet/index.ts'
import type { BatchRow } from '../types.ts'

/** Which table of a file, and how it writes days and numbers. */
export interface BatchTable extends TableOptions {
  locale?: string
}

/**
 * The rows of a table, one at a time, over the facts that they have in common.
 *
 * @throws Problem for the header; what is wrong with a row is in the row
 */
export async function* factRows(
  file: string,
  common: Record<string, unknown>,
  { locale: name, ...options }: BatchTable = {},
): AsyncGenerator<BatchRow> {
  const locale = name === undefined ? undefined : localeNamed(name)
  const rows = tableRows(file, options)
  const header = await rows.next()
  if (header.done) return
  const { line, cells, problem } = header.value
  if (problem) {
    yield { place: `${file}:${line}`, facts: {}, problem }
    return
  }
  const columns = factColumns(cells, { file, line })
  for await (const row of rows) {
    const place = `${file}:${row.line}`
    if (row.problem) yield { place, facts: {}, problem: row.problem }
    else yield { place, ...factsOfRow(row.cells, columns, common, locale) }
  }
}
