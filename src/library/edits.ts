import { fillSlots } from './slots.ts'
import type { Edit, Level, License, Position } from './types.ts'

/**
 * The edits that a position makes at a level in one license: its own where `edits_for` has it, else the shared ones,
 * with the license's values in the slots.
 */
export function editsOf(position: Position, level: Level, license: License): Edit[] {
  const at = position.positions[level]
  return fillSlots(at?.editsFor[license.id] ?? at?.edits ?? [], license.slots)
}
