import { distance } from 'fastest-levenshtein'
import { Problem } from '../problem.ts'
import type { Library, Topic } from './types.ts'

/**
 * The topic with an id.
 *
 * @throws Problem `unknown-topic` with the nearest id
 */
export function topicOf({ topics }: Pick<Library, 'topics'>, id: string): Topic {
  const topic = topics.get(id)
  if (topic) return topic
  const [near] = [...topics.keys()]
    .map((known) => ({ known, far: distance(known, id.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const hint =
    near && near.far <= Math.max(2, id.length / 3)
      ? `did you mean ${near.known}?`
      : 'clausebook library list topics shows them all'
  throw new Problem('unknown-topic', `there is no topic ${id}: ${hint}`)
}
