import { changedWords, inShort, isChange } from '../../compare/report.ts'
import type { Comparison, Pair, TopicComparison } from '../../compare/types.ts'

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

/** What a comparison comes to, above the words: a line for each kind of change, what stays, and what to do. */
export function shortView(comparison: Comparison, addressOf: (pair: Pair) => string) {
  const { pairs, left, right, summaryBy } = comparison
  const { lines, same, todo } = inShort(comparison)
  const pointOf = (topic: TopicComparison) => {
    const own = topic.pairs.map((at) => pairs[at]!)
    // A topic may stand in a heading too: what changed is what a reader wants to see.
    const pair = own.find(isChange) ?? own[0]
    return {
      title: topic.title,
      address: pair ? `#${addressOf(pair)}` : `/topics/${topic.id}`,
      where: whereOf(topic, pair),
      says: topic.guess ? changedWords(own)[0] : topic.meaning?.short,
    }
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
    same: same.slice(0, mostNamed).map(({ id, title }) => ({ id, title })),
    sameOthers: same.length > mostNamed,
    unchanged: Object.entries(summaryBy).map(([document, summary]) => {
      const own = pairs.filter((pair) => pair.document === document)
      return {
        document: document === 'use-policy' ? 'use policy' : 'agreement',
        count: own.filter((pair) => !isChange(pair)).length,
        of: own.length,
        cosmetic: summary.cosmetic,
      }
    }),
    // Who goes back to an older version does not upgrade.
    changing: (left.released ?? '') < (right.released ?? '') ? 'On upgrading' : 'On changing over',
    first: todo[0]?.what,
    more: todo.slice(1).map(({ what, topic }) => ({ what, ...pointOf(topic) })),
  }
}

/** The same in a sentence, for whoever is sent the link. */
export function shortSentence({ lines, unchanged }: ReturnType<typeof shortView>): string {
  const told = lines
    .filter(({ kind }) => kind !== 'neutral')
    .map(
      ({ heading, told: first, named, others }) =>
        `${heading}: ${[...first, ...named].map(({ title }) => title).join(', ')}${others ? ' and others' : ''}.`,
    )
  const same = unchanged.map(({ document, count, of }) => `${count} of ${of} clauses of the ${document}`)
  return [...told, `The same: ${same.join(', ')}.`].join(' ')
}

/** The number of the section; what has none is named by its topic alone. */
function whereOf({ document }: TopicComparison, pair: Pair | undefined): string {
  if (document === 'use-policy') return 'use policy'
  return /^Sections? (.+)$/.exec((pair?.right ?? pair?.left)?.section ?? '')?.[1] ?? ''
}
