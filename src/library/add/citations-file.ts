import { stringify } from 'yaml'
import { citationSlots } from '../citation-tables.ts'
import { citedAs, citedByPlace } from '../cited-as.ts'
import { type Renumbering, renumberPath } from '../renumber.ts'
import { fillSlots } from '../slots.ts'
import type { Library, License, TextKind } from '../types.ts'
import { withSlots } from '../without-version.ts'

/**
 * `citations.yaml` of a license: how the clauses are cited whose place does not say it.
 *
 * @param cited citations by place, as the texts print them
 * @param renumbered what stands under another number than in the license that it extends
 * @returns undefined where each is cited as in the license that it extends, or as its place says
 */
export function citationsFileOf(
  library: Pick<Library, 'citations'>,
  license: License,
  parent: License | undefined,
  cited: Partial<Record<TextKind, ReadonlyMap<string, string>>>,
  renumbered: Partial<Record<TextKind, Renumbering>>,
): string | undefined {
  const tables: Record<string, Record<string, string>> = {}
  for (const [document, places] of Object.entries(cited) as [TextKind, ReadonlyMap<string, string>][]) {
    const before = inherited(document)
    if ([...places].every(([path, words]) => (before[path] ?? citedByPlace(path)) === words)) continue
    tables[document] = Object.fromEntries(
      [...places]
        .filter(([path, words]) => citedByPlace(path) !== words)
        .map(([path, words]) => [path, withCitationSlots(words, license)]),
    )
  }
  if (Object.keys(tables).length === 0) return undefined
  const note =
    '# How clauses are cited whose place does not say it: as the text prints them. `clausebook library check` holds it.\n'
  return note + stringify(tables, { lineWidth: 0 })

  function inherited(document: TextKind): Record<string, string> {
    if (parent === undefined) return {}
    const table = Object.keys(library.citations[`${parent.id}/${document}`] ?? {})
    return Object.fromEntries(
      table.map((path) => [
        renumberPath(path, renumbered[document] ?? {}),
        fillSlots(
          withCitationSlots(citedAs(library, parent.id, document, path), parent),
          citationSlots(license),
        ),
      ]),
    )
  }
}

/** A citation with slots for what is a license's own: its version, and the day of its date. */
function withCitationSlots(words: string, license: License): string {
  const { release_day: day } = citationSlots(license)
  const named = withSlots(words, license)
  return day === undefined ? named : named.replace(`Date: ${day} …`, 'Date: {{release_day}} …')
}
