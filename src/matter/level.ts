import type { Level } from '../library/types.ts'
import type { Matter } from './schema/index.ts'

/**
 * The level that a matter chooses for a position or a flow-down, or that its appetite for risk suggests; `off` where it
 * leaves it out.
 *
 * @param id of the position or flow-down
 */
export function levelOf({ negotiation }: Matter, id: string): Level | 'off' {
  const chosen = negotiation?.positions?.[id]
  if (chosen === undefined || chosen === 'unknown') {
    return negotiation?.appetite === 'high' ? 'fallback' : 'preferred'
  }
  return chosen === 'walk-away' ? 'walk_away' : chosen
}

/**
 * The level of a clause of an addendum: what the matter chooses for it, or what the relation to the vendor suggests. A matter
 * that says nothing of the relation, as older ones do, goes by its appetite for risk.
 *
 * @param id of the flow-down
 */
export function levelOfClause(matter: Matter, id: string): Level | 'off' {
  const chosen = matter.negotiation?.positions?.[id]
  const relation = matter.negotiation?.relation
  if (relation === undefined || (chosen !== undefined && chosen !== 'unknown')) return levelOf(matter, id)
  return ({ ours: 'preferred', balanced: 'fallback', unknown: 'fallback', theirs: 'walk_away' } as const)[
    relation
  ]
}
