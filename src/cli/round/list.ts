import { dealGlance } from '../../deal/index.ts'
import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { table } from '../jobs/table.ts'
import { tell } from '../output.ts'
import { recordOf } from './kept.ts'

/** `clausebook round list`. */
export async function listDeals(options: DatabaseOptions): Promise<void> {
  const deals = await withDatabase(requireDatabase(options), (store) => store.deals.list())
  if (deals.length === 0) return tell('There is no deal: clausebook round open begins one.\n')
  const rows = deals.map(({ name, yaml }) => {
    const { vendor = '', rounds, on, back } = dealGlance(recordOf({ yaml }, name))
    return [name, vendor, String(rounds), on, back ? 'to be answered' : 'with them']
  })
  await tell(table([['DEAL', 'VENDOR', 'ROUND', 'ON', 'TURN'], ...rows]))
}
