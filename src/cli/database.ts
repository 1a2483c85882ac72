import { hostname } from 'node:os'
import { Option } from 'commander'
import { Problem } from '../problem.ts'
import type { TeamStore } from '../store/index.ts'

/** What a command can be told of a database. */
export interface DatabaseOptions {
  /** Its address; never to be printed. */
  database?: string
}

/** The database of a team, where every command that keeps anything finds it. */
export function databaseOption(): Option {
  return new Option(
    '--database <address>',
    'the PostgreSQL of a team in place of a folder: postgres://… (CLAUSEBOOK_DATABASE)',
  )
}

/**
 * The address of the database that is meant, if any: that of the command, or that of the environment where the command names
 * no folder.
 *
 * @param folder which was named, and by which option
 * @throws Problem where both are named
 */
export function databaseOf(
  { database }: { database?: string | undefined },
  folder: { option: string; value: string | undefined },
): string | undefined {
  if (database !== undefined && folder.value !== undefined)
    throw new Problem(
      'usage',
      `${folder.option} and --database are two places: leave out the one or the other`,
    )
  if (database !== undefined || folder.value !== undefined) return database
  const { CLAUSEBOOK_DATABASE: known } = process.env
  return known === '' ? undefined : known
}

/**
 * The address of the database that a command cannot do without.
 *
 * @throws Problem where none is named
 */
export function requireDatabase(options: DatabaseOptions): string {
  const address = databaseOf(options, { option: '', value: undefined })
  if (address !== undefined) return address
  throw new Problem(
    'usage',
    'which database is not said: give --database postgres://…, or CLAUSEBOOK_DATABASE',
  )
}

/** Opens a database for a command, whose deeds the audit has as done from this machine, or from where a request came that runs it. */
export async function openDatabase(address: string): Promise<TeamStore> {
  const [{ openPostgresStore }, { titleInYaml }] = await Promise.all([
    import('../store/postgres.ts'),
    import('../register/index.ts'),
  ])
  const { CLAUSEBOOK_FROM: from } = process.env
  return openPostgresStore(address, { vendorTitleOf: titleInYaml, from: from || hostname() })
}

/** Opens a database for the length of some work. */
export async function withDatabase<T>(address: string, work: (store: TeamStore) => Promise<T>): Promise<T> {
  const store = await openDatabase(address)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
