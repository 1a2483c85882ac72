import type { BlockContent, Root } from 'mdast'
import type { DraftDocument } from '../../draft/index.ts'
import type { FlowDown, Library } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { markingFor } from '../../matter/index.ts'
import { isMet } from '../review.ts'
import type { PointFound, Proposal, Review, ReviewRow } from '../types.ts'
import { dutiesTable } from './duties.ts'
import { countsOf, figureWords, foundWords, limitsOf, placeOf, verdictWords } from './words.ts'

const { bullets, heading, paragraph, table } = blocks

/** How many of the worst are named on the first screen. */
const worst = 5

/** What stands around a review in its file. */
export interface ReviewDocumentOptions {
  author?: string
  /** ISO date. */
  date?: string
  privileged?: boolean
}

/**
 * A review as a document for our own side: what is worst on the first screen, a table of every clause, then each with the
 * words that decide and what to say of it.
 */
export function reviewDocument(
  review: Review,
  { flowDowns, digest }: Pick<Library, 'flowDowns' | 'digest'>,
  { author, date, privileged = false }: ReviewDocumentOptions = {},
): DraftDocument {
  const title = `Review of ${review.name}`
  const tree: Root = {
    type: 'root',
    children: [
      heading(1, title),
      paragraph(opening(review, privileged)),
      paragraph(verdictLine(review)),
      ...contradictionsOf(review),
      ...worstOf(review),
      heading(2, 'Every clause'),
      tableOf(review),
      ...dutiesTable(review.duties),
      ...limits(review),
      heading(2, 'Clause by clause'),
      ...review.rows.flatMap((row) => detailOf(row, flowDowns.get(row.flowDown))),
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

function opening({ vendor, resale }: Review, privileged: boolean): string {
  const whose = vendor === undefined ? 'Their paper' : `The paper of ${vendor}`
  const what = `${whose}${resale ? ', which resells our client’s product,' : ''} is held against the clauses that the matter calls for.`
  const advice = privileged ? '' : ' It is legal information and drafting mechanics, not legal advice.'
  return `${what} A lawyer reviews this before anyone relies on it.${advice}`
}

function verdictLine(review: Review): string {
  const { rows } = review
  const parts = countsOf(review).map(({ count, words }) => `${count} ${words}`)
  const decided = rows.filter((row) => row.decided).length
  const whose = decided === 0 ? '' : ` ${decided} of these verdicts are a person’s.`
  return `Of ${rows.length} clauses ${parts.join(', ')}.${whose}`
}

function contradictionsOf({ contradictions }: Review): BlockContent[] {
  if (contradictions.length === 0) return []
  return [
    heading(2, 'Against the facts of the matter'),
    ...bullets(contradictions.map(({ section, because }) => `${placeOf(section)}: ${because}`)),
  ]
}

function worstOf({ rows }: Review): BlockContent[] {
  const bad = rows.filter(({ verdict }) => !isMet(verdict) && verdict !== 'unclear').slice(0, worst)
  if (bad.length === 0) return []
  return [
    heading(2, 'Worst first'),
    ...bullets(
      bad.map(
        ({ title, verdict, because, decided, sections }) =>
          `${title} (${[verdictWords[verdict], ...sections.slice(0, 1).map(placeOf)].join(', ')}): ${decided?.reason ?? because}`,
      ),
    ),
  ]
}

function tableOf({ rows }: Review): BlockContent {
  const marked = rows.some(({ proposed }) => proposed)
  return table(
    ['Clause', 'We ask', 'Found', 'Section', ...(marked ? ['Marked'] : [])],
    rows.map(({ title, asked, verdict, sections, decided, proposed }) => [
      title,
      verdictWords[asked].replace('met: ', ''),
      `${verdictWords[verdict]}${decided ? ` (${decided.by})` : ''}`,
      sections.slice(0, 2).join(', '),
      ...(marked ? [proposed ? markedWords(proposed) : ''] : []),
    ]),
  )
}

/** What is done for a row in what goes back, in a cell. */
export function markedWords({ kind, place, numbers = [] }: Proposal): string {
  if (kind === 'number') return numbers.map(({ from, to }) => `${from} → ${to}`).join('; ')
  if (kind === 'insertion') return `insertion, ${place}`
  return kind
}

/** What was not judged, and not read. */
function limits(review: Review): BlockContent[] {
  const lines = limitsOf(review)
  return lines.length === 0 ? [] : [heading(2, 'What was not read, and how the rest was'), ...bullets(lines)]
}

function detailOf(row: ReviewRow, flowDown: FlowDown | undefined): BlockContent[] {
  const { title, verdict, asked, because, words, sections, points, decided, lapsed } = row
  const isShort = !isMet(verdict) || verdict !== asked
  return [
    heading(3, `${title}: ${verdictWords[verdict]}`),
    ...(decided
      ? [
          paragraph(
            `Decided by ${decided.by} on ${decided.on}: ${decided.reason} The engine says: ${verdictWords[decided.ours]}.`,
          ),
        ]
      : []),
    ...(lapsed
      ? [
          paragraph(
            `${lapsed.by} decided ${verdictWords[lapsed.verdict]} on ${lapsed.on}, of words that have changed since: it counts no more.`,
          ),
        ]
      : []),
    paragraph(`${sentence(because)}${sections.length > 0 ? ` (${placesOf(sections)})` : ''}`),
    ...words.map((one): BlockContent => ({ type: 'blockquote', children: [paragraph(one)] })),
    ...(points.length > 0 && isShort ? bullets(points.map(pointLine)) : []),
    ...(flowDown && isShort ? cribOf(flowDown) : []),
  ]
}

export function pointLine({ asks, found, section, figure }: PointFound): string {
  const place = section === undefined ? '' : `, ${placeOf(section)}`
  const compared = figure ? `; ${figure.term}: ${figureWords(figure)}` : ''
  return `${asks}: ${foundWords[found]}${place}${compared}`
}

/** What to say of it. */
function cribOf({ why, counterArguments }: FlowDown): BlockContent[] {
  return [
    paragraph(`Why we ask: ${why}`),
    ...counterArguments.map(({ they, we }) => paragraph(`They say: ${they} We say: ${we}`)),
  ]
}

export function placesOf(sections: readonly string[]): string {
  return sections.map(placeOf).join(', ')
}

export function sentence(words: string): string {
  const first = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return /[.!?]$/.test(first) ? first : `${first}.`
}
