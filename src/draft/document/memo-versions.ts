import { compareRestated, factChangeWords, soWhatOf, type TopicComparison } from '../../compare/index.ts'
import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citationsOf,
  citedWords,
  type Matter,
  outcomeWords,
  type Upgrade,
  upgradesOf,
} from '../../matter/index.ts'

/** What would change if the client went from a version in use to the newest one. */
export interface MemoVersions {
  from: string
  to: string
  /** What each use would gain and lose there, for each version in use. */
  uses: { use: string; from: string; now: string; there: string; loses: string; gains: string }[]
  rows: { title: string; change: string; facts: string; todo: string; soWhat: string; where: string }[]
}

/** Topics from this weight on are told: the memo is no comparison. */
const TOLD = 3

/**
 * Compares the latest license in use with the newest of the library.
 *
 * @returns undefined where the newest is in use, or none is
 */
export function memoVersions(
  library: Library,
  licenses: readonly string[],
  matter: Matter,
  assessment: Assessment,
): MemoVersions | undefined {
  const order = [...library.licenses.keys()]
  const latest = [...licenses].sort((a, b) => order.indexOf(a) - order.indexOf(b)).at(-1)
  const newest = order.at(-1)
  if (latest === undefined || newest === undefined || latest === newest) return undefined
  const { knowledge } = compareRestated(library, latest, newest)
  return {
    from: library.licenses.get(latest)!.name,
    to: library.licenses.get(newest)!.name,
    uses: upgradesOf(matter, assessment, library).map(useOf),
    rows: (knowledge?.topics ?? []).filter(isTold).map(rowOf),
  }

  function useOf({ use, from, models, before, after, gains, loses }: Upgrade) {
    const told = (list: Upgrade['gains']) =>
      list
        .map(({ statement, citations }) => {
          const where = citedWords(citations, library.licenses)
          return where === '' ? statement : `${statement} (${where})`
        })
        .join('; ') || 'nothing'
    return {
      use,
      from: library.licenses.get(from)!.name,
      now: outcomeWords[before],
      there: `${outcomeWords[after]}, with ${models.join(', ')}`,
      loses: told(loses),
      gains: told(gains),
    }
  }

  function rowOf(topic: TopicComparison) {
    const { id, title, status, terms, left, right } = topic
    const side = right && !right.absent ? right : left
    return {
      title,
      change: topic.meaning?.change ?? (status === 'same' ? 'date alone' : status),
      facts: topic.meaning?.says ?? terms.map(factChangeWords).join('; '),
      todo: topic.meaning?.todo.join(' ') ?? '',
      soWhat: topic.meaning && right?.absent ? topic.why : soWhatOf(topic),
      where: side ? citedWords(citationsOf(library, side.license, id), library.licenses) : '',
    }
  }
}

function isTold({ status, weight, terms }: TopicComparison): boolean {
  if (status === 'silent') return false
  return status === 'same' ? weight >= 5 && terms.length > 0 : weight >= TOLD
}
