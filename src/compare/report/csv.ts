import { csvFile } from '../../csv-line.ts'
import type { ChangeMeaning, Comparison, Pair, TopicComparison } from '../types.ts'
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
  const topics = new Map((comparison.knowledge?.topics ?? []).map((topic) => [topic.id, topic]))
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
        ...meaningOf(pair, topics),
      }
    })
  const all: Row[] = [...notRead(whole), ...rows]
  return csvFile([columns, ...all.map((row) => columns.map((name) => row[name] ?? ''))])
}

/** What the change of a clause's topics is for the licensee, the weightiest first. */
function meaningOf(pair: Pair, topics: ReadonlyMap<string, TopicComparison>): Row {
  const own = pair.topics ?? []
  const changed = own
    .flatMap(({ id }) => topics.get(id) ?? [])
    .filter((topic) => topic.meaning && !topic.guess && isChange(pair))
    .sort((a, b) => b.weight - a.weight)
  const told = (of: (meaning: ChangeMeaning) => string) =>
    changed.flatMap(({ meaning }) => (meaning ? [of(meaning)] : [])).join('; ')
  return {
    topics: own.map(({ id }) => id).join('; '),
    change: told(({ change }) => change),
    meaning: told(({ says }) => says),
    todo: told(({ todo }) => todo.join(' ')),
  }
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
  'topics',
  'change',
  'meaning',
  'todo',
] as const

type Row = Partial<Record<(typeof columns)[number], string | number>>
