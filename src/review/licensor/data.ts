import { csvFile } from '../../csv-line.ts'
import { verdictWords } from '../report/words.ts'
import type { LicensorReview } from './types.ts'

/** A review of a licensor's paper as JSON, for a program. */
export function licensorReviewJson(review: LicensorReview): string {
  return `${JSON.stringify({ version: 1, ...review }, null, 2)}\n`
}

/** Its table, for a spreadsheet. */
export function licensorReviewCsv({ rows }: LicensorReview): string {
  return csvFile([
    ['Position', 'Asked', 'Found', 'Section', 'What decides', 'Their words', 'Marked', 'Where'],
    ...rows.map(({ title, asked, verdict, sections, because, words, proposed }) => [
      title,
      verdictWords[asked],
      verdictWords[verdict],
      sections.join(', '),
      because,
      words.join(' | '),
      proposed?.kind ?? '',
      proposed?.place ?? '',
    ]),
  ])
}
