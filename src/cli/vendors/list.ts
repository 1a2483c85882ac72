import { type RegisterFormat, registerFormats } from '../../formats.ts'
import { Problem } from '../../problem.ts'
import {
  findVendors,
  listDocument,
  registerFile,
  type Status,
  statuses,
  type VendorFilter,
  vendorsJson,
} from '../../register/index.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat, writeReport } from '../report-file.ts'
import { type RegisterPlace, registerIn, vendorsIn } from './folder.ts'

/** What `clausebook vendors list` can be told. */
export interface ListOptions
  extends HouseOptions,
    RegisterPlace,
    ReportTarget<RegisterFormat>,
    Omit<VendorFilter, 'status'> {
  status?: string[]
  date?: string
}

/** `clausebook vendors list`. */
export async function listVendors(options: ListOptions): Promise<void> {
  const { status, find, owner, category, model, sort, date, output } = options
  const format = await reportFormat(options, registerFormats, 'terminal')
  const wanted = status?.map(statusNamed)
  const register = await registerIn(options)
  const all = await vendorsIn(register)
  const shown = findVendors(all, {
    ...(find !== undefined && { find }),
    ...(wanted && { status: wanted }),
    ...(owner !== undefined && { owner }),
    ...(category !== undefined && { category }),
    ...(model !== undefined && { model }),
    ...(sort !== undefined && { sort }),
  })
  if (format === 'json') return writeOutput(output, vendorsJson(shown))
  const library = await libraryFor(options)
  if (format === 'csv' || format === 'xlsx')
    return writeOutput(output, await registerFile(shown, library, format))
  const document = listDocument(shown, all.length, {
    libraryDigest: library.digest,
    ...(date !== undefined && { date }),
  })
  await writeReport(document, format, output)
}

function statusNamed(words: string): Status {
  const plain = words.trim().toLowerCase().replaceAll(' ', '-')
  const found = statuses.find((status) => status === plain)
  if (found) return found
  throw new Problem('usage', `--status ${words}: there is no such status: ${statuses.join(', ')}`)
}
