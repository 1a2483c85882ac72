import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Deed, openFileStore, type Store } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'

/** A store for one test. */
export interface Engine {
  /** What another process opens it by: a folder, or the address of a database. */
  place: string
  store: Store
  /** The same store, as another server has it. */
  other(): Promise<Store>
  audit(): Promise<Deed[]>
  close(): Promise<void>
}

export interface EngineKind {
  name: string
  /** Where it cannot be had. */
  missing: boolean
  start(): Promise<void>
  open(): Promise<Engine>
  end(): void
}

const now = () => new Date('2025-01-31T10:00:00Z')

/** What has to hold of a store holds of each of these. */
export const engines: EngineKind[] = [files(), postgres()]

function files(): EngineKind {
  let root: string
  return {
    name: 'files',
    missing: false,
    async start() {
      root = mkdtempSync(join(tmpdir(), 'clausebook-store-'))
    },
    async open() {
      const place = mkdtempSync(join(root, 'm-'))
      return {
        place,
        store: await openFileStore(place, { now }),
        other: () => openFileStore(place),
        audit: async () =>
          readFileSync(join(place, '.audit.jsonl'), 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        close: async () => {},
      }
    },
    end: () => rmSync(root, { recursive: true }),
  }
}

function postgres(): EngineKind {
  let cluster: Cluster
  let place: string
  async function ask(sql: string) {
    const client = new pg.Client(place)
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }
  return {
    name: hasPostgres ? 'PostgreSQL' : 'PostgreSQL, which is not here: apt-get install postgresql',
    missing: !hasPostgres,
    async start() {
      cluster = await startCluster()
      place = await cluster.database()
    },
    async open() {
      await ask(
        'set session_replication_role = replica; truncate clausebook.person, clausebook.share, clausebook.record, clausebook.version, clausebook.decision, clausebook.audit, clausebook.job, clausebook.job_part, clausebook.job_result, clausebook.deal_file; delete from clausebook_queue.job',
      )
      const store = await openPostgresStore(place, { now, pauses: { lease: 30, failed: 0 } })
      const others = [store]
      return {
        place,
        store,
        async other() {
          const other = await openPostgresStore(place)
          others.push(other)
          return other
        },
        async audit() {
          const rows = await ask(
            'select at, by, from_where, did, name, version, sha256 from clausebook.audit order by id',
          )
          return rows.map(({ from_where: from, ...row }) => ({
            ...row,
            at: row.at.toISOString(),
            ...(from && { from }),
          }))
        },
        async close() {
          await Promise.all(others.map((one) => one.close()))
        },
      }
    },
    end: () => cluster.remove(),
  }
}
