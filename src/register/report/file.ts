import { csvFile } from '../../csv-line.ts'
import type { Library } from '../../library/index.ts'
import { writeWorkbook } from '../../sheet/index.ts'
import type { KeptVendor } from '../types.ts'
import { registerSheet, registerTable } from './sheet.ts'

/** The register as a table that an import reads: questions as headers in Excel, paths of facts as CSV. */
export async function registerFile(
  vendors: readonly KeptVendor[],
  library: Library,
  format: 'csv' | 'xlsx',
): Promise<string | Uint8Array> {
  const table = registerTable(vendors, library)
  if (format === 'xlsx') {
    const models = [...new Set([...library.models.values()].map(({ name }) => name))]
    return writeWorkbook([registerSheet(table, models)])
  }
  const header = [...table.fields.map(({ path }) => path), ...table.own.map((name) => `#${name}`)]
  return csvFile([header, ...table.rows])
}

/** Vendors for programs. */
export function vendorsJson(vendors: readonly KeptVendor[]): string {
  const all = vendors.map(({ id, record }) => ({ id, ...record }))
  return `${JSON.stringify({ version: 1, vendors: all }, null, 2)}\n`
}
