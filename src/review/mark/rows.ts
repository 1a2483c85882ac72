import type { Clause } from '../../agreement/index.ts'
import type { FlowDown, Level, Library } from '../../library/index.ts'
import { hasSign, type Sign, signReader } from '../judge/signs.ts'
import { isMet } from '../review.ts'
import type { Paper, Review, ReviewRow } from '../types.ts'
import { inTheirWay } from './figures.ts'
import { lackingAt, reaches } from './lacking.ts'
import type { Site } from './sites.ts'
import {
  canGo,
  contrarySentences,
  isNamedFor,
  isOnSubject,
  onlyPlace,
  type Span,
  spanOf,
} from './their-sentences.ts'
import type { Proposal } from './types.ts'

/** A row of a review, and what is done for it. */
export interface Row {
  row: ReviewRow
  flowDown: FlowDown
  level: Level
  kind: Proposal['kind']
  /** Theirs that decides; none where nothing of theirs is on it. */
  clause?: Clause
  numbers: { span: Span; to: string; section: string }[]
  /** What runs against it, the words that are taken out for it, and whether the heading of their clause is on the subject. */
  contrary: { text: string; span: Span | undefined; because: string; whole: boolean }[]
  canStrike: (span: Span) => boolean
  site?: Site | undefined
  instead?: Span
}

/** What a row is decided by. */
export interface RowInput {
  level: Level
  wanted: boolean
  byPath: ReadonlyMap<string, Clause>
  paper: Paper
  review: Review
  library: Library
  canChange: (span: Span) => boolean
  commentOnly: boolean
}

/** More words than this are not taken out for a sentence in them. */
const mostStruck = 120

function hasAny({ passages }: Paper, signs: readonly Sign[]): boolean {
  const said = passages.flatMap(({ sentences }) => sentences).filter(({ open }) => !open)
  return said.some((one) => signs.some((sign) => hasSign(sign, one)))
}

/** Decides what is done for a row: our words, a number, a comment, or nothing. */
export function rowOf(row: ReviewRow, flowDown: FlowDown, given: RowInput): Row {
  const { level, wanted, byPath, paper, review, library, canChange, commentOnly } = given
  const clauses = row.paths.flatMap((path) => byPath.get(path) ?? [])
  const clause = clauses.find(({ citation }) => citation === row.sections[0]) ?? clauses[0]
  const base = { row, flowDown, level, ...(clause && { clause }), canStrike: canChange }
  const nothing: Row = { ...base, kind: 'nothing', numbers: [], contrary: [] }
  if (!wanted || (isMet(row.verdict) && reaches(row.verdict, level))) return nothing
  const lacking = lackingAt(level, row, flowDown, review.resale)
  const numbers = lacking.numbers.flatMap(({ point, figure, value }) => {
    const own = clauses.filter(({ citation }) => citation === point.section)
    const span = onlyPlace(own, point.figure!.theirs, point.words ?? '')
    const to = span && inTheirWay(point.figure!.theirs, figure, value)
    return span && to !== undefined && canChange(span) ? [{ span, to, section: point.section ?? '' }] : []
  })
  const all = lacking.onlyNumbers && numbers.length === lacking.numbers.length
  // Words that are only near it would be asked about at a place that is about something else.
  if (row.verdict === 'unclear' && !row.points.some(({ found }) => found !== 'no')) return nothing
  if (row.verdict === 'unclear' || commentOnly) return { ...nothing, kind: 'comment' }
  if (all && row.verdict !== 'contrary') return { ...nothing, kind: 'number', numbers }
  if (isMet(row.verdict)) return { ...nothing, kind: 'comment' }
  const contrary = flowDown.evidence
    ? contrarySentences(paper, flowDown.evidence, row.paths, library.evidence).map(
        ({ sentence, because, stays }) => {
          const own = byPath.get(sentence.path)
          const span = own && spanOf(sentence, own)
          const fits =
            span !== undefined &&
            !stays &&
            canGo(span) &&
            isOnSubject(flowDown.evidence!, paper, sentence, library.evidence) &&
            span.clause.text.slice(span.start, span.end).split(' ').length <= mostStruck &&
            canChange(span)
          const named = own !== undefined && isNamedFor(flowDown.evidence!, paper, own, library.evidence)
          return { text: sentence.text, span: fits ? span : undefined, because, whole: named }
        },
      )
    : []
  const unlimited = flowDown.evidence?.unlimited.map(signReader(library.evidence)) ?? []
  // Ours has a limit where theirs has none, so that a person chooses between them.
  if (row.verdict !== 'contrary' && hasAny(paper, unlimited))
    return row.verdict === 'below' ? { ...nothing, kind: 'comment' } : nothing
  // Beside words of ours their number stays: it may be about something else, and the comment names its section.
  return { ...nothing, kind: 'insertion', contrary }
}
