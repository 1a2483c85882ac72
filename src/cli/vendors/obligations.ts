import { matterSource } from '../../files/matter-source.ts'
import { type ObligationFormat, obligationFormats } from '../../formats.ts'
import { readMatter } from '../../matter/index.ts'
import {
  findVendors,
  horizonFrom,
  licenseDuties,
  obligationCalendar,
  obligations,
  obligationsCsv,
  obligationsDocument,
} from '../../register/index.ts'
import { today } from '../../today.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat, writeReport } from '../report-file.ts'
import { say } from '../say.ts'
import { type RegisterPlace, registerIn, vendorNamed, vendorsIn } from './folder.ts'

/** What `clausebook obligations` can be told. */
export interface ObligationsOptions extends HouseOptions, RegisterPlace, ReportTarget<ObligationFormat> {
  due: string
  vendor?: string
  owner?: string
  /** Our own matter, whose duties under the licenses are told too. */
  matter?: string
  date?: string
}

/** `clausebook obligations`. */
export async function listObligations(options: ObligationsOptions): Promise<void> {
  const { due, vendor, owner, matter, date, output } = options
  const format = await reportFormat(options, obligationFormats, 'terminal')
  const register = await registerIn(options)
  const all = vendor === undefined ? await vendorsIn(register) : [await vendorNamed(register, vendor)]
  const vendors = owner === undefined ? all : findVendors(all, { owner })
  const horizon = horizonFrom(date ?? today(), due)
  const library = await libraryFor(options)
  const own = matter === undefined ? undefined : readMatter(await matterSource(matter), matter)
  const found = {
    ...obligations(vendors, library, horizon),
    licenses: licenseDuties(vendors, library, own),
  }
  if (format === 'json')
    return writeOutput(output, `${JSON.stringify({ version: 1, ...horizon, ...found }, null, 2)}\n`)
  // A table and a calendar have no place for what is not known.
  if (format === 'csv' || format === 'ics')
    for (const { vendor: id, why } of [...found.undated, ...found.licenses.notKnown])
      say(`clausebook: ${id === undefined ? '' : `${id}: `}${why}`)
  if (format === 'csv') return writeOutput(output, obligationsCsv(found))
  if (format === 'ics') return writeOutput(output, obligationCalendar(found, horizon.from))
  const document = obligationsDocument(found, horizon, {
    libraryDigest: library.digest,
    ...(date !== undefined && { date }),
  })
  await writeReport(document, format, output)
}
