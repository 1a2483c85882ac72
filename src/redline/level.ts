import { closest } from 'fastest-levenshtein'
import { type Level, type Library, levelsDown, levelWords, type Position } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'

/**
 * The level at which a position is taken where the matter names none: the appetite for risk decides, and where that level
 * is not there or is not for the matter's facts, the strongest that is.
 *
 * @param holds whether the condition of a level does not fail
 */
export function usualLevel(
  { positions }: Position,
  matter?: Matter,
  holds: (when: Position['when']) => boolean = () => true,
): Level {
  const wanted = matter?.negotiation?.appetite === 'high' ? 'fallback' : 'preferred'
  const may = (level: Level) => positions[level] !== undefined && holds(positions[level].when ?? {})
  return may(wanted) ? wanted : (levelsDown.find(may) ?? 'preferred')
}

/** A level as a matter writes it. */
export function levelOf(level: 'preferred' | 'fallback' | 'walk-away'): Level {
  return level === 'walk-away' ? 'walk_away' : level
}

/** @throws Problem `no-level` */
export function requireLevel({ id, positions }: Position, level: Level): Level {
  if (positions[level]) return level
  const has = levelsDown.filter((one) => positions[one]).map((one) => levelWords[one])
  throw new Problem('no-level', `position ${id} has no ${levelWords[level]}: it has ${has.join(' and ')}`)
}

/**
 * @param where before the message, where the name stands
 * @throws Problem `unknown-position`, with the name that is nearest
 */
export function positionOf(id: string, { positions }: Library, where = ''): Position {
  const found = positions.get(id)
  if (found) return found
  const ids = [...positions.keys()]
  const nearest = ids.find((one) => one.includes(id)) ?? closest(id, ids)
  const hint = ids.length === 0 ? 'the library has none' : `did you mean ${nearest}?`
  throw new Problem('unknown-position', `${where}there is no position “${id}”: ${hint}`)
}
