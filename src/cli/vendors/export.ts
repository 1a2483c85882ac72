import { registerFile, vendorsJson } from '../../register/index.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat } from '../report-file.ts'
import { type RegisterPlace, registerIn, vendorsIn } from './folder.ts'

/** What `clausebook vendors export` can be told. */
export interface ExportOptions extends HouseOptions, RegisterPlace, ReportTarget<'xlsx' | 'csv' | 'json'> {
  template?: true
}

/** `clausebook vendors export`. */
export async function exportVendors(options: ExportOptions): Promise<void> {
  const { template, output } = options
  const format = await reportFormat(options, ['xlsx', 'csv', 'json'], 'csv')
  const vendors = template ? [] : await vendorsIn(await registerIn(options))
  if (format === 'json') return writeOutput(output, vendorsJson(vendors))
  await writeOutput(output, await registerFile(vendors, await libraryFor(options), format))
}
