import { type Info, parse } from 'csv-parse'
import { answerOf, evasionIn, withFact } from '../../matter/written.ts'
import { Problem } from '../../problem.ts'
import type { BatchRow } from '../types.ts'
import { csvForm, csvText } from './csv-text.ts'
import { type Column, columnsOf } from './header.ts'

/** A record with its place, as csv-parse gives it when asked for both. */
interface Read {
  record: string[]
  info: Info
  raw: string
}

/** Longest row (characters): an unclosed quotation mark swallows the rest of a table. */
const longestRow = 1_000_000

/**
 * The rows of a table, one at a time, over the facts that they have in common.
 *
 * @throws Problem for the header; what is wrong with a row is in the row
 */
export async function* csvRows(file: string, common: Record<string, unknown>): AsyncGenerator<BatchRow> {
  const form = await csvForm(file)
  const parser = parse({
    delimiter: form.delimiter,
    bom: true,
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  })
  const source = csvText(file, form)
  source.on('error', (error: Error) => parser.destroy(error))
  source.pipe(parser)
  let columns: (Column | undefined)[] | undefined
  let last = 0
  try {
    for await (const { record, info, raw } of parser as AsyncIterable<Read>) {
      const line = Math.max(last + 1, info.lines - raw.trim().split('\n').length + 1)
      last = info.lines
      if (!columns) columns = columnsOf(record, file)
      else if (record.some((cell) => cell.trim() !== ''))
        yield rowOf(record, columns, `${file}:${line}`, common)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    yield { place: `${file}:${last + 1}`, facts: {}, problem: broken(error as Error & { code?: string }) }
  }
}

function rowOf(
  record: string[],
  columns: (Column | undefined)[],
  place: string,
  common: Record<string, unknown>,
): BatchRow {
  let facts = common
  for (const [at, column] of columns.entries()) {
    const value = column && answerOf(column.field, record[at] ?? '')
    const evasion = column && evasionIn(column.field, record[at] ?? '')
    if (evasion !== undefined)
      return { place, facts, problem: new Problem('row', `${column!.path}: ${evasion}`) }
    if (column && value !== undefined) facts = withFact(facts, column.path, value) ?? facts
  }
  if (record.slice(columns.length).every((cell) => cell.trim() === '')) return { place, facts }
  const reason = `has ${record.length} cells, and the header has ${columns.length}: put a cell with the delimiter in it in quotation marks`
  return { place, facts, problem: new Problem('row', reason) }
}

function broken({ code, message }: Error & { code?: string }): Problem {
  const reasons: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED:
      'a quotation mark that opens here is never closed: close it; the rows after it are not read',
    CSV_MAX_RECORD_SIZE: 'the row has no end: close its quotation mark; the rows after it are not read',
  }
  return new Problem('row', reasons[code ?? ''] ?? `cannot be read: ${message}`)
}
