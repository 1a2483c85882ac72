import pg from 'pg'
import { placeOf } from './address.ts'
import { databaseProblem } from './failure.ts'

/** Asks one thing of a database. */
export type Ask = <R extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<R[]>

/** A database that is connected to. */
export interface Database {
  /** `db.example:5432/clausebook`. */
  place: string
  /** @throws Problem where it does not answer, or refuses */
  ask: Ask
  /** All that the work asks is done, or nothing; it is on the disk before this is done. */
  within<T>(work: (ask: Ask) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Connections of one process; times in milliseconds. */
const limits = { connections: 10, connecting: 5_000, idle: 30_000, statement: 60_000 }

/**
 * Connects as it is first asked; a connection that is lost is made anew at the next question.
 *
 * @param address `postgres://user:password@host:port/name`
 * @throws Problem where the address is none
 */
export function connect(address: string): Database {
  const place = placeOf(address)
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'clausebook',
    max: limits.connections,
    connectionTimeoutMillis: limits.connecting,
    idleTimeoutMillis: limits.idle,
    statement_timeout: limits.statement,
    // A command ends when it has said what it has to say.
    allowExitOnIdle: true,
  })
  // A connection that breaks while nobody uses it is left; whoever asks next gets another.
  pool.on('error', () => {})
  const fail = (error: unknown): never => {
    throw databaseProblem(error, place)
  }
  const askOf =
    (from: pg.Pool | pg.PoolClient): Ask =>
    async <R extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await from.query<R>(sql, [...values]).catch(fail)).rows
  return {
    place,
    ask: askOf(pool),
    async within(work) {
      const client = await pool.connect().catch(fail)
      const ask = askOf(client)
      let broken: unknown
      try {
        await ask('begin')
        const done = await work(ask)
        await ask('commit')
        return done
      } catch (error) {
        await client.query('rollback').catch((lost: unknown) => {
          broken = lost
        })
        throw error
      } finally {
        // One that cannot even roll back is not given to the next.
        client.release(broken !== undefined)
      }
    },
    close: () => pool.end(),
  }
}
