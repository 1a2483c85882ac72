import { levelWords } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { exclusionOf, isPreferred } from './relations.ts'
import type { ChoiceNote, ChosenPosition } from './types.ts'
import type { Wanted } from './wanted.ts'

/** A position that another one drops. */
export interface Dropped {
  one: Wanted
  by: Wanted
  reason: string
}

/**
 * Of positions that exclude each other one, and what it drops.
 *
 * @throws Problem `excluded` where the matter names both
 */
export function withoutExcluded(wanted: ReadonlyMap<string, Wanted>): {
  left: Map<string, Wanted>
  dropped: Dropped[]
} {
  const left = new Map(wanted)
  const dropped: Dropped[] = []
  for (const one of wanted.values()) {
    for (const other of wanted.values()) {
      if (one.position.id >= other.position.id) continue
      if (!left.has(one.position.id) || !left.has(other.position.id)) continue
      const together = [...one.on].some((id) => other.on.has(id))
      const reason = together ? exclusionOf(one, other) : undefined
      if (reason === undefined) continue
      if (one.asked && other.asked) throw excluded(one, other, reason)
      const wins = one.asked || (!other.asked && isPreferred(one.position, other.position))
      const [stays, goes] = wins ? [one, other] : [other, one]
      left.delete(goes.position.id)
      dropped.push({ one: goes, by: stays, reason })
    }
  }
  return { left, dropped }
}

/** Said for our own side. */
export function dropNote({ one, by, reason }: Dropped): ChoiceNote {
  return {
    kind: 'drops',
    position: one.position.id,
    by: by.position.id,
    says: `${by.position.id} drops ${one.position.id}: ${reason.replace(/\.$/, '')}`,
  }
}

function excluded(one: ChosenPosition, other: ChosenPosition, reason: string): Problem {
  return new Problem(
    'excluded',
    `${one.position.id} (${levelWords[one.level]}) and ${other.position.id} (${levelWords[other.level]}) exclude each other: ${reason.replace(/\.$/, '')}. Leave one out, with “${other.position.id}: off” under negotiation.positions`,
  )
}
