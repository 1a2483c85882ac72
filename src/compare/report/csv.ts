import { csvLine } from '../../csv-line.ts'
import type { Comparison } from '../types.ts'
import { headOf, wordCount } from './clause.ts'
import { forReader } from './reader.ts'
import { isChange } from './status.ts'
import type { ReportOptions } from './types.ts'

/**
 * The table of clauses as CSV (RFC 4180, with a byte order mark, which Excel needs to read UTF-8): one row a pair.
 * Columns may be added: read them by name. A cell that a spreadsheet would take for a formula starts with an apostrophe.
 */
export function csvReport(whole: Comparison, options: ReportOptions = {}): string {
  const { comparison } = forReader(whole, options)
  const rows = comparison.pairs
    .filter((pair) => !options.changed || isChange(pair))
    .map((pair) => {
      const { left, right, heading } = headOf(pair)
      const { deleted, inserted } = wordCount(pair)
      return {
        document: pair.document,
        story: [pair.story.kind, pair.story.name].filter(Boolean).join(' '),
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
  const all: Row[] = [...notRead(whole), ...rows]
  return `\uFEFF${csvLine(columns)}${all.map((row) => csvLine(columns.map((name) => row[name] ?? ''))).join('')}`
}

/** What could not be read has a row of its own, first, so that no table of clauses passes for the whole. */
function notRead(comparison: Comparison): Row[] {
  return comparison.unread.map(({ side, kind, place, words }) => ({
    story: kind,
    [`${side}_section`]: place,
    heading: words === undefined ? 'words of unknown number' : `${words} words`,
    status: 'not read',
  }))
}

const columns = [
  'document',
  'story',
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
] as const

type Row = Partial<Record<(typeof columns)[number], string | number>>
