import { isDealName } from '../deals.ts'
import type { Person } from '../people.ts'
import { isPlainName, linkTitle, matterTitle } from '../title.ts'
import type { SeenStore, TeamStore } from '../types.ts'
import { deedsOf } from './carry.ts'
import { connect } from './connect.ts'
import { dealsIn } from './deals.ts'
import { decisionsIn } from './decisions.ts'
import { draftsIn } from './drafts.ts'
import { jobsIn } from './jobs/jobs.ts'
import { migrateQueue, openQueue, type Pauses } from './jobs/queue.ts'
import { migrate, requireSchema, whileMigrating } from './migrate.ts'
import { exportStore, importStore } from './move.ts'
import { peopleIn } from './people.ts'
import { recordsIn } from './records.ts'
import { sharingIn } from './sharing.ts'
import { signInsIn } from './sign-ins.ts'
import { watchesIn } from './watches.ts'

/** How a store of a database is opened. */
export interface PostgresOptions {
  /** The clock; for tests. */
  now?: () => Date
  /** From where all is done that does not say so itself, such as the name of a machine. */
  from?: string
  /** The title of a vendor by its file, which a new one is named after. */
  vendorTitleOf?: (yaml: string) => string | undefined
  /** The name of a view by its file, which a new one is named after. */
  viewTitleOf?: (yaml: string) => string | undefined
  /** How long parts of jobs are left alone; for tests. */
  pauses?: Pauses
}

/**
 * Opens a database of PostgreSQL as a store, which several machines may share.
 *
 * @param address `postgres://user:password@host:port/name`
 * @throws Problem where the address is none, the database does not answer, or its tables are of another version
 * @example
 * const { matters } = await openPostgresStore('postgres://clausebook@localhost/clausebook')
 */
export async function openPostgresStore(
  address: string,
  {
    now = () => new Date(),
    vendorTitleOf = matterTitle,
    viewTitleOf = matterTitle,
    from,
    pauses,
  }: PostgresOptions = {},
): Promise<TeamStore> {
  const database = connect(address)
  try {
    await requireSchema(database)
  } catch (error) {
    await database.close()
    throw error
  }
  const queue = openQueue(database, pauses)
  const own = { isName: isPlainName, now, from }
  const seenBy = (person?: Person): SeenStore => {
    const matter = { ...own, person, kind: 'matter' as const, titleOf: matterTitle }
    const deal = { ...own, person, kind: 'deal' as const, titleOf: () => undefined, isName: isDealName }
    return {
      matters: recordsIn(database, matter),
      decisions: decisionsIn(database, now, person),
      deals: dealsIn(database, deal, matter),
      jobs: jobsIn(database, queue, { now, from, person }),
      drafts: draftsIn(database, { now, from, person }),
      sharing: sharingIn(database, { now, from }, person),
    }
  }
  return {
    ...seenBy(),
    seenBy,
    people: peopleIn(database, { now, from }),
    signIns: signInsIn(database, now),
    vendors: recordsIn(database, { ...own, kind: 'vendor', titleOf: vendorTitleOf }),
    links: recordsIn(database, { ...own, kind: 'link', titleOf: linkTitle }),
    views: recordsIn(database, { ...own, kind: 'view', titleOf: viewTitleOf }),
    watches: watchesIn(database, queue, { now, from }),
    watchJobs: queue.watch,
    deeds: () => deedsOf(database.ask),
    exportTo: (folder) => exportStore(database, folder),
    importFrom: (folder) =>
      importStore(
        database,
        folder,
        {
          matter: matterTitle,
          vendor: vendorTitleOf,
          link: linkTitle,
          view: viewTitleOf,
          deal: () => undefined,
        },
        { now, queue },
      ),
    place: database.place,
    async answers() {
      await database.ask('select 1')
    },
    async close() {
      await queue.close()
      await database.close()
    },
  }
}

/**
 * Brings the tables of a database to what this program needs.
 *
 * @returns names of the steps that were taken
 */
export async function migrateDatabase(address: string): Promise<string[]> {
  const database = connect(address)
  try {
    const taken = await migrate(database)
    const queue = await whileMigrating(database, () => migrateQueue(database.ask))
    return queue === undefined ? taken : [...taken, queue]
  } finally {
    await database.close()
  }
}
