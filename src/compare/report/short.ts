import type { Comparison, Pair, SideName, TopicAnswer, TopicComparison } from '../types.ts'
import { changedWords } from './changed-words.ts'
import { type InShort, inShort } from './in-short.ts'
import { countedChanges, numberOf, otherClauses } from './other-clauses.ts'
import { documentName } from './parts.ts'
import { isChange } from './status.ts'
import { isOfLibrary } from './verdict.ts'

/** What a comparison comes to, as a client reads it: a line for each kind of change, what stays, and what to do. */
export interface Short {
  lines: {
    kind: InShort['lines'][number]['kind']
    heading: string
    /** Told in a sentence, and those that are named alone. */
    told: ShortPoint[]
    named: ShortPoint[]
    /** Whether there are more than are named. */
    others: boolean
  }[]
  /** All clauses that changed, where the lines name not every one of them: `4 changed, 1 added`. */
  clauses?: { counted: string; named: { pair: Pair; where: string }[]; others: number }
  /** Of the weightiest topics those that stay. */
  same: TopicComparison[]
  sameOthers: boolean
  /** By text, of how many clauses how many have no real change, and how many of these a cosmetic one. */
  unchanged: { document: string; count: number; of: number; cosmetic: number }[]
  /** `On upgrading`; who goes back to an older version does not upgrade. */
  changing: string
  todo: { what: string; point: ShortPoint }[]
}

/** A topic in such a line, and where it stands. */
export interface ShortPoint {
  topic: TopicComparison
  /** The clause that changed; undefined where none answers it. */
  pair: Pair | undefined
  /** `1.b.i`, `use policy`; with the license before it where the other has none or another; empty where it has no number. */
  where: string
  says: string | undefined
}

/** How a kind of change is headed. */
const headings = {
  'new duty': 'New duties',
  stricter: 'Stricter',
  freer: 'Freer',
  'duty gone': 'Gone',
  changed: 'Changed',
  neutral: 'Other words',
} as const

/** So many topics of a kind are told in a sentence; the others are named. */
const mostTold = 2

/** So many topics are named in a line. */
const mostNamed = 6

/** So many clauses are named by their numbers. */
const mostNumbers = 24

/** The answer above the words. */
export function shortOf(comparison: Comparison): Short {
  const { pairs, left, right, summaryBy } = comparison
  const { lines, same, todo } = inShort(comparison)
  const clauses = clausesOf(
    comparison,
    lines.flatMap(({ topics }) => topics.slice(0, mostNamed)),
  )
  const pointOf = (topic: TopicComparison): ShortPoint => {
    const own = topic.pairs.map((at) => pairs[at]!)
    // A topic may stand in a heading, and in a clause that the other side answers elsewhere: what the newer text answers it
    // with comes first, and what changed there is what a reader wants to see.
    const changed = own.filter(isChange)
    const among = (side: SideName) =>
      changed.find((one) => topic[side]?.sections.includes(one[side]?.path ?? '') === true)
    const pair = among('right') ?? among('left') ?? changed[0] ?? own[0]
    const says = topic.guess ? changedWords(own)[0] : topic.meaning?.short
    return { topic, pair, where: topic.guess ? guessedWhere(pair) : whereOf(topic, comparison), says }
  }
  return {
    lines: lines.map(({ kind, topics }) => {
      const told = kind === 'neutral' ? [] : topics.slice(0, mostTold)
      return {
        kind,
        heading: headings[kind],
        told: told.map(pointOf),
        named: topics.slice(told.length, mostNamed).map(pointOf),
        others: topics.length > mostNamed,
      }
    }),
    ...(clauses && { clauses }),
    same: same.slice(0, mostNamed),
    sameOthers: same.length > mostNamed,
    unchanged: Object.entries(summaryBy).map(([document, summary]) => {
      const own = pairs.filter((pair) => pair.document === document)
      return {
        document: documentName(document as Pair['document']).toLowerCase(),
        count: own.filter((pair) => !isChange(pair)).length,
        of: own.length,
        cosmetic: summary.cosmetic,
      }
    }),
    changing: (left.released ?? '') < (right.released ?? '') ? 'On upgrading' : 'On changing over',
    todo: todo.map(({ what, topic }) => ({ what, point: pointOf(topic) })),
  }
}

/** Two texts of the library are told by their topics, which hold every change; of others nobody knows that. */
function clausesOf(comparison: Comparison, named: readonly TopicComparison[]): Short['clauses'] {
  if (isOfLibrary(comparison)) return undefined
  const places = named.flatMap(({ pairs }) => pairs)
  if (otherClauses(comparison, places).pairs.length === 0) return undefined
  const changes = comparison.pairs.filter(isChange)
  return {
    counted: countedChanges(changes),
    named: changes.slice(0, mostNumbers).map((pair) => ({ pair, where: numberOf(pair) })),
    others: Math.max(0, changes.length - mostNumbers),
  }
}

