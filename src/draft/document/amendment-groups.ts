import { sentenceCase } from '../../in-words.ts'
import type { Amendment } from '../../redline/index.ts'

/** Amendments of one section, as a clause of the letter. */
export interface AmendedSection {
  /** `Section 2`, `Definition of “Meta”`. */
  name: string
  amendments: Amendment[]
  /** Whether the clause needs no list, having one amendment. */
  single: boolean
}

/** Amendments that several licenses share, said once. */
export interface AmendmentGroup {
  /** Ids of the licenses, in the order of the letter. */
  licenses: string[]
  sections: AmendedSection[]
}

/**
 * Groups amendments by the licenses that have them in the same words: what all share first, then what fewer do, in
 * the order of the licenses.
 */
export function amendmentGroups(
  licenses: readonly { id: string; amendments: readonly Amendment[] }[],
): AmendmentGroup[] {
  const units = new Map<string, { licenses: string[]; amendments: Amendment[] }>()
  for (const { id, amendments } of licenses) {
    for (const unit of unitsOf(amendments)) {
      const key = unit.map(({ section, instruction }) => `${section} ${instruction}`).join('\n')
      const shared = units.get(key) ?? { licenses: [], amendments: unit }
      shared.licenses.push(id)
      units.set(key, shared)
    }
  }
  const groups = new Map<string, { licenses: string[]; amendments: Amendment[] }>()
  for (const unit of units.values()) {
    const key = unit.licenses.join(' ')
    const group = groups.get(key) ?? { licenses: unit.licenses, amendments: [] }
    group.amendments.push(...unit.amendments)
    groups.set(key, group)
  }
  const place = ({ licenses: [first = ''] }: { licenses: string[] }) =>
    licenses.findIndex(({ id }) => id === first)
  return [...groups.values()]
    .sort((a, b) => b.licenses.length - a.licenses.length || place(a) - place(b))
    .map((group) => ({ licenses: group.licenses, sections: sectionsOf(group.amendments) }))
}

/** Amendments that stay together: one that speaks of the amendment above stays with that one. */
function unitsOf(amendments: readonly Amendment[]): Amendment[][] {
  const units: Amendment[][] = []
  for (const amendment of amendments) {
    if (amendment.instruction.includes('by the amendment above')) units.at(-1)?.push(amendment)
    else units.push([amendment])
  }
  return units
}

function sectionsOf(amendments: readonly Amendment[]): AmendedSection[] {
  const sections = new Map<string, Amendment[]>()
  for (const amendment of amendments) {
    sections.set(amendment.section, [...(sections.get(amendment.section) ?? []), amendment])
  }
  return [...sections.values()].map((own) => ({
    name: sentenceCase(own[0]!.sectionName.replace(/^the /, '')),
    amendments: own,
    single: own.length === 1,
  }))
}
