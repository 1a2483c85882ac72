import type { Library } from '../library/index.ts'
import { factColumns, localeNamed, type OwnCell, valuesOfRow } from '../matter/table.ts'
import { Problem } from '../problem.ts'
import { type TableOptions, tableRows } from '../sheet/index.ts'
import { type FactChange, recordWith } from './change.ts'
import { registerColumns } from './columns.ts'
import { vendorKey } from './find.ts'
import { unknownIn } from './record.ts'
import type { KeptVendor, VendorRecord } from './types.ts'

/** Which table is read, and over which register. */
export interface ImportOptions extends TableOptions {
  locale?: string
  /** ISO date of the import. */
  on: string
}

/** What one row of a table makes of the register. */
export interface ImportedRow {
  /** `vendors.xlsx:14`. */
  place: string
  state: 'new' | 'changed' | 'unchanged' | 'failed'
  /** The vendor that it is of; undefined for a new one. */
  kept?: KeptVendor
  record?: VendorRecord
  changes: FactChange[]
  problem?: string
}

/**
 * What a table says of vendors, row by row; nothing is kept yet. A row is of the vendor whose `id` it gives, else of the one with
 * its name and product. An empty cell leaves what is there.
 *
 * @param table path of a .csv or .xlsx
 * @throws Problem for the file and its header; what is wrong with a row is in the row
 */
export async function* importRows(
  table: string,
  register: readonly KeptVendor[],
  library: Library,
  { locale: name, on, ...options }: ImportOptions,
): AsyncGenerator<ImportedRow> {
  const locale = name === undefined ? undefined : localeNamed(name)
  const byId = new Map(register.map((kept) => [kept.id, kept]))
  const byKey = new Map(register.map((kept) => [vendorKey(kept.record.vendor), kept]))
  const seen = new Map<string, string>()
  const rows = tableRows(table, options)
  const header = await rows.next()
  if (header.done || header.value.problem)
    throw header.value?.problem ?? new Problem('batch', 'is empty: give a header row', { file: table })
  const columns = factColumns(
    header.value.cells,
    { file: table, line: header.value.line },
    registerColumns(library),
  )
  for await (const row of rows) {
    const place = `${table}:${row.line}`
    const failed = (problem: string): ImportedRow => ({ place, state: 'failed', changes: [], problem })
    const read = row.problem ? undefined : valuesOfRow(row.cells, columns, locale)
    const problem = row.problem ?? read?.problem
    if (problem || !read) {
      yield failed(problem?.message ?? 'cannot be read')
      continue
    }
    const values = Object.fromEntries(read.values)
    const id = values.id === undefined ? undefined : String(values.id)
    const kept = id === undefined ? byKey.get(keyIn(values)) : byId.get(id)
    if (id !== undefined && !kept) {
      yield failed(`id: there is no vendor ${id} in the register: leave it empty for a new one`)
      continue
    }
    const key = kept ? `id ${kept.id}` : keyIn(values)
    const before = seen.get(key)
    if (before !== undefined) {
      yield failed(`is the same vendor and product as ${before}: leave one of the two`)
      continue
    }
    seen.set(key, place)
    yield rowOf(place, kept, { values, own: read.own }, library, on)
  }
}

function rowOf(
  place: string,
  kept: KeptVendor | undefined,
  said: { values: Record<string, unknown>; own: OwnCell[] },
  library: Library,
  on: string,
): ImportedRow {
  try {
    const { record, changes } = recordWith(kept?.record, said, on)
    const unknown = unknownIn(record, library)
    if (unknown !== undefined) return { place, state: 'failed', changes: [], problem: unknown }
    const state = !kept ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'
    return { place, state, record, changes, ...(kept && { kept }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { place, state: 'failed', changes: [], problem: error.message }
  }
}

function keyIn(values: Record<string, unknown>): string {
  const word = (path: string) => (typeof values[path] === 'string' ? values[path] : '')
  return vendorKey({ name: word('vendor.name'), product: word('vendor.product') })
}
