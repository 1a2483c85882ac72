import type { BlockContent } from 'mdast'
import { type DraftDocument, type OwnReportOptions, reviewNote } from '../../draft/index.ts'
import type { FlowDown, Library } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import type { Review, ReviewRow } from '../types.ts'
import { dutiesTable } from './duties.ts'
import { answersOf, detailOf, isShort, limits, reviewReport, tableOf, tallyOf } from './parts.ts'

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
  const below = [
    heading(2, 'Every clause'),
    tableOf('Clause', review.rows),
    ...dutiesTable(review.duties),
    ...limits(review),
    heading(2, 'Clause by clause'),
    ...review.rows.flatMap((row) => [...detailOf(row), ...cribOf(row, flowDowns.get(row.flowDown))]),
  ]
  const said = { opening: opening(review, options.privileged ?? false), tally: tallyOf(review, 'clause') }
  return reviewReport(review, { ...said, below, libraryDigest: digest }, options)
}

function opening({ vendor, resale }: Review, privileged: boolean): string {
  const whose = vendor === undefined ? 'Their paper' : `The paper of ${vendor}`
  const what = `${whose}${resale ? ', which resells our client’s product,' : ''} is held against the clauses that the matter calls for.`
  return `${what} ${reviewNote(privileged)}`
}

/** What to say of a clause that gives less than is asked. */
function cribOf(row: ReviewRow, flowDown: FlowDown | undefined): BlockContent[] {
  if (!flowDown || !isShort(row)) return []
  return [paragraph(`Why we ask: ${flowDown.why}`), ...answersOf(flowDown.counterArguments)]
}
