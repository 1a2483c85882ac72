import { type Fact, type FactDefinition, factWords, plainFact } from '../../library/index.ts'
import type { FactChange } from '../types.ts'

/** The facts that differ between two answers, in the order in which the topic lists them. */
export function factChanges(
  definitions: Record<string, FactDefinition>,
  left: Record<string, Fact> = {},
  right: Record<string, Fact> = {},
): FactChange[] {
  return Object.entries(definitions).flatMap(([fact, { means }]): FactChange[] => {
    const [from, to] = [left[fact], right[fact]]
    if (sameFact(from, to)) return []
    const change: FactChange = {
      fact,
      means,
      ...(from === undefined ? {} : { left: from }),
      ...(to === undefined ? {} : { right: to }),
    }
    if (!Array.isArray(from) || !Array.isArray(to)) return [change]
    const added = to.filter((value) => !from.includes(value))
    const removed = from.filter((value) => !to.includes(value))
    return [{ ...change, added, removed }]
  })
}

/** Lists are without order. */
function sameFact(left: Fact | undefined, right: Fact | undefined): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right
  return left.length === right.length && left.every((value) => right.includes(value))
}

/** A change for a reader: `counted on date: 2023-07-18 → 2024-07-23`, `inputs: + outputs`. */
export function factChangeWords({ fact, left, right, added, removed }: FactChange): string {
  const name = fact.replaceAll('_', ' ')
  if (
    added &&
    removed &&
    added.length + removed.length < (left as string[]).length + (right as string[]).length
  ) {
    const parts = [
      ...removed.map((value) => `− ${plainFact(value)}`),
      ...added.map((value) => `+ ${plainFact(value)}`),
    ]
    return `${name}: ${parts.join(', ')}`
  }
  return `${name}: ${factWords(left)} → ${factWords(right)}`
}
