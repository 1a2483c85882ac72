import { type Library, type License, levelsDown, type Position } from '../../library/index.ts'
import { assess, licensesInUse, type Matter } from '../../matter/index.ts'
import { type ChosenPosition, choicesOf } from '../../redline/index.ts'

/**
 * The positions that a matter takes towards a licensor's paper: on a license of the library those taken on it; on another
 * licensor's those that it would take on any license in use, whether or not they were raised in a short letter, and where it
 * has no license of the library, all, at the level that its appetite for risk asks for.
 */
export function positionsAsked(
  matter: Matter,
  license: License | undefined,
  library: Library,
): ChosenPosition[] {
  const used = licensesInUse(matter, library)
  if (license) {
    const inUse = used.includes(license.id)
    const ids = inUse ? used : [license.id]
    const licenses = ids.map((id) => library.licenses.get(id)!)
    const assessment = assess(matter, library, { allLicenses: !inUse })
    return choicesOf(matter, licenses, library, assessment).get(license.id)!.chosen
  }
  if (used.length === 0) return allOf(matter, library)
  const whole: Matter = { ...matter, negotiation: { ...matter.negotiation, breadth: 'full' } }
  const choices = choicesOf(
    whole,
    used.map((id) => library.licenses.get(id)!),
    library,
    assess(matter, library),
  )
  const chosen = [...choices.values()].flatMap((one) => one.chosen)
  return [...new Map(chosen.map((one) => [one.position.id, one])).values()]
}

function allOf({ negotiation }: Matter, { positions }: Library): ChosenPosition[] {
  const asked = negotiation?.appetite === 'high' ? 'fallback' : 'preferred'
  return [...positions.values()]
    .filter(({ id, counterparty }) => counterparty === 'meta' && negotiation?.positions?.[id] !== 'off')
    .map((position) => ({
      position,
      level: levelIn(position, asked),
      because: 'no license of the matter is known',
    }))
}

function levelIn({ positions }: Position, asked: 'preferred' | 'fallback'): ChosenPosition['level'] {
  return positions[asked] ? asked : (levelsDown.find((level) => positions[level]) ?? 'preferred')
}
