import { stringify } from 'csv-stringify/sync'
import type { Comparison } from '../types.ts'
import { headOf, wordCount } from './clause.ts'
import { isChange } from './status.ts'
import type { ReportOptions } from './types.ts'

/**
 * The table of clauses as CSV (RFC 4180, with a byte order mark, which Excel needs to read UTF-8): one row a pair.
 * A cell that a spreadsheet would take for a formula starts with an apostrophe.
 */
export function csvReport({ pairs }: Comparison, { changed = false }: ReportOptions = {}): string {
  const rows = pairs
    .filter((pair) => !changed || isChange(pair))
    .map((pair) => {
      const { left, right, heading } = headOf(pair)
      const { deleted, inserted } = wordCount(pair)
      return {
        left_section: left,
        right_section: right,
        heading,
        status: pair.status,
        moved: pair.moved ? 'yes' : 'no',
        relation: pair.relation ?? '',
        words_deleted: deleted,
        words_inserted: inserted,
        left_text: pair.left?.text ?? '',
        right_text: pair.right?.text ?? '',
      }
    })
  return stringify(rows, {
    header: true,
    columns,
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  })
}

const columns = [
  'left_section',
  'right_section',
  'heading',
  'status',
  'moved',
  'relation',
  'words_deleted',
  'words_inserted',
  'left_text',
  'right_text',
]
