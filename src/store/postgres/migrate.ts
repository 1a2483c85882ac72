import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import type { Ask, Database } from './connect.ts'

/** A step of the schema, `0001-records-versions-audit.sql`. */
interface Migration {
  number: number
  name: string
  sql: string
  sha256: string
}

/** Of two that migrate at once, the second waits: the number is of this program alone. */
const lock = 4180_2025

async function migrations(): Promise<Migration[]> {
  const folder = [join('src', 'store', 'postgres'), 'dist']
    .map((place) => join(packageRoot(), place, 'migrations'))
    .find((place) => existsSync(place))
  if (folder === undefined) throw new Error('clausebook is not installed whole: its migrations are missing')
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      }
    }),
  )
}

/**
 * Brings the schema to what this program needs: each step whole or not at all, and none twice, also where several do it at once.
 *
 * @returns names of the steps that were taken
 * @throws Problem where the schema is of a newer program, or of another encoding than UTF-8
 */
export async function migrate({ place, ask, within }: Database): Promise<string[]> {
  const [encoding] = await ask<{ server_encoding: string }>('show server_encoding')
  if (encoding?.server_encoding !== 'UTF8')
    throw new Problem(
      'database',
      `${place} keeps no Unicode: make it with createdb --encoding UTF8 --template template0`,
    )
  const all = await migrations()
  const taken: string[] = []
  for (const migration of all) {
    await within(async (step) => {
      await step('select pg_advisory_xact_lock($1)', [lock])
      await step('create schema if not exists clausebook')
      await step(
        'create table if not exists clausebook.migration (number integer primary key, name text not null, sha256 text not null, at timestamptz not null default now())',
      )
      const newest = await newestOf(step)
      if (newest > all.length) throw newer(place, newest, all.length)
      if (newest >= migration.number) return
      await step(migration.sql)
      await step('insert into clausebook.migration (number, name, sha256) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.sha256,
      ])
      taken.push(migration.name)
    })
  }
  return taken
}

/** Keeps others from migrating until the work is done, which asks by itself. */
export function whileMigrating<T>({ within }: Database, work: () => Promise<T>): Promise<T> {
  return within(async (step) => {
    await step('select pg_advisory_xact_lock($1)', [lock])
    return work()
  })
}

/** @throws Problem where the schema is not the one that this program needs */
export async function requireSchema({ place, ask }: Database): Promise<void> {
  const needed = (await migrations()).length
  const newest = await newestOf(ask)
  if (newest > needed) throw newer(place, newest, needed)
  if (newest < needed)
    throw new Problem(
      'database',
      `${place} has tables of version ${newest}, and this program needs ${needed}: clausebook store migrate brings them there`,
    )
}

async function newestOf(ask: Ask): Promise<number> {
  const [row] = await ask<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from clausebook.migration',
  )
  return row!.number
}

function newer(place: string, newest: number, known: number): Problem {
  return new Problem(
    'database',
    `${place} has tables of version ${newest}, of a newer Clausebook than this, which knows ${known}: install the newer one`,
  )
}
