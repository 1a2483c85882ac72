import type { INumberingOptions } from 'docx'
import { clauseIndent } from './draft-styles.ts'

export const CLAUSES = 'clauses'
export const SCHEDULES = 'schedules'
export const BULLETS = 'bullets'
export const ORDERED = 'ordered'

/** How each level of clauses is printed: `1.`, `1.1`, `(a)`, `(i)`, `(A)`, as the draft's own numbering does. */
const CLAUSE_LEVELS = [
  { format: 'decimal', text: '%1.' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'lowerLetter', text: '(%3)' },
  { format: 'lowerRoman', text: '(%4)' },
  ...[5, 6, 7, 8, 9].map((level) => ({ format: 'upperLetter', text: `(%${level})` }) as const),
] as const

export const numbering: INumberingOptions = {
  config: [
    {
      reference: CLAUSES,
      levels: CLAUSE_LEVELS.map(({ format, text }, level) => ({
        level,
        format,
        text,
        alignment: 'left',
        style: { paragraph: { indent: clauseIndent(level + 1) } },
      })),
    },
    {
      reference: SCHEDULES,
      levels: [{ level: 0, format: 'decimal', text: 'Schedule %1', alignment: 'left', suffix: 'nothing' }],
    },
    {
      reference: BULLETS,
      levels: [0, 1, 2, 3].map((level) => ({
        level,
        format: 'bullet',
        text: level % 2 === 0 ? '•' : '–',
        alignment: 'left',
        style: { paragraph: { indent: { left: 360 * (level + 1) + 207, hanging: 360 } } },
      })),
    },
    {
      reference: ORDERED,
      levels: [0, 1, 2, 3].map((level) => ({
        level,
        format: level % 2 === 0 ? 'decimal' : 'lowerLetter',
        text: `%${level + 1}.`,
        alignment: 'left',
        style: { paragraph: { indent: { left: 360 * (level + 1) + 207, hanging: 360 } } },
      })),
    },
  ],
}
