import { type RegisterFormat, registerFormats } from '../../formats.ts'
import { registerFile, vendorDocument, vendorsJson } from '../../register/index.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat, writeReport } from '../report-file.ts'
import { type RegisterPlace, registerIn, vendorNamed } from './folder.ts'

/** What `clausebook vendors show` can be told. */
export interface ShowOptions extends HouseOptions, RegisterPlace, ReportTarget<RegisterFormat> {
  date?: string
}

/** `clausebook vendors show VENDOR`. */
export async function showVendor(name: string, options: ShowOptions): Promise<void> {
  const { output, date } = options
  const format = await reportFormat(options, registerFormats, 'terminal')
  const register = await registerIn(options)
  const kept = await vendorNamed(register, name)
  if (format === 'json') return writeOutput(output, vendorsJson([kept]))
  const library = await libraryFor(options)
  if (format === 'csv' || format === 'xlsx')
    return writeOutput(output, await registerFile([kept], library, format))
  const document = vendorDocument(kept, await register.history(kept.id), {
    libraryDigest: library.digest,
    ...(date !== undefined && { date }),
  })
  await writeReport(document, format, output)
}
