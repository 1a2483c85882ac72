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
