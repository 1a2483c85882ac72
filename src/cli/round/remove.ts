import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { tell } from '../output.ts'
import { actor } from './place.ts'

/** `clausebook round remove DEAL`: of a folder, the folder is what is taken away. */
export async function removeDeal(deal: string, options: DatabaseOptions): Promise<void> {
  await withDatabase(requireDatabase(options), (store) => store.deals.remove(deal, actor()))
  await tell(`${deal} is gone, with its key, what was sent and what came back.\n`)
}
