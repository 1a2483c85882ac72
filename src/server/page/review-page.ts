import { levelWords } from '../../library/index.ts'
import type { ReviewRow } from '../../review/index.ts'
import {
  countsOf,
  figureWords,
  foundWords,
  isMet,
  limitsOf,
  placeOf,
  rowName,
  verdictsToDecide,
  verdictWords,
} from '../../review/index.ts'
import type { PositionRow } from '../../review/licensor.ts'
import type { TypedWord, WrongField } from '../form/decisions.ts'
import type { PaperClause, Reviewed } from '../work/review.ts'

/** A row of a review, of a vendor's paper or a licensor's. */
type AnyRow = ReviewRow | PositionRow

/** What was typed in the fields of the rows, and what of it is wrong. */
export interface Typing {
  typed?: ReadonlyMap<string, TypedWord>
  wrong?: readonly WrongField[]
}

/** Where the page stands, and who reads it. */
interface ReviewPlace extends Typing {
  /** `/review/0a1b…` */
  address: string
  /** Whether their file can be marked up. */
  isWord: boolean
  /** Whether what is decided stays with the matter. */
  isKept: boolean
  /** How many decisions there are. */
  said: number
  /** Who reads it. */
  by: string
  /** Whether a device may keep what is typed. */
  autosave: boolean
}

/** What `reviewed.hbs` shows: the verdicts, worst first, and the words of the paper beside them. */
export function reviewPageView({ review, clauses }: Omit<Reviewed, 'given'>, place: ReviewPlace) {
  const { name, contradictions, matter } = review
  const rows: AnyRow[] = review.rows
  const { address, isWord, isKept, said, autosave, wrong = [] } = place
  const places = new Map(clauses.map(({ path }, at) => [path, `c${at + 1}`]))
  const marks = marksOf(rows)
  const titles = new Map(rows.map((row) => [rowName(row), row.title]))
  const isLicensor = review.paper === 'licensor'
  return {
    title: `Review of ${name}`,
    reviewPage: true,
    wide: true,
    script: 'review.js',
    keep: autosave,
    matter,
    whose: whoseWords(review),
    what: isLicensor ? 'Position by position' : 'Clause by clause',
    marked: isWord && !isLicensor ? `${address}/marked` : undefined,
    rider: isWord && !isLicensor ? undefined : `${address}/rider`,
    report: `${address}/report`,
    decide: `${address}/decisions`,
    decisions: said > 0 ? `${address}/decisions.yaml` : undefined,
    decided: rows.filter((row) => row.decided).length,
    isKept,
    wrong: wrong.map(({ row, field, says }) => ({ at: `${field}-${row}`, title: titles.get(row), says })),
    counts: countsOf(review),
    contradictions: contradictions.map(({ section, because }) => ({ place: placeOf(section), because })),
    rows: rows.map((row) => rowView(row, places, place)),
    notes: limitsOf(review),
    clauses: clauses.map((clause, at) => ({
      id: `c${at + 1}`,
      label: clause.label,
      depth: clause.depth,
      parts: partsOf(clause, marks.get(clause.path) ?? []),
    })),
  }
}

/** What the paper is, as the page's first sentence says it. */
function whoseWords(review: Reviewed['review']): string {
  if (review.paper === 'licensor') return `Read as a licensor’s paper, ${review.what},`
  return review.vendor === undefined ? 'Their paper' : `${review.vendor}’s paper`
}

function rowView(row: AnyRow, places: ReadonlyMap<string, string>, typing: ReviewPlace) {
  const { title, verdict, asked, because, sections, words, points, decided, lapsed } = row
  const place = row.paths.map((path) => places.get(path)).find((one) => one !== undefined)
  const form = formOf(row, typing)
  return {
    id: rowName(row),
    title,
    verdict,
    // What runs against us is read first; of what is missing the name says all.
    open: form.open || (!decided && (verdict === 'contrary' || verdict === 'below')),
    said: verdictWords[verdict],
    asked: levelWords[asked],
    because,
    decided: decided && { ...decided, ours: verdictWords[decided.ours] },
    lapsed: lapsed && { ...lapsed, verdict: verdictWords[lapsed.verdict] },
    form,
    place: place && sections[0] !== undefined ? { id: place, name: placeOf(sections[0]) } : undefined,
    // A letter is judged with the license that it amends.
    unchanged: !place && sections[0] !== undefined ? placeOf(sections[0]) : undefined,
    words: words.slice(0, 3),
    points: isMet(verdict) && verdict === asked ? [] : points.map(pointView),
  }
}

/** The fields by which a person sets a row, with what was typed, or what was decided before. */
function formOf(judged: AnyRow, { typed, wrong = [], by }: ReviewPlace) {
  const { decided, verdict } = judged
  const name = rowName(judged)
  const was = typed?.get(name)
  const own = wrong.filter(({ row }) => row === name)
  const says = (field: WrongField['field']) => own.find((one) => one.field === field)?.says
  const chosen = was?.verdict ?? decided?.verdict ?? ''
  return {
    // What was typed and not kept is in sight.
    open: own.length > 0 || (was !== undefined && (was.reason !== '' || was.verdict !== '') && !decided),
    verdicts: [
      { id: '', name: `as judged: ${verdictWords[decided?.ours ?? verdict]}`, chosen: chosen === '' },
      ...verdictsToDecide.map((id) => ({ id, name: verdictWords[id], chosen: id === chosen })),
    ],
    reason: was?.reason ?? decided?.reason ?? '',
    by: was?.by ?? decided?.by ?? by,
    wrong: { verdict: says('verdict'), reason: says('reason'), by: says('by') },
  }
}

function pointView(point: ReviewRow['points'][number]) {
  return { asks: point.asks, found: foundWords(point), figure: point.figure && figureWords(point.figure) }
}

/** Words that decide, by the clause that they stand in. */
function marksOf(rows: readonly AnyRow[]): Map<string, string[]> {
  const marks = new Map<string, string[]>()
  for (const { paths, words } of rows)
    for (const path of paths)
      marks.set(path, [...(marks.get(path) ?? []), ...words.map((one) => one.replace(/^…\s*|\s*…$/g, ''))])
  return marks
}

/** What a clause of a letter puts into the license: its words in quotation marks. */
function putIn(text: string): string[] {
  return [...text.matchAll(/(?<!\b(?:after|before) )“([^”\s]+\s[^”]+)”/g)].map(([, words]) => words!)
}

/** A clause's words, with what decides a verdict apart. */
function partsOf({ text }: PaperClause, words: readonly string[]): { text: string; marked: boolean }[] {
  const spans = words
    .flatMap((one) => (text.includes(one) ? [one] : putIn(text).filter((own) => one.includes(own))))
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
