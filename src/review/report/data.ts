import { csvFile } from '../../csv-line.ts'
import type { Review } from '../types.ts'
import { verdictWords } from './words.ts'

/** A review as JSON, for a program. */
export function reviewJson(review: Review): string {
  return `${JSON.stringify({ version: 1, ...review }, null, 2)}\n`
}

/** Its table, for a spreadsheet. */
export function reviewCsv({ rows }: Review): string {
  return csvFile([
    ['Clause', 'Asked', 'Found', 'Section', 'What decides', 'Their words', 'Whose', 'Marked', 'Where'],
    ...rows.map(({ title, asked, verdict, sections, because, words, decided, proposed }) => [
      title,
      verdictWords[asked],
      verdictWords[verdict],
      sections.join(', '),
      decided?.reason ?? because,
      words.join(' | '),
      decided ? `${decided.by}, ${decided.on}` : 'engine',
      proposed?.kind ?? '',
      proposed?.place ?? '',
    ]),
  ])
}
