import { levelWords } from '../../library/index.ts'
import type { ReviewRow } from '../../review/index.ts'
import {
  countsOf,
  figureWords,
  foundWords,
  isMet,
  limitsOf,
  placeOf,
  verdictWords,
} from '../../review/index.ts'
import type { PaperClause, Reviewed } from '../work/review.ts'

/** Where the page stands. */
interface ReviewPlace {
  /** `/review/upload-…/upload-…` */
  address: string
  vendor: string
  /** Whether their file can be marked up. */
  isWord: boolean
}

/** What `reviewed.hbs` shows: the verdicts, worst first, and the words of the paper beside them. */
export function reviewPageView({ review, clauses }: Reviewed, { address, vendor, isWord }: ReviewPlace) {
  const { name, rows, contradictions, matter } = review
  const query = vendor === '' ? '' : `?${new URLSearchParams({ vendor })}`
  const places = new Map(clauses.map(({ path }, at) => [path, `c${at + 1}`]))
  const marks = marksOf(rows)
  return {
    title: `Review of ${name}`,
    reviewPage: true,
    wide: true,
    matter,
    vendor: review.vendor,
    marked: isWord ? `${address}/marked${query}` : undefined,
    report: `${address}/report${query}`,
    counts: countsOf(review),
    contradictions: contradictions.map(({ section, because }) => ({ place: placeOf(section), because })),
    rows: rows.map((row) => rowView(row, places)),
    notes: limitsOf(review),
    clauses: clauses.map((clause, at) => ({
      id: `c${at + 1}`,
      label: clause.label,
      depth: clause.depth,
      parts: partsOf(clause, marks.get(clause.path) ?? []),
    })),
  }
}

function rowView(row: ReviewRow, places: ReadonlyMap<string, string>) {
  const { flowDown, title, verdict, asked, because, sections, words, points, decided } = row
  const place = row.paths.map((path) => places.get(path)).find((one) => one !== undefined)
  return {
    id: flowDown,
    title,
    verdict,
    // What runs against us is read first; of what is missing the name says all.
    open: verdict === 'contrary' || verdict === 'below',
    said: verdictWords[verdict],
    asked: levelWords[asked],
    because: decided?.reason ?? because,
    place: place && sections[0] !== undefined ? { id: place, name: placeOf(sections[0]) } : undefined,
    words: words.slice(0, 3),
    points: isMet(verdict) && verdict === asked ? [] : points.map(pointView),
  }
}

function pointView({ asks, found, figure }: ReviewRow['points'][number]) {
  return { asks, found: foundWords[found], figure: figure && figureWords(figure) }
}

/** Words that decide, by the clause that they stand in. */
function marksOf(rows: readonly ReviewRow[]): Map<string, string[]> {
  const marks = new Map<string, string[]>()
  for (const { paths, words } of rows)
    for (const path of paths)
      marks.set(path, [...(marks.get(path) ?? []), ...words.map((one) => one.replace(/\s*…$/, ''))])
  return marks
}

/** A clause's words, with what decides a verdict apart. */
function partsOf({ text }: PaperClause, words: readonly string[]): { text: string; marked: boolean }[] {
  const spans = words
    .map((one) => ({ from: text.indexOf(one), length: one.length }))
    .filter(({ from, length }) => from >= 0 && length > 0)
    .sort((a, b) => a.from - b.from)
  const parts: { text: string; marked: boolean }[] = []
  let at = 0
  for (const { from, length } of spans) {
    const start = Math.max(at, from)
    if (from + length <= at) continue
    parts.push({ text: text.slice(at, start), marked: false })
    parts.push({ text: text.slice(start, from + length), marked: true })
    at = from + length
  }
  return [...parts, { text: text.slice(at), marked: false }].filter((part) => part.text !== '')
}