/** The same as lines of a report; none where nothing is told. */
export function shortLines(comparison: Comparison): { heading: string; words: string }[] {
  const { lines, clauses, same, sameOthers, unchanged, changing, todo } = shortOf(comparison)
  if (lines.length === 0 && !clauses) return []
  const named = ({ topic, where }: ShortPoint) => `${topic.title}${where === '' ? '' : ` (${where})`}`
  const counted = unchanged.map(
    ({ document, count, of }, at) => `${count} of ${of}${at === 0 ? ' clauses' : ''} of the ${document}`,
  )
  const stays = same.map(({ title }) => title).join(', ') + (sameOthers ? ' and others' : '')
  const [first, ...more] = todo
  return [
    ...lines.map(({ heading, told, named: others, others: beyond }) => ({
      heading,
      words: [
        ...told.map((point) => `${named(point)}${point.says === undefined ? '.' : `: ${point.says}`}`),
        ...(others.length === 0
          ? []
          : [
              `${told.length > 0 ? 'And ' : ''}${others.map(named).join(', ')}${beyond ? ' and others' : ''}.`,
            ]),
      ].join(' '),
    })),
    ...(clauses
      ? [
          {
            heading: 'Clauses',
            words: `${clauses.counted}: ${clauses.named.map(({ where }) => where).join(', ')}${clauses.others > 0 ? ` and ${clauses.others} more` : ''}.`,
          },
        ]
      : []),
    { heading: 'Same', words: `${counted.join(', ')}${stays === '' ? '' : `, among them ${stays}`}.` },
    ...(first === undefined
      ? []
      : [
          {
            heading: changing,
            words: `${first.what}${more.length === 0 ? '' : ` ${more.length} more to do: the rows below have them.`}`,
          },
        ]),
  ]
}

/** So many sections of a side are named in a line. */
const mostSections = 2

/**
 * Where each side answers a topic, by the sections of the library's answers and not by the clauses that were laid beside
 * each other: another clause of the other side may have been the likest.
 */
function whereOf(topic: TopicComparison, comparison: Comparison): string {
  const left = citedIn(topic, 'left', comparison)
  const right = citedIn(topic, 'right', comparison)
  if (left === right) return left
  // A policy without numbers beside one that has them says nothing more.
  const named = (side: SideName, cited: string) =>
    cited === '' || cited === 'use policy' ? [] : [`${shortName(comparison[side].title)}, ${cited}`]
  return [...named('left', left), ...named('right', right)].join('; ') || left || right
}

/** The numbers of a side; what has none is named by its topic alone. */
function citedIn(
  { document, ...topic }: TopicComparison,
  side: SideName,
  { pairs, text }: Comparison,
): string {
  const answer: TopicAnswer | undefined = topic[side]
  if (answer === undefined || answer.absent) return ''
  const paths = answer.sections.filter((path) => !answer.sections.some((one) => one.startsWith(`${path}.`)))
  const clauseAt = (path: string) =>
    pairs.find(
      (pair) => pair.document === document && pair.story.kind === 'body' && pair[side]?.path === path,
    )?.[side]
  // A restatement is headed by its topic, and has the sections of it in its citation.
  const restated = topic.pairs
    .filter((at) => pairs[at]?.[side]?.heading === topic.title)
    .flatMap((at) => /^Sections? (\d.*)$/.exec(pairs[at]?.[side]?.section ?? '')?.[1]?.split(', ') ?? [])
    .filter((one) => /^\d/.test(one))
  const inner = (one: string) =>
    !restated.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}(`))
  const numbers =
    text === 'restated'
      ? restated.filter(inner)
      : paths.flatMap((path) => {
          // An item within a sentence is no clause of its own in a comparison: the clause around it is.
          const steps = path.split('.')
          const clause = steps
            .map((_, at) => clauseAt(steps.slice(0, steps.length - at).join('.')))
            .find((one) => one !== undefined)
          return /^Section (.+)$/.exec(clause?.section ?? '')?.[1] ?? []
        })
  const told = [...new Set(numbers)].slice(0, mostSections).join(', ')
  if (document === 'use-policy') return told === '' ? 'use policy' : `policy ${told}`
  return told
}

/** Where a clause that was recognised by its wording stands: the number of either side where they differ. */
function guessedWhere(pair: Pair | undefined): string {
  if (pair?.document === 'use-policy') return 'use policy'
  const of = (side: SideName) => /^Sections? (.+)$/.exec(pair?.[side]?.section ?? '')?.[1] ?? ''
  const [left, right] = [of('left'), of('right')]
  return left === '' || right === '' || left === right ? right || left : `${left}, now ${right}`
}

/** `Llama 2` of `Llama 2 Community License Agreement`. */
function shortName(title: string): string {
  return title.replace(/ (?:(?:Community )?License Agreement|Acceptable Use Policy)$/i, '')
}
