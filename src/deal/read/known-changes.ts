import type { Revision } from '../../ooxml/index.ts'
import type { Hand, Remark } from '../types.ts'
import type { Known } from './lines.ts'

/**
 * Tells the tracked changes that were in what we sent from those that are new, by author and time: ids change whenever a
 * program saves.
 *
 * @param sent authors and times of all tracked changes of what was sent
 */
export function knownChanges(sent: readonly Hand[]): Known {
  const known = new Set(sent.map(keyOf))
  const undated = new Set(sent.flatMap(({ author, date }) => (date === undefined ? [author] : [])))
  return (revision: Revision) =>
    known.has(keyOf(revision)) || (undated.has(revision.author) && isNoTime(revision.date))
}

/** Comments that what we sent has not; of those that say the same, the latest. */
export function newComments(returned: readonly Remark[], sent: readonly Remark[]): Remark[] {
  const known = new Map<string, number>()
  for (const one of sent) known.set(sayOf(one), (known.get(sayOf(one)) ?? 0) + 1)
  const old = new Set<Remark>()
  for (const one of [...returned].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))) {
    const rest = known.get(sayOf(one)) ?? 0
    if (rest === 0) continue
    known.set(sayOf(one), rest - 1)
    old.add(one)
  }
  return returned.filter((one) => !old.has(one))
}

function sayOf({ author, text }: Remark): string {
  return `${author}\n${text}`
}

function keyOf({ author, date = '' }: Hand): string {
  return `${author}\n${date.slice(0, 19)}`
}

/** LibreOffice gives a change without a time the first moment that it knows. */
function isNoTime(date: string | undefined): boolean {
  return date === undefined || /^(?:1970-01-01|0001-01-01|1601-01-01)/.test(date)
}
