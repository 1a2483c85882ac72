import { type Short, type ShortPoint, shortOf } from '../../compare/report.ts'
import type { Comparison, Pair } from '../../compare/types.ts'

/** What a comparison comes to, above the words, with a link for each topic. */
export function shortView(comparison: Comparison, addressOf: (pair: Pair) => string) {
  const pointOf = ({ topic, pair, where, says }: ShortPoint) => ({
    title: topic.title,
    address: pair ? `#${addressOf(pair)}` : `/topics/${topic.id}`,
    where,
    says,
  })
  const { lines, todo, clauses, ...rest } = shortOf(comparison)
  return {
    ...rest,
    clauses: clauses && {
      ...clauses,
      named: clauses.named.map(({ pair, where }) => ({ where, address: `#${addressOf(pair)}` })),
    },
    lines: lines.map((line) => ({
      ...line,
      told: line.told.map(pointOf),
      named: line.named.map(pointOf),
    })),
    first: todo[0]?.what,
    more: todo.slice(1).map(({ what, point }) => ({ what, ...pointOf(point) })),
  }
}

/** The same in a sentence, for whoever is sent the link. */
export function shortSentence({ lines, clauses, unchanged }: ReturnType<typeof shortView>): string {
  const told = lines
    .filter(({ kind }) => kind !== 'neutral')
    .map(
      ({ heading, told: first, named, others }) =>
        `${heading}: ${[...first, ...named].map(({ title }) => title).join(', ')}${others ? ' and others' : ''}.`,
    )
  const counted = clauses ? [`Clauses: ${clauses.counted}.`] : []
  return [...told, ...counted, `The same: ${unchangedWords(unchanged)}.`].join(' ')
}

function unchangedWords(unchanged: Short['unchanged']): string {
  return unchanged.map(({ document, count, of }) => `${count} of ${of} clauses of the ${document}`).join(', ')
}
