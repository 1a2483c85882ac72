import type { BlockContent } from 'mdast'
import { blocks } from '../../library/page.ts'
import type { Bearer, DutyRow } from '../types.ts'
import { placeOf } from './words.ts'

const { heading, paragraph, table } = blocks

/** Who bears a duty by a paper, as a report says it. */
export const bearerWords: Record<Bearer, string> = {
  client: 'our client',
  other: 'who writes the paper',
  both: 'both',
  nobody: 'nobody: it is denied',
  unclear: 'not said: read it',
}

/** The duties of the licenses that a paper speaks of, in a report. */
export function dutiesTable(duties: readonly DutyRow[]): BlockContent[] {
  if (duties.length === 0) return []
  return [
    heading(2, 'Duties of the licenses in it'),
    paragraph(
      'What a license asks for and the paper speaks of, with who bears it by the paper. The license asks its licensee whatever the paper says.',
    ),
    table(
      ['Duty', 'Borne by', 'Section', 'Their words', 'The license'],
      duties.map(({ title, bearer, section, words, asks }) => [
        title,
        bearerWords[bearer],
        placeOf(section),
        words,
        asks,
      ]),
    ),
  ]
}
