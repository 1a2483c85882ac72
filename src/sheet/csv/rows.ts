import { type Info, parse } from 'csv-parse'
import { withoutGuard } from '../../csv-line.ts'
import { Problem } from '../../problem.ts'
import type { TableRow } from '../types.ts'
import { type CsvForm, csvText } from './form.ts'

/** A record with its place, as csv-parse gives it when asked for both. */
interface Read {
  record: string[]
  info: Info
  raw: string
}

/** Longest row (characters): an unclosed quotation mark swallows the rest of a table. */
const longestRow = 1_000_000

/** The rows of a table with commas, semicolons or tabs (RFC 4180), one at a time. */
export async function* csvRows(file: string, form: CsvForm): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter: form.delimiter,
    from_line: form.before + 1,
    // A line that a program put before a table of another ends its own way.
    record_delimiter: ['\r\n', '\n', '\r'],
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
  let last = 0
  try {
    for await (const { record, info, raw } of parser as AsyncIterable<Read>) {
      const line = Math.max(last + 1, info.lines - raw.trim().split('\n').length + 1)
      last = info.lines
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record.map(withoutGuard) }
    }
  } catch (error) {
    yield { line: last + 1, cells: [], problem: broken(error as Error & { code?: string }) }
  }
}

function broken({ code, message }: Error & { code?: string }): Problem {
  const reasons: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED:
      'a quotation mark that opens here is never closed: close it; the rows after it are not read',
    CSV_MAX_RECORD_SIZE: 'the row has no end: close its quotation mark; the rows after it are not read',
  }
  return new Problem('row', reasons[code ?? ''] ?? `cannot be read: ${message}`)
}
