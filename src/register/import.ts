import type { Library } from '../library/index.ts'
import { type Matter, unknownModels } from '../matter/index.ts'
import {
  type Column,
  type ColumnMap,
  columnMap,
  localeNamed,
  type OwnCell,
  readHeader,
  valuesOfRow,
} from '../matter/table.ts'
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
  /** What the columns are whose header is no fact. */
  columns?: ColumnMap
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
  /** What a person should look at, a sentence each. */
  remarks: string[]
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
  { locale: name, on, columns: said = columnMap([]), ...options }: ImportOptions,
): AsyncGenerator<ImportedRow> {
  const locale = name === undefined ? undefined : localeNamed(name)
  const byId = new Map(register.map((kept) => [kept.id, kept]))
  const byKey = new Map(register.map((kept) => [vendorKey(kept.record.vendor), kept]))
  const seen = new Map<string, string>()
  const rows = tableRows(table, options)
  const columns = await readHeader(rows, table, said, registerColumns(library))
  if (!columns) throw new Problem('batch', 'is empty: give a header row', { file: table })
  for await (const row of rows) {
    const place = `${table}:${row.line}`
    const read = row.problem ? undefined : valuesOfRow(row.cells, columns, locale)
    const problem = row.problem ?? read?.problem
    if (problem || !read) {
      // A row that cannot be taken has its place all the same: the next of that vendor is not taken for it.
      const key = keyIn(namesIn(row.cells ?? [], columns))
      if (key !== nobody && !seen.has(key)) seen.set(key, place)
      yield failed(place, problem?.message ?? 'cannot be read')
      continue
    }
    const values = Object.fromEntries(read.values)
    if (isSum(values)) {
      options.unread?.(`the sum in row ${row.line} (“${values['vendor.name']}”)`)
      continue
    }
    const id = values.id === undefined ? undefined : String(values.id)
    const kept = id === undefined ? byKey.get(keyIn(values)) : byId.get(id)
    if (id !== undefined && !kept) {
      yield failed(place, `id: there is no vendor ${id} in the register: leave it empty for a new one`)
      continue
    }
    const keys = [...(kept ? [`id ${kept.id}`, vendorKey(kept.record.vendor)] : []), keyIn(values)]
    const before = keys.map((key) => seen.get(key)).find((one) => one !== undefined)
    if (before !== undefined) {
      yield failed(place, `is the same vendor and product as ${before}: leave one of the two`)
      continue
    }
    for (const key of keys) if (key !== nobody) seen.set(key, place)
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
    if (unknown !== undefined) return failed(place, unknown)
    const state = !kept ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'
    const remarks = changes.length > 0 ? remarksOn(record, library) : []
    return { place, state, record, changes, remarks, ...(kept && { kept }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return failed(place, error.message)
  }
}

function failed(place: string, problem: string): ImportedRow {
  return { place, state: 'failed', changes: [], remarks: [], problem }
}

/** Whether a row sums up those above it: a word for it where the name stands, and numbers at most beside it. */
function isSum({ 'vendor.name': name, ...rest }: Record<string, unknown>): boolean {
  const sums =
    /^(?:(?:grand|sub)[ -]?)?(?:totals?|sum|summe|gesamt(?:summe)?|zwischensumme|anzahl|count|totale?s?|suma|somme|totaal)\b[\s:=\d.,]*$/i
  return (
    typeof name === 'string' &&
    sums.test(name.trim()) &&
    Object.values(rest).every((value) => typeof value === 'number')
  )
}

const nobody = vendorKey({})

/** Name and product of a row that cannot be read as a whole. */
function namesIn(cells: readonly string[], columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap((column, at) => ('path' in column ? [[column.path, cells[at]?.trim() ?? '']] : [])),
  )
}

/** What of a record can be kept and is most likely a slip. */
function remarksOn({ vendor, dates, term = {} }: VendorRecord, library: Library): string[] {
  const models = unknownModels({ vendor } as Matter, library).map(({ reason }) => reason)
  const [signed, { ends, renews }] = [dates.signed, term]
  return [
    ...models,
    ...(signed !== undefined && ends !== undefined && ends < signed
      ? [`it ends on ${ends}, before it was signed on ${signed}`]
      : []),
    ...(signed !== undefined && renews !== undefined && renews < signed
      ? [`it renews on ${renews}, before it was signed on ${signed}`]
      : []),
  ]
}

function keyIn(values: Record<string, unknown>): string {
  const word = (path: string) => (typeof values[path] === 'string' ? values[path] : '')
  return vendorKey({ name: word('vendor.name'), product: word('vendor.product') })
}
