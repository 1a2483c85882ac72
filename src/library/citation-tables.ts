import type { Reader } from './reading.ts'
import { type Renumbering, renumberPath } from './renumber.ts'
import { citationsSchema } from './schema/citations.ts'
import { fillSlots } from './slots.ts'
import { type LicenseFiles, lineageOf } from './terms.ts'
import type { Library, License, TextKind } from './types.ts'

/** The slots of a license, and the day of its date without the year: a citation by first words may end there. */
export function citationSlots({ slots }: License): License['slots'] {
  const [day] = (slots.release_date ?? '').split(',')
  return day ? { ...slots, release_day: day } : slots
}

/**
 * The tables of citations of every license: its own for a text, or that of the nearest license that it extends, with its
 * own values in the slots and its own numbers.
 */
export function readCitations(
  reader: Reader,
  licenses: ReadonlyMap<string, License>,
  files: ReadonlyMap<string, LicenseFiles>,
): Library['citations'] {
  const written = new Map(
    [...licenses.keys()].map((id) => [
      id,
      reader.yaml(`licenses/${id}/citations.yaml`, citationsSchema)?.data ?? {},
    ]),
  )
  const tables: Library['citations'] = {}
  for (const license of licenses.values()) {
    for (const document of ['agreement', 'use-policy'] satisfies TextKind[]) {
      const steps: Renumbering[] = []
      for (const from of lineageOf(license, licenses)) {
        const table = written.get(from.id)?.[document]
        if (table === undefined) {
          steps.unshift(files.get(from.id)?.renumbered[document] ?? {})
          continue
        }
        tables[`${license.id}/${document}`] = Object.fromEntries(
          Object.entries(fillSlots(table, citationSlots(license))).map(([path, cited]) => [
            steps.reduce(renumberPath, path),
            cited,
          ]),
        )
        break
      }
    }
  }
  return tables
}
