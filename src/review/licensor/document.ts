import type { BlockContent } from 'mdast'
import { type DraftDocument, type OwnReportOptions, reviewNote } from '../../draft/index.ts'
import { type Library, levelsDown, levelWords, type Position } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { dutiesTable } from '../report/duties.ts'
import { answersOf, detailOf, isShort, limits, reviewReport, tableOf, tallyOf } from '../report/parts.ts'
import type { LicensorReview, PositionRow } from './types.ts'

const { bullets, heading, paragraph } = blocks

/**
 * A review of a licensor's paper as a document for our own side: what is worst on the first screen, a table of every position,
 * then each with the words that decide, what our levels ask and what to say of it.
 */
export function licensorReviewDocument(
  review: LicensorReview,
  { positions, digest }: Pick<Library, 'positions' | 'digest'>,
  options: OwnReportOptions = {},
): DraftDocument {
  const { rows } = review
  const below = [
    ...(rows.length === 0 ? [] : [heading(2, 'Every position'), tableOf('Position', rows)]),
    ...nothingAskedOf(review),
    ...dutiesTable(review.duties),
    ...limits(review),
    ...(rows.length === 0 ? [] : [heading(2, 'Position by position')]),
    ...rows.flatMap((row) => [
      ...detailOf(row),
      ...(isShort(row) ? shortOf(row, positions.get(row.position)) : []),
    ]),
  ]
  const tally =
    rows.length === 0
      ? 'The matter takes no position on it that a review judges.'
      : tallyOf(review, 'position')
  const said = { opening: opening(review, options.privileged ?? false), tally }
  return reviewReport(review, { ...said, below, libraryDigest: digest }, options)
}

function opening({ what }: LicensorReview, privileged: boolean): string {
  return `It is read as a licensor’s paper, ${what}, and held against the positions that the matter takes. ${reviewNote(privileged)}`
}

function nothingAskedOf({ nothingAsked }: LicensorReview): BlockContent[] {
  if (nothingAsked.length === 0) return []
  return [
    heading(2, 'Nothing to ask for'),
    ...bullets(
      nothingAsked.map(({ title, because }) => `${title}: ${because}, as far as its words were understood.`),
    ),
  ]
}

/** What our levels ask of a position that is given less, and what to say of it. */
function shortOf({ asks }: PositionRow, position: Position | undefined): BlockContent[] {
  const levels = levelsDown.flatMap((level) =>
    asks[level] ? [`We ask, ${levelWords[level]}: ${asks[level]}`] : [],
  )
  return [...bullets(levels), ...(position ? cribOf(position) : [])]
}

/** What to say of it. */
function cribOf({ hurts, giveInReturn, counterArguments, approval }: Position): BlockContent[] {
  return [
    paragraph(`Whom it hurts: ${hurts}`),
    ...answersOf(counterArguments),
    paragraph(`We can give: ${giveInReturn}`),
    paragraph(`Who approves less: ${approval}`),
  ]
}
