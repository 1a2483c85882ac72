import { closest } from 'fastest-levenshtein'
import type { Level, Library, License, Position } from '../library/index.ts'
import {
  type Assessment,
  assess,
  evaluate,
  licensesInUse,
  type Matter,
  situationOf,
} from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { levelWords } from './edit-words.ts'
import type { ChosenPosition } from './types.ts'

/** A position that is asked for by name, at a level or at the one that the matter's appetite for risk suggests. */
export interface PositionRequest {
  id: string
  level?: Level
}

const strongest: Level[] = ['preferred', 'fallback', 'walk_away']

/**
 * The positions that a matter takes on a license, in the order of their ids.
 *
 * A level under `negotiation.positions` is taken, and `off` never. Of the others, those are proposed that answer a
 * finding of the assessment (one that applies or is open), whose own condition does not fail, and whose topic is
 * among `negotiation.negotiable` where the matter gives such a list: as fallback for a high appetite for risk, else
 * as preferred. One without a fallback stays preferred.
 *
 * @throws Problem `unknown-position`, `no-level`
 * @example chosenPositions(matter, library.licenses.get('llama-3.1'), library)
 */
export function chosenPositions(
  matter: Matter,
  license: License,
  library: Library,
  assessment: Assessment = assessedUnder(license, matter, library),
): ChosenPosition[] {
  const given = matter.negotiation?.positions ?? {}
  for (const id of Object.keys(given)) positionOf(id, library, `matter.negotiation.positions: `)
  const answers = new Map<string, string>()
  for (const { license: under, status, positions, title } of assessment.findings) {
    if (under !== license.id || status === 'does-not-apply') continue
    for (const id of positions) if (!answers.has(id)) answers.set(id, title)
  }
  const situation = situationOf(matter, license.id, library)
  const topics = matter.negotiation?.negotiable
  return takenOf(license, library).flatMap((position): ChosenPosition[] => {
    const asked = given[position.id]
    if (asked === 'off') return []
    if (asked !== undefined && asked !== 'unknown') {
      return [{ position, level: requireLevel(position, levelOf(asked)), because: 'chosen in the matter' }]
    }
    const because = answers.get(position.id)
    const open = topics === undefined || topics.includes(position.topic)
    if (because === undefined || !open || evaluate(position.when, situation).holds === false) return []
    return [{ position, level: usualLevel(position, matter), because }]
  })
}

/**
 * Positions that are asked for by name.
 *
 * @throws Problem `unknown-position`, `no-level`, or `position` for one that the license gives no occasion for
 */
export function requestedPositions(
  requests: readonly PositionRequest[],
  license: License,
  library: Library,
  matter?: Matter,
): ChosenPosition[] {
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
  return [...levels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, level]) => ({ position: library.positions.get(id)!, level, because: 'asked for' }))
}

/** Positions toward the licensor that change something in the license. */
function takenOf({ id }: License, { positions }: Library): Position[] {
  return [...positions.values()]
    .filter(
      ({ counterparty, appliesTo, moot }) =>
        counterparty === 'meta' && appliesTo.includes(id) && !isMoot(moot, id),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isMoot(moot: Position['moot'], id: string): boolean {
  return moot.some(({ license }) => license === id)
}

function assessedUnder(license: License, matter: Matter, library: Library): Assessment {
  return assess(matter, library, { allLicenses: !licensesInUse(matter, library).includes(license.id) })
}

function usualLevel({ positions }: Position, matter?: Matter): Level {
  const wanted = matter?.negotiation?.appetite === 'high' ? 'fallback' : 'preferred'
  return positions[wanted] ? wanted : (strongest.find((level) => positions[level]) ?? 'preferred')
}

function levelOf(level: 'preferred' | 'fallback' | 'walk-away'): Level {
  return level === 'walk-away' ? 'walk_away' : level
}

function requireLevel({ id, positions }: Position, level: Level): Level {
  if (positions[level]) return level
  const has = strongest.filter((one) => positions[one]).map((one) => levelWords[one])
  throw new Problem('no-level', `position ${id} has no ${levelWords[level]}: it has ${has.join(' and ')}`)
}

function positionOf(id: string, { positions }: Library, where = ''): Position {
  const found = positions.get(id)
  if (found) return found
  const ids = [...positions.keys()]
  const nearest = ids.find((one) => one.includes(id)) ?? closest(id, ids)
  const hint = ids.length === 0 ? 'the library has none' : `did you mean ${nearest}?`
  throw new Problem('unknown-position', `${where}there is no position “${id}”: ${hint}`)
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
