import { type Level, levelWords } from '../../library/index.ts'
import type { FiguresCompared, PointFound, Review, ReviewRow, Verdict } from '../types.ts'

/** A verdict as a report says it. */
export const verdictWords: Record<Verdict, string> = {
  preferred: 'met: preferred',
  fallback: 'met: fallback',
  walk_away: 'met: walk-away',
  below: 'below',
  contrary: 'contrary',
  missing: 'missing',
  unclear: 'unclear',
}

/** In the order in which they are counted, with how many of them are said. */
const counted: [verdict: Verdict, words: string][] = [
  ['preferred', 'met at the preferred level'],
  ['fallback', 'met at the fallback'],
  ['walk_away', 'met at the walk-away level'],
  ['below', 'below our lowest level'],
  ['contrary', 'contrary to what we need'],
  ['missing', 'missing'],
  ['unclear', 'unclear, for a person to decide'],
]

/** What was found of a point: no more than its words give. */
export function foundWords({
  found,
  figure,
  keeps,
  torn,
  foreign,
  adrift,
  limit,
}: Pick<PointFound, 'found' | 'figure' | 'keeps' | 'torn' | 'foreign' | 'adrift' | 'limit'>): string {
  if (found === 'no') return 'not found'
  if (found === 'effort') return 'an effort alone'
  if (torn) return 'its words and figures differ'
  if (adrift) return 'from another moment'
  if (foreign) return 'in another currency'
  if (figure && !figure.held && keeps === undefined) return 'spoken of, without a figure'
  if (figure && keeps === undefined) return 'worse than our lowest level'
  return limit === undefined ? 'found' : `found, but limited: “${limit}”`
}

/** How many clauses have each verdict that any has, in the order in which they are counted. */
export function countsOf({
  rows,
}: {
  rows: readonly Pick<ReviewRow, 'verdict'>[]
}): { verdict: Verdict; count: number; words: string }[] {
  return counted.flatMap(([verdict, words]) => {
    const count = rows.filter((row) => row.verdict === verdict).length
    return count === 0 ? [] : [{ verdict, count, words }]
  })
}

/** `48 hours against preferred 24 hours, fallback 72 hours`. */
export function figureWords({ theirs, ours }: FiguresCompared): string {
  const levels = Object.entries(ours).map(([level, value]) => `${levelWords[level as Level]} ${value}`)
  return `${theirs} against ${levels.join(', ')}`
}

/** `Section 2.1`, a heading, or the beginning. */
export function placeOf(section: string): string {
  if (section === '') return 'the beginning'
  return /^\d/.test(section) ? `Section ${section}` : section
}

/** What was not judged, what was not read, and how the rest was: a sentence each. */
export function limitsOf({
  notJudged,
  unread,
  notes,
  rows,
}: Pick<Review, 'notJudged' | 'unread' | 'notes'> & {
  rows: readonly Pick<ReviewRow, 'notRead' | 'title' | 'digest' | 'decided'>[]
}): string[] {
  const outside = [...new Set(rows.flatMap(({ notRead }) => notRead))]
  return [
    ...notJudged.map((title) => `Not judged, for the library has no evidence for it: ${title}.`),
    ...unread.map((what) => `Not read: ${what}`),
    ...notes,
    ...wordsOnAny(rows),
    ...outside.map((words) => `Words that are not in the paper, not read: “${words}”`),
  ]
}

/** What persons decided without saying of which words: it stands above whatever paper is reviewed. */
export function wordsOnAny(rows: readonly Pick<ReviewRow, 'title' | 'digest' | 'decided'>[]): string[] {
  return rows.flatMap(({ title, digest, decided }) =>
    decided?.onAny
      ? [
          `${title}: what ${decided.by} decided names no words, so that it stands above any paper: to hold it to this one, write words: "${digest}" in the decision.`,
        ]
      : [],
  )
}

/** How many verdicts are a person's, as a sentence; empty where none is. */
export function decidedWords(rows: readonly Pick<ReviewRow, 'decided'>[]): string {
  const decided = rows.filter((row) => row.decided).length
  if (decided === 0) return ''
  return decided === 1
    ? ' One of these verdicts is a person’s.'
    : ` ${decided} of these verdicts are a person’s.`
}
