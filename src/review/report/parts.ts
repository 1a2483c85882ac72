import type { BlockContent } from 'mdast'
import { type DraftDocument, type OwnReportOptions, ownReport } from '../../draft/index.ts'
import { levelWords, pluralOf } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import { isMet } from '../review.ts'
import type { Contradiction, PointFound, Proposal, Review, ReviewRow } from '../types.ts'
import { countsOf, decidedWords, figureWords, foundWords, limitsOf, placeOf, verdictWords } from './words.ts'

const { bullets, heading, paragraph, table } = blocks

/** A row of a review, of whatever it judges. */
type AnyRow = Omit<ReviewRow, 'flowDown'>

/** How many of the worst are named on the first screen. */
const worst = 5

/**
 * A review as a document for our own side: its first screen (what it is, its verdicts, what contradicts the facts, what is
 * worst), and what the kind of review has below.
 *
 * @param said what was read and held against what, and how many verdicts there are of each kind
 */
export function reviewReport(
  {
    name,
    matter,
    contradictions,
    rows,
  }: Pick<Review, 'name' | 'matter' | 'contradictions'> & { rows: readonly AnyRow[] },
  said: { opening: string; tally: string; below: BlockContent[]; libraryDigest: string },
  options: OwnReportOptions,
): DraftDocument {
  const title = `Review of ${name}`
  const children = [
    heading(1, title),
    paragraph(said.opening),
    paragraph(said.tally),
    ...contradictionsOf(contradictions),
    ...worstOf(rows),
    ...said.below,
  ]
  return ownReport({ id: 'review', title, children, matter, libraryDigest: said.libraryDigest }, options)
}

/** How many rows have each verdict, and how many of these a person has set. @param what one is: `clause` */
export function tallyOf(review: { rows: readonly AnyRow[] }, what: string): string {
  const { length: count } = review.rows
  const parts = countsOf(review).map(({ count: own, words }) => `${own} ${words}`)
  return `${count} ${count === 1 ? what : pluralOf(what)}: ${parts.join(', ')}.${decidedWords(review.rows)}`
}

/** What is worst, with the reason of whoever decided it. */
function worstOf(rows: readonly AnyRow[]): BlockContent[] {
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

/** A table of all rows. @param what is judged: `Clause` */
export function tableOf(what: string, rows: readonly AnyRow[]): BlockContent {
  const marked = rows.some(({ proposed }) => proposed)
  return table(
    [what, 'We ask', 'Found', 'Section', ...(marked ? ['Marked'] : [])],
    rows.map(({ title, asked, verdict, sections, decided, proposed }) => [
      title,
      levelWords[asked],
      `${verdictWords[verdict]}${decided ? ` (${decided.by})` : ''}`,
      sections.slice(0, 2).join(', '),
      ...(marked ? [proposed ? markedWords(proposed) : ''] : []),
    ]),
  )
}

/** What is done for a row in what goes back, in a cell. */
function markedWords({ kind, place, numbers = [] }: Proposal): string {
  if (kind === 'number') return numbers.map(({ from, to }) => `${from} → ${to}`).join('; ')
  if (kind === 'insertion') return `insertion, ${place}`
  return kind
}

/** What was not judged, and not read. */
export function limits(review: Parameters<typeof limitsOf>[0]): BlockContent[] {
  const lines = limitsOf(review)
  return lines.length === 0 ? [] : [heading(2, 'What was not read, and how the rest was'), ...bullets(lines)]
}

/** Whether a row gives less than is asked for, so that its points and what to say of it are shown. */
export function isShort({ verdict, asked }: AnyRow): boolean {
  return !isMet(verdict) || verdict !== asked
}

/** What a person said of a row, and what of that counts no more. */
function personOf({ decided, lapsed }: AnyRow): BlockContent[] {
  return [
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
  ]
}

/** What contradicts the facts of a matter or its licenses, which comes first. */
function contradictionsOf(contradictions: readonly Contradiction[]): BlockContent[] {
  if (contradictions.length === 0) return []
  return [
    heading(2, 'Against the facts of the matter'),
    ...bullets(contradictions.map(({ section, because }) => `${placeOf(section)}: ${because}`)),
  ]
}

/** A row: its verdict, what a person says of it, and what decides. */
export function detailOf(row: AnyRow): BlockContent[] {
  return [heading(3, `${row.title}: ${verdictWords[row.verdict]}`), ...personOf(row), ...decidingOf(row)]
}

/** What decides a row, in their words, and where it is short each point. */
function decidingOf(row: AnyRow): BlockContent[] {
  const { because, words, sections, points } = row
  const places = sections.map(placeOf).join(', ')
  return [
    paragraph(`${sentence(because)}${sections.length > 0 ? ` (${places})` : ''}`),
    ...words.map((one): BlockContent => ({ type: 'blockquote', children: [paragraph(one)] })),
    ...(points.length > 0 && isShort(row) ? bullets(points.map(pointLine)) : []),
  ]
}

function pointLine(point: PointFound): string {
  const { asks, section, figure } = point
  const place = section === undefined ? '' : `, ${placeOf(section)}`
  const compared = figure ? `; ${figure.term}: ${figureWords(figure)}` : ''
  return `${asks}: ${foundWords(point)}${place}${compared}`
}

function sentence(words: string): string {
  const first = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return /[.!?]$/.test(first) ? first : `${first}.`
}

/** What to answer where they object. */
export function answersOf(counterArguments: readonly { they: string; we: string }[]): BlockContent[] {
  return counterArguments.map(({ they, we }) => paragraph(`They say: ${they} We say: ${we}`))
}
