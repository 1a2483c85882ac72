import type PgBoss from 'pg-boss'
import { Problem } from '../../../problem.ts'
import type { Ask, Database } from '../connect.ts'

/** Where the queue has its tables, beside ours. */
const schema = 'clausebook_queue'
const name = 'parts'

/** How often workers look for parts that nobody ended, in seconds: one of them each time. */
const watch = 5
/** How often a part is begun is counted by us, and the queue never gives it up; nor does it let it fall while nobody works. */
const never = { tries: 1_000_000, minutes: 60 * 24 * 365 * 10 }

/** From when seconds are counted: 2025 began then. A number of the queue has room until 2093. */
const since = Date.UTC(2025, 0, 1) / 1000
/** About how long a part takes; by it alone people's turns are told, and no part is held to it. */
const secondsOfPart = 10

/** How long parts are left alone, in seconds. */
export interface Pauses {
  /**
   * After so many a part is given to another, where whoever has it did not say that he lives. One who was only very slow has done it
   * all the same, and the second finds it done.
   */
  lease: number
  /** After it failed. */
  failed: number
}

const usual: Pauses = { lease: 30, failed: 5 }

/** Names a part, where it waits. */
export interface PartName {
  job: string
  part: number
}

/** Who is given which part next. All of it happens within the transaction that it is asked in. */
export interface Queue {
  /** @param waits how many parts of whoever asks for them wait already */
  add(step: Ask, parts: readonly PartName[], waits?: number): Promise<void>
  next(step: Ask): Promise<(PartName & { ticket: string }) | undefined>
  /** Says again and again that whoever has it lives, until it is released. */
  hold(ticket: string): { release(): void }
  /** It is not to be worked on any more. */
  finish(step: Ask, ticket: string): Promise<void>
  /** It is to be worked on again, after a while. */
  putBack(step: Ask, ticket: string): Promise<void>
  /** Has parts given to others that nobody ended, as long as the process lives. */
  watch(): Promise<void>
  close(): Promise<void>
}

export function openQueue({ ask, place }: Database, pauses = usual): Queue {
  let opened: Promise<PgBoss> | undefined
  let watching: Promise<PgBoss> | undefined
  const boss = () => (opened ??= open(ask, place, false))
  return {
    async add(step, parts, waits = 0) {
      const now = Math.floor(Date.now() / 1000) - since
      const entries = parts.map((data) => ({
        name,
        data,
        // As if each person had a worker of his own: a short job does not wait for a long one, nor anybody for the many of another,
        // and what was asked for long ago comes before all that was asked for since.
        priority: -(now + secondsOfPart * (waits + data.part)),
        expireInSeconds: pauses.lease,
        retryDelay: pauses.failed,
      }))
      await (await boss()).insert(entries, { db: within(step) })
    },
    async next(step) {
      let failure: unknown
      // The queue takes a database that is away for one that has nothing to do.
      const db = {
        executeSql: (sql: string, values: unknown[] = []) =>
          within(step)
            .executeSql(sql, values)
            .catch((error: unknown) => {
              failure = error
              throw error
            }),
      }
      const [found] = await (await boss()).fetch<PartName>(name, { db })
      if (failure) throw failure
      return found && { ...found.data, ticket: found.id }
    },
    hold(ticket) {
      // The queue has no word for it, and looks at when a part was begun.
      const sign = () =>
        ask(`update ${schema}.job set started_on = now() where name = $1 and id = $2 and state = 'active'`, [
          name,
          ticket,
        ]).catch(() => {})
      const timer = setInterval(sign, (pauses.lease * 1000) / 3).unref()
      return { release: () => clearInterval(timer) }
    },
    async finish(step, ticket) {
      await (await boss()).complete(name, ticket, {}, { db: within(step) })
    },
    async putBack(step, ticket) {
      await (await boss()).fail(name, ticket, {}, { db: within(step) })
    },
    async watch() {
      watching ??= open(ask, place, true)
      await watching
    },
    async close() {
      for (const one of [opened, watching])
        await (await one?.catch(() => undefined))?.stop({ graceful: false, close: false })
    },
  }
}

function within(ask: Ask) {
  return { executeSql: async (sql: string, values: unknown[] = []) => ({ rows: await ask(sql, values) }) }
}

async function open(ask: Ask, place: string, supervise: boolean): Promise<PgBoss> {
  const boss = await made(ask, { migrate: false, supervise })
  await boss.start().catch((error: unknown) => {
    if (error instanceof Problem || !(error instanceof Error) || !/^pg-boss/.test(error.message)) throw error
    throw new Problem(
      'database',
      `${place} has no queue that this program knows: clausebook store migrate brings it there`,
    )
  })
  return boss
}

async function made(ask: Ask, options: { migrate: boolean; supervise: boolean }): Promise<PgBoss> {
  // Few commands have to do with jobs: the others start without it.
  const { default: Boss } = await import('pg-boss')
  const boss = new Boss({
    ...options,
    db: within(ask),
    schema,
    schedule: false,
    maintenanceIntervalSeconds: watch,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterHours: 1,
  })
  // Whoever asks is told; what goes wrong while nobody asks is tried again.
  boss.on('error', () => {})
  return boss
}

/**
 * Makes the tables of the queue, or brings them to what this program needs. Nobody else may do it at the same time.
 *
 * @returns what was done, in a word, where something was
 */
export async function migrateQueue(ask: Ask): Promise<string | undefined> {
  const boss = await made(ask, { migrate: true, supervise: false })
  const before = await versionIn(ask)
  await boss.start()
  await boss.createQueue(name, { name, retryLimit: never.tries, retentionMinutes: never.minutes })
  await boss.stop({ graceful: false, close: false })
  const after = await versionIn(ask)
  return before === after ? undefined : `queue ${after}`
}

async function versionIn(ask: Ask): Promise<number | undefined> {
  const [there] = await ask<{ found: string | null }>(`select to_regclass('${schema}.version') as found`)
  if (!there?.found) return undefined
  return (await ask<{ version: number }>(`select version from ${schema}.version`))[0]?.version
}
