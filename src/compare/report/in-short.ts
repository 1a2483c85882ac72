import type { ChangeKind, Comparison, TopicComparison } from '../types.ts'
import { changeWord, toldTopics } from './knowledge.ts'

/** What a comparison comes to, for a client: by kind of change, what stays, and what to do. */
export interface InShort {
  /** Kinds that occur, what asks most first; `changed` where what a change means is not known. */
  lines: { kind: ChangeKind | 'changed'; topics: TopicComparison[] }[]
  /** Of the weightiest topics, those that both sides answer alike. */
  same: TopicComparison[]
  /** What to do on changing over, each once, that of what asks most first. */
  todo: { what: string; topic: TopicComparison }[]
}

/** Weight of a topic that may decide everything. */
const HEAVIEST = 5

const kinds: readonly InShort['lines'][number]['kind'][] = [
  'new duty',
  'stricter',
  'freer',
  'duty gone',
  'changed',
  'neutral',
]

/** What asks nothing new is told last of what to do. */
const easier: readonly string[] = ['freer', 'duty gone']

/** A comparison in short; without lines where no topic is known or recognised to be answered otherwise. */
export function inShort(comparison: Comparison): InShort {
  const told = toldTopics(comparison)
  const lines = kinds.flatMap((kind) => {
    const topics = told.filter((topic) => (changeWord(topic) ?? 'changed') === kind)
    return topics.length === 0 ? [] : [{ kind, topics }]
  })
  const asked = new Map<string, TopicComparison>()
  for (const { topics } of [
    ...lines.filter(({ kind }) => !easier.includes(kind)),
    ...lines.filter(({ kind }) => easier.includes(kind)),
  ])
    for (const topic of topics)
      for (const what of topic.guess ? [] : (topic.meaning?.todo ?? []))
        if (!asked.has(what)) asked.set(what, topic)
  return {
    lines,
    same: (comparison.knowledge?.topics ?? []).filter(
      (topic) => topic.weight === HEAVIEST && topic.status === 'same' && !told.includes(topic),
    ),
    todo: [...asked].map(([what, topic]) => ({ what, topic })),
  }
}
