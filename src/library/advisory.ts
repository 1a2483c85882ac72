import type { Reader } from './reading.ts'
import { advisorySchema, tablesSchema } from './schema/advisory.ts'
import type { AdvisoryEntry, Cite, LibraryTable, TextKind } from './types.ts'

/** The claims of the advisory, judged, in the order in which the advisory makes them. */
export function readAdvisory(reader: Reader): AdvisoryEntry[] {
  const entries = reader.yaml('advisory.yaml', advisorySchema)?.data.entries ?? []
  return entries.map(({ decided_by, ...entry }) => ({ ...entry, decidedBy: citesOf(decided_by) }))
}

/** The tables of the advisory, rebuilt. */
export function readTables(reader: Reader): LibraryTable[] {
  const tables = reader.yaml('tables.yaml', tablesSchema)?.data.tables ?? []
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ text, cites }) => ({ text, cites: citesOf(cites) })),
    })),
  }))
}

/** One citation for each license, where a file names several that have the same section. */
function citesOf(cites: { licenses: string[]; document: TextKind; section: string }[]): Cite[] {
  return cites.flatMap(({ licenses, ...where }) => licenses.map((license) => ({ license, ...where })))
}
