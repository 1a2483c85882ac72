import { csvFile } from '../../csv-line.ts'
import type { SilentReport } from './types.ts'

const columns = [
  'kind',
  'place',
  'story',
  'before',
  'after',
  'words_before',
  'words_behind',
  'tracked_nearby',
  'author',
  'tracked_changes',
  'new_comments',
]

/**
 * Silent changes as CSV (RFC 4180, with a byte order mark): a row a change; then one for each author who tracked changes
 * or commented (`tracked`), and one for all that was not compared (`not compared`).
 */
export function silentCsv({ changes, tracked, notCompared }: SilentReport): string {
  const rows = [
    ...changes.map(({ kind, place, story, before, after, around, nearby }) => [
      kind,
      place,
      story,
      before,
      after,
      around.before,
      around.after,
      nearby.join('; '),
      '',
      '',
      '',
    ]),
    ...tracked.map(({ author, changes: count, comments }) => [
      'tracked',
      ...Array<string>(7).fill(''),
      author,
      count,
      comments,
    ]),
    ...notCompared.map((line) => ['not compared', line, ...Array<string>(9).fill('')]),
  ]
  return csvFile([columns, ...rows])
}
