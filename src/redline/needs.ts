import { type License, levelWords, type Position } from '../library/index.ts'
import { levelOf, usualLevel } from './level.ts'
import { exclusionOf, missingNote, type Need, neededBy } from './relations.ts'
import type { ChoiceNote } from './types.ts'
import type { Settling, Wanted } from './wanted.ts'

/**
 * Positions with all that they need, and what that needs. What is there at a level that does not do, and what the
 * matter does not name, is taken at one that does; what the matter names stays as it has it, and what needs it otherwise
 * is left out unless the matter names that too.
 */
export function withNeeds(wanted: ReadonlyMap<string, Wanted>, settling: Settling): Map<string, Wanted> {
  const { licenses, library, notes } = settling
  // What is wanted stays as it is for whoever asks again with more.
  const whole = new Map([...wanted].map(([id, one]) => [id, { ...one, on: new Set(one.on) }]))
  const told = new Set<string>()
  const tell = (note: ChoiceNote) => {
    if (!told.has(note.says)) notes.push(note)
    told.add(note.says)
  }
  // A map goes on to what is put into it while it is gone through.
  for (const [id, one] of whole) {
    for (const license of licenses.filter((each) => one.on.has(each.id))) {
      for (const need of neededBy(one, license, library)) {
        const there = whole.get(need.needed.id)
        if (there) raise(there, { id, one, need, license, whole, tell })
        else bring({ id, need, license, whole, tell, settling })
      }
    }
  }
  return whole
}

interface Needing {
  /** The position that needs. */
  id: string
  need: Need
  license: License
  whole: Map<string, Wanted>
  tell: (note: ChoiceNote) => void
}

/** What is taken already, at a level that does. */
function raise(there: Wanted, { id, one, need, license, whole, tell }: Needing & { one: Wanted }): void {
  const { needed, reason, at } = need
  if (at.includes(there.level)) {
    there.on.add(license.id)
    return
  }
  const [level] = at
  if (!there.asked && level !== undefined) {
    there.level = level
    there.on.add(license.id)
    tell(broughtNote(id, needed, there, reason))
    return
  }
  const why = `${needed.id} is taken at ${levelWords[there.level]}, which does not do (${reason.replace(/\.$/, '')})`
  if (one.asked) {
    tell(missingNote(needed.id, id, why))
    return
  }
  whole.delete(id)
  tell({ kind: 'drops', position: id, by: needed.id, says: `${needed.id} drops ${id}: ${why}` })
}

function bring({ id, need, license, whole, tell, settling }: Needing & { settling: Settling }): void {
  const { needed, reason, at } = need
  const { matter } = settling
  const said = matter?.negotiation?.positions?.[needed.id]
  const named = said === undefined || said === 'off' || said === 'unknown' ? undefined : levelOf(said)
  const usual = named ?? usualLevel(needed, matter)
  const fresh: Wanted = {
    position: needed,
    level: at.includes(usual) ? usual : (at[0] ?? usual),
    because: `${id} needs it: ${reason.replace(/\.$/, '')}`,
    broughtBy: id,
    asked: false,
    on: new Set([license.id]),
  }
  const against = [...whole.values()].find((other) => exclusionOf(fresh, other) !== undefined)
  if (said === 'off' || against) {
    const why = against
      ? `${against.position.id} excludes it (${exclusionOf(fresh, against)!.replace(/\.$/, '')})`
      : 'the matter leaves it out'
    tell(missingNote(needed.id, id, why))
    return
  }
  whole.set(needed.id, fresh)
  tell(broughtNote(id, needed, fresh, reason))
}

function broughtNote(by: string, { id }: Position, { level }: Wanted, reason: string): ChoiceNote {
  return {
    kind: 'brings',
    position: id,
    by,
    says: `${by} brings ${id} (${levelWords[level]}): ${reason.replace(/\.$/, '')}`,
  }
}
