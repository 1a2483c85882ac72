import { csvFile } from '../../csv-line.ts'
import type { KeptDeed } from '../../store/index.ts'
import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat } from '../report-file.ts'

/** What `clausebook store audit` can be told. */
export interface AuditOptions extends DatabaseOptions, ReportTarget<'csv' | 'json'> {}

const columns = [
  'at',
  'by',
  'from',
  'did',
  'kind',
  'name',
  'version',
  'sha256',
  'brought',
] as const satisfies (keyof KeptDeed)[]

/** `clausebook store audit`. */
export async function auditStore(options: AuditOptions): Promise<void> {
  const format = await reportFormat(options, ['csv', 'json'], 'csv')
  const deeds = await withDatabase(requireDatabase(options), async (store) => {
    const all: KeptDeed[] = []
    for await (const some of store.deeds()) all.push(...some)
    return all
  })
  await writeOutput(
    options.output,
    format === 'json'
      ? `${JSON.stringify({ version: 1, deeds }, null, 2)}\n`
      : csvFile([columns, ...deeds.map((deed) => columns.map((column) => deed[column] ?? ''))]),
  )
}
