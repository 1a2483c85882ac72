import type { Library } from '../../library/index.ts'
import type { Pair, PairTopic, SideName, TopicHint, TopicHints } from '../types.ts'

/** Which of the two texts the library knows. */
export type KnownSides = Record<SideName, boolean>

/** Two clauses with this share of their words in common are on one topic, where either is known to be. */
const leastCommon = 0.8

/**
 * The topics of a pair: as the library knows them of a text of its own, and as the wording of the other tells. A topic
 * that one side alone answers says which.
 */
export function pairTopics(pair: Pair, library: Library, hints: TopicHints, known: KnownSides): PairTopic[] {
  const { left, right } = pair
  const one = left ? hints.left(left) : []
  const other = right ? hints.right(right) : []
  const alone = !left || !right
  const same = pair.status === 'identical' || pair.status === 'cosmetic'
  const common = alone || same ? 1 : commonOf(pair)
  // The same words answer what the library knows that they answer, and nothing that only their wording tells.
  const asked = same && !alone && known.left !== known.right ? (known.left ? one : other) : [...one, ...other]
  const ids = [...new Set(asked.map(({ topic }) => topic))]
  return ids.map((id): PairTopic => {
    const topic = { id, title: library.topics.get(id)!.title }
    const [here, there] = [hintOf(one, id), hintOf(other, id)]
    const sure = (here && known.left) || (there && known.right)
    if ((known.left && known.right) || (sure && (alone || same))) return topic
    const guess = sureness(here, there, sure ? common : 0)
    if (alone) return { ...topic, confidence: guess }
    const both = (here && there) || common >= leastCommon
    if (both) return { ...topic, confidence: guess }
    const side: SideName = here ? 'left' : 'right'
    return known[side] ? { ...topic, side } : { ...topic, confidence: guess, side }
  })
}

function hintOf(hints: readonly TopicHint[], id: string): TopicHint | undefined {
  return hints.find(({ topic }) => topic === id)
}

/** How sure it is that the clause that the library does not know answers the topic. */
function sureness(here: TopicHint | undefined, there: TopicHint | undefined, common: number): number {
  return Math.round(Math.max(here?.confidence ?? 0, there?.confidence ?? 0, common) * 100) / 100
}

/** Share of the words of both clauses that they have in common. */
function commonOf({ pieces }: Pair): number {
  let [equal, all] = [0, 0]
  for (const { op, text } of pieces) {
    const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    all += op === 'equal' ? 2 * words : words
    if (op === 'equal') equal += 2 * words
  }
  return all === 0 ? 0 : equal / all
}
