import type { XmlElement } from '../../ooxml/index.ts'

/** What becomes of a tracked change; `keep` leaves it tracked. */
export type Decision = 'accept' | 'reject' | 'keep'

/** Tells what becomes of a tracked change by its element, which has author and date. */
export type Decide = (change: XmlElement) => Decision

/** Which tracked changes are resolved, and how. */
export interface Resolution {
  as: 'accept' | 'reject'
  /** Those of this author alone, or of these. */
  author?: string | readonly string[]
  /** Those made before this day or time alone (ISO 8601). */
  before?: string
  /** What becomes of all others in the same step; by default they stay tracked. */
  others?: Decision
}

/** The decision that a resolution takes on each change. */
export function decisionOf({ as, author, before, others = 'keep' }: Resolution): Decide {
  const authors = typeof author === 'string' ? [author] : author
  return ({ attributes }) => {
    if (authors && !authors.includes(attributes['w:author'] ?? '')) return others
    if (before !== undefined && !((attributes['w:date'] ?? '') < before)) return others
    return as
  }
}

const arriving = new Set(['w:ins', 'w:moveTo', 'w:cellIns'])
const leaving = new Set(['w:del', 'w:moveFrom', 'w:cellDel'])

/** Whether an element says that something was inserted, deleted or moved. */
export function isMark({ name }: XmlElement): boolean {
  return arriving.has(name) || leaving.has(name)
}

/** Whether what a mark stands on goes: what was inserted where it is rejected, what was deleted where it is accepted. */
export function goes(mark: XmlElement, decide: Decide): boolean {
  const decision = decide(mark)
  return decision === 'accept' ? leaving.has(mark.name) : decision === 'reject' && arriving.has(mark.name)
}
