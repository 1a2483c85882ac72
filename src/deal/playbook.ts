import { type Level, levelNamed, levelsDown } from '../library/index.ts'
import type { DealRecord } from './record.ts'
import type { Point } from './types.ts'

/**
 * The level that we go to at most in what we send in a round: what the deal says of the point, else of all, else what was
 * asked in the first round and the fallback in those that follow. A level that the point has no words for is the nearest
 * stronger one; nothing above what was asked is ever offered.
 */
export function offeredAt({ playbook }: Pick<DealRecord, 'playbook'>, point: Point, round: number): Level {
  const steps = playbook?.points?.[point.id] ?? playbook?.levels
  const told = steps && levelNamed(steps[Math.min(round, steps.length) - 1]!)
  const wanted = told ?? (round === 1 ? point.asked : 'fallback')
  const lowest = isBelow(point.asked, wanted) ? point.asked : wanted
  const at = levelsDown.indexOf(lowest)
  return [...levelsDown.slice(0, at + 1)].reverse().find((level) => point.levels[level]) ?? point.asked
}

/** Whether one level gives less than another. */
export function isBelow(one: Level, other: Level): boolean {
  return levelsDown.indexOf(one) > levelsDown.indexOf(other)
}
