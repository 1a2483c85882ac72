import { factChangeWords } from '../knowledge/index.ts'
import type { Comparison, TopicComparison } from '../types.ts'

/** A topic that changed, as a reader of the summary sees it. */
export interface TopicRow {
  title: string
  /** `cosmetic` where only the version's name or date differs, on a topic of which that may decide a case. */
  status: 'changed' | 'added' | 'removed' | 'cosmetic'
  /** Facts that differ, each in words. */
  facts: string[]
  /** What it means for whoever puts the model into products, or why the topic matters. */
  soWhat: string
  /** Places of the topic's pairs in `pairs`. */
  pairs: number[]
}

/** Weight from which a version's own date is told: users are counted on it, whatever the words say. */
const DECIDING = 4

/** What changed and so what: the weightiest first, none where the library knows neither text. */
export function topicRows({ knowledge }: Comparison): TopicRow[] {
  return (knowledge?.topics ?? []).flatMap((topic) => {
    const { title, terms, pairs } = topic
    const status = toldStatus(topic)
    if (status === undefined) return []
    return [{ title, status, facts: terms.map(factChangeWords), soWhat: soWhatOf(topic), pairs }]
  })
}

/** What a summary calls the change of a topic; undefined where it has nothing to tell. */
export function toldStatus({ status, terms, weight }: TopicComparison): TopicRow['status'] | undefined {
  if (status === 'same') return terms.length > 0 && weight >= DECIDING ? 'cosmetic' : undefined
  return status === 'silent' ? undefined : status
}

/** What a topic's change means for whoever puts the model into products, or why the topic matters at all. */
export function soWhatOf({ right, why }: TopicComparison): string {
  if (right?.absent) return right.says
  return right?.impact.products ?? right?.impact.internal ?? why
}
