import { csvFile } from '../../csv-line.ts'
import type { DealStatus } from '../types.ts'
import {
  askPlace,
  askStep,
  concededWords,
  handWords,
  lastWords,
  levelSaid,
  offeredWords,
  piecesWords,
  stateWords,
} from './words.ts'

/** Where a deal stands, for a program. */
export function dealJson(status: DealStatus): string {
  return `${JSON.stringify({ version: 1, ...status }, null, 2)}\n`
}

/** The issues list, for a spreadsheet: points first, then what they ask for. */
export function dealCsv({ points, asks }: DealStatus): string {
  return csvFile([
    [
      'Issue',
      'Section',
      'Asked',
      'We sent',
      'They answered',
      'State',
      'Conceded',
      'Next step',
      'Owner',
      'By',
      'Their words',
      'Their comments',
    ],
    ...points.map((one) => {
      const last = one.turns.findLast(({ reading }) => reading)?.reading
      return [
        one.point.title,
        last?.section ?? one.turns.at(-1)?.section ?? '',
        levelSaid(one.point.asked),
        offeredWords(one.turns),
        lastWords(one),
        stateWords(one),
        concededWords(one),
        one.nextStep,
        one.owner,
        last ? handWords(last.by) : '',
        last && last.outcome !== 'accepted' ? piecesWords(last.pieces) : '',
        (last?.comments ?? []).map(({ text }) => text).join(' | '),
      ]
    }),
    ...asks.map(({ id, kind, section, beside, row, manner, by, pieces, topics, comments }) => [
      `New ask: ${topics.map(({ title }) => title).join(', ') || 'no topic of ours'}`,
      askPlace({ section, beside, row }),
      '',
      '',
      `${kind}, ${manner}`,
      'open',
      '',
      askStep({ id, kind, topics }),
      '',
      handWords(by),
      piecesWords(pieces),
      comments.map(({ text }) => text).join(' | '),
    ]),
  ])
}
