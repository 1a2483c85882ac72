import type { Library, Topic } from '../types.ts'
import { answersOf } from './answers.ts'
import type { Correction, Reference, ShownTopic } from './types.ts'

/** A topic with every license's answer in short, and what else in the library speaks of it. */
export function showTopic(library: Library, topic: Topic): ShownTopic {
  const { id, title, document, question, why, weight, weightReason } = topic
  const group = library.groups.find((one) => one.id === topic.group)!
  return {
    kind: 'topic',
    id,
    title,
    group: { id: group.id, title: group.title },
    document,
    question,
    why,
    weight,
    weightReason,
    answers: answersOf(library, topic),
    corrections: correctionsOf(library, topic),
    positions: referencesTo('position', library.positions, (one) => one.topic === id),
    flowDowns: referencesTo('flow-down', library.flowDowns, (one) => one.topic === id),
    risks: referencesTo(
      'risk',
      library.risks,
      ({ topics, cites }) => topics.includes(id) || cites.some((cite) => cite.topic === id),
    ),
    duties: referencesTo('duty', library.duties, (one) => one.topic === id),
    incidents: referencesTo('incident', library.incidents, ({ cites }) =>
      cites.some((cite) => cite.topic === id),
    ),
  }
}

function correctionsOf({ advisory }: Library, topic: Topic): Correction[] {
  return advisory.flatMap(({ id, topics, claim, verdict, statement, decidedBy }) =>
    verdict !== 'supported' && topics.includes(topic.id)
      ? [{ id, claim, verdict, statement, decidedBy }]
      : [],
  )
}

function referencesTo<T extends { id: string; title: string }>(
  kind: string,
  all: ReadonlyMap<string, T>,
  refers: (one: T) => boolean,
): Reference[] {
  return [...all.values()].filter(refers).map(({ id, title }) => ({ show: `${kind}:${id}`, title }))
}
