import type { Comparison } from '../types.ts'

/** One sentence on the topics of a text of the library on which no clause of the other text was recognised. */
export function unrecognisedNote({ left, right, knowledge }: Comparison): string | undefined {
  const topics = (knowledge?.topics ?? []).filter(({ status }) => status === 'unrecognised')
  if (topics.length === 0) return undefined
  const known = topics.some((topic) => topic.left) ? left.id : right.id
  const other = known === left.id ? right.id : left.id
  const titles = topics.map(({ title }) => title).join('; ')
  const count = topics.length === 1 ? 'a topic' : `${topics.length} topics`
  return `On ${count} that ${known} answers, no clause of ${other} was recognised, which does not say that it has none: ${titles}.`
}
