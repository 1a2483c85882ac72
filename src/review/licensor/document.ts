import type { BlockContent } from 'mdast'
import { type DraftDocument, type OwnReportOptions, ownReport, reviewNote } from '../../draft/index.ts'
import { type Library, levelsDown, levelWords, type Position } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { dutiesTable } from '../report/duties.ts'
import {
  answersOf,
  contradictionsOf,
  decidingOf,
  isShort,
  limits,
  personOf,
  tableOf,
  worstOf,
} from '../report/parts.ts'
import { countsOf, decidedWords, verdictWords } from '../report/words.ts'
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
  const title = `Review of ${review.name}`
  const children = [
    heading(1, title),
    paragraph(opening(review, options.privileged ?? false)),
    paragraph(verdictLine(review)),
    ...contradictionsOf(review.contradictions),
    ...worstOf(rows),
    ...(rows.length === 0 ? [] : [heading(2, 'Every position'), tableOf('Position', rows)]),
    ...nothingAskedOf(review),
    ...dutiesTable(review.duties),
    ...limits(review),
    ...(rows.length === 0 ? [] : [heading(2, 'Position by position')]),
    ...rows.flatMap((row) => detailOf(row, positions.get(row.position))),
  ]
  return ownReport({ id: 'review', title, children, matter: review.matter, libraryDigest: digest }, options)
}

function opening({ what }: LicensorReview, privileged: boolean): string {
  return `It is read as a licensor’s paper, ${what}, and held against the positions that the matter takes. ${reviewNote(privileged)}`
}

function verdictLine(review: LicensorReview): string {
  const parts = countsOf(review).map(({ count, words }) => `${count} ${words}`)
  const count = review.rows.length
  if (count === 0) return 'The matter takes no position on it that a review judges.'
  return `Of ${count} ${count === 1 ? 'position' : 'positions'} ${parts.join(', ')}.${decidedWords(review.rows)}`
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

function detailOf(row: PositionRow, position: Position | undefined): BlockContent[] {
  const { title, verdict, asks } = row
  const levels = levelsDown.flatMap((level) =>
    asks[level] ? [`We ask, ${levelWords[level]}: ${asks[level]}`] : [],
  )
  return [
    heading(3, `${title}: ${verdictWords[verdict]}`),
    ...personOf(row),
    ...decidingOf(row),
    ...(isShort(row) ? bullets(levels) : []),
    ...(position && isShort(row) ? cribOf(position) : []),
  ]
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
