import { Problem } from '../../problem.ts'
import { changeWords, importRows, keepRow, vendorTitle } from '../../register/index.ts'
import { today } from '../../today.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { type TableCommandOptions, tableOf } from '../table-options.ts'
import { type RegisterPlace, registerIn, vendorsIn } from './folder.ts'

/** What `clausebook vendors import` can be told. */
export interface ImportCommandOptions extends HouseOptions, RegisterPlace, TableCommandOptions {
  dryRun?: true
  by?: string
  date?: string
}

/** `clausebook vendors import TABLE`: a row that cannot be read stops no other, and is told with its line. */
export async function importVendors(table: string, options: ImportCommandOptions): Promise<void> {
  const { dryRun = false, by = 'import', date = today() } = options
  const library = await libraryFor(options)
  const register = await registerIn(options, !dryRun).catch((error: unknown) => {
    if (dryRun && error instanceof Problem && error.rule === 'register') return undefined
    throw error
  })
  const counts = { new: 0, changed: 0, unchanged: 0, failed: 0 }
  const rows = importRows(table, register ? await vendorsIn(register) : [], library, {
    on: date,
    unread: (what) => say(`clausebook: ${table}: ${what} is not read`),
    ...tableOf(options),
  })
  for await (const row of rows) {
    counts[row.state] += 1
    if (row.problem !== undefined) say(`clausebook: ${row.place}: ${row.problem}`)
    for (const remark of row.remarks) say(`clausebook: ${row.place}: look at it: ${remark}`)
    if (row.record && row.state === 'new') await tell(`new: ${vendorTitle(row.record)}\n`)
    if (row.record && row.state === 'changed')
      await tell(`changed: ${vendorTitle(row.record)}: ${row.changes.map(changeWords).join('; ')}\n`)
    if (!dryRun && register) await keepRow(register, row, by)
  }
  const would = dryRun ? ' Nothing is kept: leave out --dry-run.' : ''
  await tell(
    `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.failed} failed: ${register?.place ?? options.register ?? 'register'}.${would}\n`,
  )
  if (counts.failed > 0) process.exitCode = 1
}
