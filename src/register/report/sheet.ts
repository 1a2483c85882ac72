import type { Library } from '../../library/index.ts'
import type { Field } from '../../matter/index.ts'
import type { WorkbookColumn, WorkbookSheet } from '../../sheet/index.ts'
import { valueWords } from '../change.ts'
import { registerFields, vendorFields } from '../columns.ts'
import type { KeptVendor, VendorRecord } from '../types.ts'

/** What a table has even where no vendor has it, behind the facts of the vendor. */
const always = /^(?:id|status|owner|category|dates\.(?:sent|signed)|term\..+)$/

/** A table of the register, as a file has it. */
export interface RegisterTable {
  fields: readonly Field[]
  /** Columns of other systems, without their `#`. */
  own: readonly string[]
  /** Cells by row, those of the facts before those of other systems. */
  rows: readonly (readonly string[])[]
}

/**
 * The register as a table: the facts of the vendor, what is kept of it as far as any vendor has it, and a column for each id of
 * another system. Read again by an import, it changes nothing.
 */
export function registerTable(
  vendors: readonly KeptVendor[],
  library: Pick<Library, 'flowDowns'>,
): RegisterTable {
  const [name, product, ...facts] = vendorFields()
  const kept = registerFields(library).filter(
    ({ path }) => always.test(path) || vendors.some(({ record }) => at(record, path) !== undefined),
  )
  const [id, ...rest] = kept
  // Whoever fills it in begins with a name; the id is for the register.
  const fields = [name, product, ...rest, ...facts, id].filter((field) => field !== undefined)
  const own = [...new Set(vendors.flatMap(({ record }) => Object.keys(record.ids)))].sort()
  return {
    fields,
    own,
    rows: vendors.map(({ id, record }) => [
      ...fields.map(({ path }) => (path === 'id' ? id : cellOf(at(record, path)))),
      ...own.map((column) => record.ids[column] ?? ''),
    ]),
  }
}

/** The table as a sheet that people fill in: questions as headers, help in notes, lists to choose from. */
export function registerSheet(
  { fields, own, rows }: RegisterTable,
  models: readonly string[],
): WorkbookSheet {
  return {
    name: 'Vendors',
    columns: [
      ...fields.map((field) => columnOf(field, models)),
      ...own.map((name) => ({ header: `#${name}` })),
    ],
    rows,
  }
}

function columnOf(
  { path, question, help, why, kind, options, picks }: Field,
  models: readonly string[],
): WorkbookColumn {
  const note = [path, help, why].filter((words) => words !== undefined).join('\n')
  const choices =
    kind === 'yes-no'
      ? ['yes', 'no', 'unknown']
      : (options ?? (picks === 'models' || path === 'vendor.models' ? models : undefined))
  return {
    header: question,
    note,
    ...(choices && { options: choices }),
    ...(kind === 'texts' && { open: true }),
    ...(kind === 'date' && { kind: 'date' }),
    ...(kind === 'number' && { kind: 'number' }),
    width: kind === 'yes-no' || kind === 'number' || kind === 'date' ? 16 : 28,
  }
}

function cellOf(value: unknown): string {
  return value === undefined ? '' : valueWords(value)
}

/** The value of a record at the path of a column. */
function at(record: VendorRecord, path: string): unknown {
  const [group = '', ...rest] = path.split('.')
  const below: unknown = (record as unknown as Record<string, unknown>)[group]
  if (rest.length === 0) return below
  if (group === 'figures') return record.figures[rest.join('.')]
  return rest.reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], below)
}
