import type { BlockContent, Root } from 'mdast'
import type { DraftDocument } from '../../draft/index.ts'
import { type Library, levelsDown, levelWords, type Position } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { markingFor } from '../../matter/index.ts'
import { markedWords, placesOf, pointLine, type ReviewDocumentOptions, sentence } from '../report/document.ts'
import { dutiesTable } from '../report/duties.ts'
import { countsOf, limitsOf, placeOf, verdictWords } from '../report/words.ts'
import { isMet } from '../review.ts'
import type { LicensorReview, PositionRow } from './types.ts'

const { bullets, heading, paragraph, table } = blocks

/** How many of the worst are named on the first screen. */
const worst = 5

/**
 * A review of a licensor's paper as a document for our own side: what is worst on the first screen, a table of every position,
 * then each with the words that decide, what our levels ask and what to say of it.
 */
export function licensorReviewDocument(
  review: LicensorReview,
  { positions, digest }: Pick<Library, 'positions' | 'digest'>,
  { author, date, privileged = false }: ReviewDocumentOptions = {},
): DraftDocument {
  const title = `Review of ${review.name}`
  const tree: Root = {
    type: 'root',
    children: [
      heading(1, title),
      paragraph(opening(review, privileged)),
      paragraph(verdictLine(review)),
      ...worstOf(review),
      ...(review.rows.length === 0 ? [] : [heading(2, 'Every position'), tableOf(review)]),
      ...nothingAskedOf(review),
      ...dutiesTable(review.duties),
      ...limits(review),
      ...(review.rows.length === 0 ? [] : [heading(2, 'Position by position')]),
      ...review.rows.flatMap((row) => detailOf(row, positions.get(row.position))),
    ],
  }
  return {
    id: 'review',
    title,
    language: 'en-US',
    paper: 'Letter',
    orientation: 'portrait',
    tree,
    properties: {
      matter: review.matter,
      status: 'Draft',
      libraryDigest: digest,
      textDigests: {},
      marking: markingFor({ privileged }),
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
    },
    blanks: [],
    messages: [],
  }
}

function opening({ what }: LicensorReview, privileged: boolean): string {
  const advice = privileged ? '' : ' It is legal information and drafting mechanics, not legal advice.'
  return `It is read as a licensor’s paper, ${what}, and held against the positions that the matter takes. A lawyer reviews this before anyone relies on it.${advice}`
}

function verdictLine(review: LicensorReview): string {
  const parts = countsOf(review).map(({ count, words }) => `${count} ${words}`)
  const count = review.rows.length
  if (count === 0) return 'The matter takes no position on it that a review judges.'
  return `Of ${count} ${count === 1 ? 'position' : 'positions'} ${parts.join(', ')}.`
}

function worstOf({ rows }: LicensorReview): BlockContent[] {
  const bad = rows.filter(({ verdict }) => !isMet(verdict) && verdict !== 'unclear').slice(0, worst)
  if (bad.length === 0) return []
  return [
    heading(2, 'Worst first'),
    ...bullets(
      bad.map(
        ({ title, verdict, because, sections }) =>
          `${title} (${[verdictWords[verdict], ...sections.slice(0, 1).map(placeOf)].join(', ')}): ${because}`,
      ),
    ),
  ]
}

function tableOf({ rows }: LicensorReview): BlockContent {
  const marked = rows.some(({ proposed }) => proposed)
  return table(
    ['Position', 'We ask', 'Found', 'Section', ...(marked ? ['Marked'] : [])],
    rows.map(({ title, asked, verdict, sections, proposed }) => [
      title,
      levelWords[asked],
      verdictWords[verdict],
      sections.slice(0, 2).join(', '),
      ...(marked ? [proposed ? markedWords(proposed) : ''] : []),
    ]),
  )
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

/** What was not judged, and not read. */
function limits(review: LicensorReview): BlockContent[] {
  const lines = limitsOf(review)
  return lines.length === 0 ? [] : [heading(2, 'What was not read, and how the rest was'), ...bullets(lines)]
}

function detailOf(row: PositionRow, position: Position | undefined): BlockContent[] {
  const { title, verdict, asked, because, words, sections, points, asks } = row
  const isShort = !isMet(verdict) || verdict !== asked
  return [
    heading(3, `${title}: ${verdictWords[verdict]}`),
    paragraph(`${sentence(because)}${sections.length > 0 ? ` (${placesOf(sections)})` : ''}`),
    ...words.map((one): BlockContent => ({ type: 'blockquote', children: [paragraph(one)] })),
    ...(points.length > 0 && isShort ? bullets(points.map(pointLine)) : []),
    ...(isShort
      ? bullets(
          levelsDown.flatMap((level) =>
            asks[level] ? [`We ask, ${levelWords[level]}: ${asks[level]}`] : [],
          ),
        )
      : []),
    ...(position && isShort ? cribOf(position) : []),
  ]
}

/** What to say of it. */
function cribOf({ hurts, giveInReturn, counterArguments, approval }: Position): BlockContent[] {
  return [
    paragraph(`Whom it hurts: ${hurts}`),
    ...counterArguments.map(({ they, we }) => paragraph(`They say: ${they} We say: ${we}`)),
    paragraph(`We can give: ${giveInReturn}`),
    paragraph(`Who approves less: ${approval}`),
  ]
}
