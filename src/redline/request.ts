import type { Level, Library, License, Position } from '../library/index.ts'
import { libraryOf, type Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { dropNote, withoutExcluded } from './exclude.ts'
import { levelOf, positionOf, requireLevel, usualLevel } from './level.ts'
import { withNeeds } from './needs.ts'
import type { Choice, ChoiceNote, ChosenPosition } from './types.ts'
import type { Wanted } from './wanted.ts'

/** A position that is asked for by name, at a level or at the one that the matter's appetite for risk suggests. */
export interface PositionRequest {
  id: string
  level?: Level
}

/**
 * Positions that are asked for by name.
 *
 * What they need comes with them.
 *
 * @throws Problem `unknown-position`, `no-level`, `excluded`, or `position` for one that the license gives no occasion for
 */
export function requestedPositions(
  requests: readonly PositionRequest[],
  license: License,
  library: Library,
  matter?: Matter,
): ChosenPosition[] {
  return requestedChoice(requests, license, library, matter).chosen
}

/** The same with what was decided beside: what the positions bring. */
export function requestedChoice(
  requests: readonly PositionRequest[],
  license: License,
  common: Library,
  matter?: Matter,
): Choice {
  const library = matter ? libraryOf(matter, common) : common
  const levels = new Map<string, Level>()
  for (const { id, level } of requests) {
    const position = positionOf(id, library)
    requireApplies(position, license)
    const said = matter?.negotiation?.positions?.[id]
    const own =
      said === undefined || said === 'off' || said === 'unknown'
        ? usualLevel(position, matter)
        : levelOf(said)
    levels.set(id, requireLevel(position, level ?? own))
  }
  const notes: ChoiceNote[] = []
  const on = () => new Set([license.id])
  const wanted = [...levels].map(([id, level]): [string, Wanted] => [
    id,
    { position: library.positions.get(id)!, level, because: 'asked for', asked: true, on: on() },
  ])
  const { left, dropped } = withoutExcluded(new Map(wanted))
  notes.push(...dropped.map(dropNote))
  const whole = withNeeds(left, { licenses: [license], library, matter, notes })
  const chosen = [...whole.values()]
    .map(({ asked: _, on: __, ...one }) => one)
    .sort((a, b) => (a.position.id < b.position.id ? -1 : 1))
  return { chosen, notes }
}

function requireApplies({ id, counterparty, appliesTo, moot }: Position, license: License): void {
  const why = moot.find((entry) => entry.license === license.id)
  if (why) {
    throw new Problem(
      'position',
      `position ${id} has no occasion under ${license.id} (section ${why.section}): ${why.reason}`,
    )
  }
  if (counterparty === 'vendor') {
    throw new Problem(
      'position',
      `position ${id} is for a vendor’s contract, not for a license: leave it out`,
    )
  }
  if (!appliesTo.includes(license.id)) {
    throw new Problem(
      'position',
      `position ${id} does not apply to ${license.id}: it is for ${appliesTo.join(', ')}`,
    )
  }
}
