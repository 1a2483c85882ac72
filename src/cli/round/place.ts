import { userInfo } from 'node:os'
import { type DealPlace, dealFolder } from '../../store/index.ts'
import { type DatabaseOptions, databaseOf, withDatabase } from '../database.ts'

/**
 * Works on the deal that is meant: with a `/` in its name the folder of one; else one of the database that is named, or a folder
 * where none is.
 */
export async function withDeal<T>(
  deal: string,
  { database }: DatabaseOptions,
  work: (place: DealPlace) => Promise<T>,
): Promise<T> {
  const folder = { option: 'the folder of a deal', value: /[/\\]/.test(deal) ? deal : undefined }
  const address = databaseOf({ database }, folder)
  if (address === undefined) return work(dealFolder(deal))
  return withDatabase(address, ({ deals }) => work(deals.place(deal, actor())))
}

/** Who does it, as the audit has it: whoever is signed in at the pages that run this command, or on this machine. */
export function actor(): string {
  const { CLAUSEBOOK_ACTOR: signedIn } = process.env
  if (signedIn !== undefined && signedIn !== '') return signedIn
  try {
    return userInfo().username
  } catch {
    // A user without a name, as in a container.
    return 'somebody'
  }
}
