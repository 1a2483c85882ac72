import type { Level, Library, License, Position, PositionRelation } from '../library/index.ts'
import type { ChoiceNote, ChosenPosition } from './types.ts'

/** Why two positions cannot both be taken at their levels; undefined where they can. */
export function exclusionOf(
  one: Pick<ChosenPosition, 'position' | 'level'>,
  other: Pick<ChosenPosition, 'position' | 'level'>,
): string | undefined {
  if (!changesWords(one) || !changesWords(other)) return undefined
  const said = (from: typeof one, to: typeof one) =>
    from.position.excludes?.find(
      (relation) =>
        relation.position === to.position.id &&
        holdsAt(relation, from.level) &&
        (relation.at === undefined || relation.at.includes(to.level)),
    )?.reason
  return said(one, other) ?? said(other, one)
}

/** Whether of two that exclude each other the first is taken. */
export function isPreferred(one: Position, other: Position): boolean {
  return one.prefer?.includes(other.id) === true
}

/** A position that another one needs. */
export interface Need {
  needed: Position
  reason: string
  /** Levels of it that do, the strongest first. */
  at: Level[]
}

/** What a position at its level needs under a license; where the license leaves no occasion for it, nothing. */
export function neededBy(
  { position, level }: Pick<ChosenPosition, 'position' | 'level'>,
  license: License,
  { positions }: Library,
): Need[] {
  return (position.needs ?? []).flatMap((relation) => {
    const needed = positions.get(relation.position)
    if (!needed?.appliesTo.includes(license.id) || !holdsAt(relation, level)) return []
    const own = Object.keys(needed.positions) as Level[]
    // A level that is a decision of our own changes nothing, so that it meets no need.
    const at = own.filter(
      (one) => (relation.at ?? own).includes(one) && changesWords({ position: needed, level: one }),
    )
    return [{ needed, reason: relation.reason, at }]
  })
}

/** A level that is a decision of our own changes no word, so that nothing stands against it. */
function changesWords({ position, level }: Pick<ChosenPosition, 'position' | 'level'>): boolean {
  const at = position.positions[level]
  return [at?.edits ?? [], ...Object.values(at?.editsFor ?? {})].some((edits) => edits.length > 0)
}

function holdsAt({ levels }: PositionRelation, level: Level): boolean {
  return levels === undefined || levels.includes(level)
}

/** A position that cannot have what it needs, for our own side. */
export function missingNote(position: string, by: string, why: string): ChoiceNote {
  return {
    kind: 'missing',
    position,
    by,
    says: `${by} needs ${position}, which is not taken: ${why}`,
  }
}
