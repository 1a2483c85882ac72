import { factChangeWords } from '../knowledge/index.ts'
import type { Comparison, TopicComparison } from '../types.ts'

/** A topic that changed, as a reader of the summary sees it. */
export interface TopicRow {
  title: string
  status: 'changed' | 'added' | 'removed'
  /** Facts that differ, each in words. */
  facts: string[]
  /** What it means for whoever puts the model into products, or why the topic matters. */
  soWhat: string
  /** Places of the topic's pairs in `pairs`. */
  pairs: number[]
}

/** What changed and so what: the weightiest first, none where the library knows neither text. */
export function topicRows({ knowledge }: Comparison): TopicRow[] {
  return (knowledge?.topics ?? []).flatMap((topic) => {
    const { title, status, terms, pairs } = topic
    if (status === 'same' || status === 'silent') return []
    return [{ title, status, facts: terms.map(factChangeWords), soWhat: meaningOf(topic), pairs }]
  })
}

function meaningOf({ right, why }: TopicComparison): string {
  if (right?.absent) return right.says
  return right?.impact.products ?? right?.impact.internal ?? why
}
