import { factChangeWords } from '../knowledge.ts'
import type { ChangeKind, Comparison, Pair, TopicComparison } from '../types.ts'
import { changedWords } from './changed-words.ts'
import { headOf } from './clause.ts'
import { otherClauses } from './other-clauses.ts'
import { isChange } from './status.ts'
import { isOfLibrary } from './verdict.ts'

/** A topic that changed, as a reader of the summary sees it. */
export interface TopicRow {
  title: string
  /** The text that it stands in. */
  document: TopicComparison['document']
  status: 'changed' | 'added' | 'removed'
  /** The change in a word or two, for the reader: what it is for the licensee, where the library knows. */
  change: string
  /** Before and after in words, or the words that changed. */
  facts: string[]
  /** What to do on changing over. */
  todo: string[]
  /** What it means for whoever puts the model into products, or why the topic matters. */
  soWhat: string
  /** Places of the topic's pairs in `pairs`. */
  pairs: number[]
}

/** Weight from which a version's own date is told: users are counted on it, whatever the words say. */
const DECIDING = 4

/** Said above the table, since the counts beside it are of clauses. */
export const topicsMean =
  'A row is a topic, which several clauses may answer; the counts of the summary are of clauses.'

/** What changed and so what: the weightiest first, none where the library knows neither text. */
export function topicRows(comparison: Comparison): TopicRow[] {
  const told = toldTopics(comparison)
  return told.length === 0
    ? []
    : [...told.map((topic) => topicRow(comparison, topic)), ...otherRows(comparison, told)]
}

/** What the last row says of clauses that no topic tells. */
export const othersMean = 'No topic of the library was recognised in these: read them.'

/** A row a text for what changed under no topic; between two texts of the library the topics hold every change. */
export function otherRows(comparison: Comparison, told: readonly TopicComparison[]): TopicRow[] {
  if (isOfLibrary(comparison)) return []
  const { pairs } = comparison
  const places = told.flatMap((topic) => topic.pairs)
  return (['agreement', 'use-policy'] as const).flatMap((document) => {
    const elsewhere = pairs.flatMap((pair, at) => (pair.document === document ? [] : [at]))
    const others = otherClauses(comparison, [...places, ...elsewhere])
    const [first] = others.pairs
    if (!first) return []
    return [
      {
        title: 'Other clauses',
        document,
        status: 'changed' as const,
        change: 'changed',
        facts: others.says,
        todo: [],
        soWhat: othersMean,
        pairs: others.pairs.map((pair) => pairs.indexOf(pair)),
      },
    ]
  })
}

function topicRow(comparison: Comparison, topic: TopicComparison): TopicRow {
  const { title, document, terms, pairs, meaning } = topic
  const status = toldStatus(topic)!
  return {
    title,
    document,
    status,
    change: changeWord(topic) ?? status,
    // Of a text that the library does not know, its own words are shown, and nothing is said of what they mean.
    facts: topic.guess
      ? changedWords(pairs.map((place) => comparison.pairs[place]!))
      : meaning
        ? [meaning.says]
        : terms.map(factChangeWords),
    todo: topic.guess ? [] : (meaning?.todo ?? []),
    soWhat: topic.guess
      ? guessWords(
          topic.guess,
          pairs.map((place) => comparison.pairs[place]!),
        )
      : // What follows from a silence stands under “after” already.
        meaning && topic.right?.absent
        ? topic.why
        : soWhatOf(topic),
    pairs,
  }
}

/** The topics that a summary tells, the weightiest first; of equal weight, more changed facts first. */
export function toldTopics({ knowledge, pairs, text }: Comparison): TopicComparison[] {
  return (knowledge?.topics ?? [])
    .filter((topic) => toldStatus(topic) !== undefined)
    .filter((topic) => text === 'restated' || !(isIdentical(topic, pairs) || isUnfounded(topic)))
    .map((topic, at) => ({ topic, at }))
    .sort((a, b) => b.topic.weight - a.topic.weight || a.at - b.at)
    .map(({ topic }) => topic)
}

/** What a summary calls the change of a topic; undefined where it has nothing to tell. */
export function toldStatus({ status, terms, weight }: TopicComparison): TopicRow['status'] | undefined {
  // The words are the same, and what is counted on the version's own day is not.
  if (status === 'same') return terms.length > 0 && weight >= DECIDING ? 'changed' : undefined
  return status === 'silent' || status === 'unrecognised' ? undefined : status
}

/** What a topic's change is for the licensee; undefined of a text that the library does not know. */
export function changeWord({ guess, meaning }: TopicComparison): ChangeKind | undefined {
  return guess ? undefined : meaning?.change
}

/** What follows from a change, with what to do on changing over. */
export function followsWords({ soWhat, todo }: Pick<TopicRow, 'soWhat' | 'todo'>): string {
  return todo.length === 0 ? soWhat : `${soWhat} On changing over: ${todo.join(' ')}`
}

/** So many clauses of a topic are named. */
const mostNamed = 3

/** How a topic is marked that was recognised by its wording alone, and in which clauses that changed. */
export function guessWords(
  { confidence }: NonNullable<TopicComparison['guess']>,
  pairs: readonly Pair[],
): string {
  const places = [...new Set(pairs.filter(isChange).map((pair) => headOf(pair).address))].filter(Boolean)
  const more = places.length - mostNamed
  const named = [...places.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join('; ')
  return `Recognised by its wording alone (${confidence.toFixed(2)} of 1): read ${named || 'the clauses'}.`
}

/** No topic changed whose clauses say the same to the letter. */
function isIdentical({ pairs: places }: TopicComparison, pairs: Comparison['pairs']): boolean {
  return places.length > 0 && places.every((at) => pairs[at]?.status === 'identical')
}

/** Of a text that the library does not know, the library's silence says nothing: its clauses must. */
function isUnfounded({ pairs, left, right }: TopicComparison): boolean {
  return pairs.length === 0 && (left === undefined || right === undefined)
}

/** What a topic's change means for whoever puts the model into products, or why the topic matters at all. */
export function soWhatOf({ right, why }: TopicComparison): string {
  if (right?.absent) return right.says
  return right?.impact.products ?? right?.impact.internal ?? why
}
