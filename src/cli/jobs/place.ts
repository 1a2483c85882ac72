import { Problem } from '../../problem.ts'
import { openFileStore, type Store, type TeamStore } from '../../store/index.ts'
import { type DatabaseOptions, databaseOf, withDatabase } from '../database.ts'

/** Where a command finds jobs. */
export interface JobsPlace extends DatabaseOptions {
  /** The folder of matters, which keeps jobs too. */
  matters?: string
}

/** The store that keeps jobs. */
export interface JobStore {
  store: Store
  /** Where it is a database, on which workers work. */
  team?: TeamStore
  /** How a command that is typed next finds it: ` --matters matters`. */
  option: string
}

/**
 * Opens the store that jobs are kept in for the length of some work.
 *
 * @throws Problem where none is named
 */
export async function withJobs<T>(place: JobsPlace, work: (store: JobStore) => Promise<T>): Promise<T> {
  const { matters, ...database } = place
  const address = databaseOf(database, { option: '--matters', value: matters })
  if (address !== undefined) return withDatabase(address, (team) => work({ store: team, team, option: '' }))
  if (matters === undefined)
    throw new Problem(
      'usage',
      'where jobs are kept is not said: give --database postgres://…, CLAUSEBOOK_DATABASE, or --matters FOLDER',
    )
  return work({ store: await openFileStore(matters), option: ` --matters ${matters}` })
}
