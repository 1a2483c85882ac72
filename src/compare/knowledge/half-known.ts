import type { Pair, SideName, TopicComparison } from '../types.ts'
import type { KnownSides } from './pair-topics.ts'

/**
 * What became of a topic, where the library does not know both texts: its clauses say, and where none was recognised
 * nothing is said. A topic all of whose clauses are identical has not changed, whatever is known.
 *
 * @param pairs those on the topic
 * @param whole whether the two texts have the same words from end to end
 */
export function answered(
  topic: TopicComparison,
  pairs: readonly Pair[],
  known: KnownSides,
  whole: boolean,
): TopicComparison {
  const same = pairs.length > 0 && pairs.every(({ status }) => status === 'identical')
  if (known.left && known.right) return same ? unchanged(topic) : topic
  const on = { left: false, right: false }
  // What a clause says in other words is answered there, whether or not that was recognised.
  const answeredBy = { left: false, right: false }
  let changed = false
  let confidence = 0
  for (const pair of pairs) {
    const entry = pair.topics!.find(({ id }) => id === topic.id)!
    const touches = (side: SideName) => pair[side] !== undefined && (entry.side ?? side) === side
    for (const side of ['left', 'right'] as const) if (touches(side)) on[side] = true
    if (touches('left') !== touches('right') || pair.status === 'changed') changed = true
    for (const side of ['left', 'right'] as const) if (!known[side] && pair[side]) answeredBy[side] = true
    confidence = Math.max(confidence, entry.confidence ?? 0)
  }
  const unknown = (['left', 'right'] as const).filter((side) => !known[side])
  if (!unknown.some((side) => on[side])) {
    const answers = [topic.left, topic.right].some((answer) => answer && !answer.absent)
    // Words that are the same say the same, recognised or not.
    return { ...topic, status: !answers ? 'silent' : same || whole ? 'same' : 'unrecognised' }
  }
  const [here, there] = [on.left || answeredBy.left, on.right || answeredBy.right]
  const status = here && there ? (changed ? 'changed' : 'same') : here ? 'removed' : 'added'
  return { ...topic, status, ...(confidence > 0 && { guess: { confidence } }) }
}

/** A topic all of whose clauses are identical has not changed, and there is nothing to tell of it. */
function unchanged({ meaning: _, ...topic }: TopicComparison): TopicComparison {
  return { ...topic, status: 'same', terms: [] }
}
