import type { BlockContent } from 'mdast'
import { type DraftDocument, type OwnReportOptions, ownReport, reviewNote } from '../../draft/index.ts'
import type { FlowDown, Library } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import type { Review, ReviewRow } from '../types.ts'
import { dutiesTable } from './duties.ts'
import {
  answersOf,
  contradictionsOf,
  decidingOf,
  isShort,
  limits,
  personOf,
  tableOf,
  worstOf,
} from './parts.ts'
import { countsOf, decidedWords, verdictWords } from './words.ts'

const { heading, paragraph } = blocks

/**
 * A review as a document for our own side: what is worst on the first screen, a table of every clause, then each with the
 * words that decide and what to say of it.
 */
export function reviewDocument(
  review: Review,
  { flowDowns, digest }: Pick<Library, 'flowDowns' | 'digest'>,
  options: OwnReportOptions = {},
): DraftDocument {
  const title = `Review of ${review.name}`
  const children = [
    heading(1, title),
    paragraph(opening(review, options.privileged ?? false)),
    paragraph(verdictLine(review)),
    ...contradictionsOf(review.contradictions),
    ...worstOf(review.rows),
    heading(2, 'Every clause'),
    tableOf('Clause', review.rows),
    ...dutiesTable(review.duties),
    ...limits(review),
    heading(2, 'Clause by clause'),
    ...review.rows.flatMap((row) => detailOf(row, flowDowns.get(row.flowDown))),
  ]
  return ownReport({ id: 'review', title, children, matter: review.matter, libraryDigest: digest }, options)
}

function opening({ vendor, resale }: Review, privileged: boolean): string {
  const whose = vendor === undefined ? 'Their paper' : `The paper of ${vendor}`
  const what = `${whose}${resale ? ', which resells our client’s product,' : ''} is held against the clauses that the matter calls for.`
  return `${what} ${reviewNote(privileged)}`
}

function verdictLine(review: Review): string {
  const { rows } = review
  const parts = countsOf(review).map(({ count, words }) => `${count} ${words}`)
  return `Of ${rows.length} clauses ${parts.join(', ')}.${decidedWords(rows)}`
}

function detailOf(row: ReviewRow, flowDown: FlowDown | undefined): BlockContent[] {
  const { title, verdict } = row
  return [
    heading(3, `${title}: ${verdictWords[verdict]}`),
    ...personOf(row),
    ...decidingOf(row),
    ...(flowDown && isShort(row) ? cribOf(flowDown) : []),
  ]
}

/** What to say of it. */
function cribOf({ why, counterArguments }: FlowDown): BlockContent[] {
  return [paragraph(`Why we ask: ${why}`), ...answersOf(counterArguments)]
}
