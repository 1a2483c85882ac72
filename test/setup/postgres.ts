import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateDatabase } from '../../src/store/postgres.ts'

/** The newest PostgreSQL of this machine; undefined where there is none. */
const programs = ((): string | undefined => {
  const all = '/usr/lib/postgresql'
  const versions = existsSync(all) ? readdirSync(all).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(all, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
})()

/** Whether tests can have a database; where not, they are skipped, and say so. */
export const hasPostgres = programs !== undefined

/** PostgreSQL will not run as root: an ordinary user then, which every Debian has. */
const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))
}

/** A cluster in a temporary folder, for one file of tests. */
export interface Cluster {
  /** Address of a new database with all tables, and of one without any where that is asked for. */
  database(tables?: boolean): Promise<string>
  /** Runs a program of PostgreSQL: `pg_dump`, `psql`. */
  run(program: string, args: string[]): string
  /** Whether a password is asked for. */
  guard(on: boolean): void
  folder: string
  /** In the middle of all that it does, as when a machine falls. */
  stop(): void
  start(): Promise<void>
  remove(): void
}

/** What tests ask cannot be lost in a power cut, so nothing waits for the disk. */
const forTests = ['fsync=off', 'full_page_writes=off', 'max_connections=60', 'shared_buffers=32MB']

/**
 * Starts PostgreSQL as an ordinary user, on a free port of this machine.
 *
 * @param settings where those for tests are not wanted: whatever is measured has those that PostgreSQL comes with
 */
export async function startCluster(settings: readonly string[] = forTests): Promise<Cluster> {
  if (!programs) throw new Error('PostgreSQL is not here')
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-pg-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const run = (program: string, args: string[]) =>
    execFileSync(join(programs, program), args, {
      ...user,
      env,
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  run('initdb', [
    '-D',
    data,
    '-U',
    'clausebook',
    '-E',
    'UTF8',
    '--auth=trust',
    '--no-sync',
    '--no-instructions',
  ])
  const port = await freePort()
  const addressOf = (name: string) => `postgres://clausebook@127.0.0.1:${port}/${name}`
  const child = { pid: 0 }
  const start = async () => {
    const options = [`listen_addresses=127.0.0.1`, `port=${port}`, `unix_socket_directories=`, ...settings]
    const server = spawn(join(programs, 'postgres'), ['-D', data, ...options.flatMap((one) => ['-c', one])], {
      ...user,
      env,
      cwd: folder,
      stdio: 'ignore',
    })
    child.pid = server.pid!
    for (let at = 0; at < 400; at += 1) {
      const ready = ['-q', '-h', '127.0.0.1', '-p', String(port)]
      if (spawnSync(join(programs, 'pg_isready'), ready).status === 0) return
      await new Promise((later) => setTimeout(later, 25))
    }
    throw new Error('PostgreSQL did not start')
  }
  const stop = () => void run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
  await start()
  await migrateDatabase(addressOf('postgres'))
  run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'clausebook', '-T', 'postgres', 'tables'])
  let made = 0
  return {
    async database(tables = true) {
      made += 1
      const name = `test_${made}`
      const template = tables ? 'tables' : 'template0'
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'clausebook', '-T', template, name])
      return addressOf(name)
    },
    run,
    folder,
    guard(on) {
      writeFileSync(
        join(data, 'pg_hba.conf'),
        `host all clausebook 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 ${on ? 'scram-sha-256' : 'trust'}\n`,
      )
      run('pg_ctl', ['-D', data, 'reload'])
    },
    start,
    stop,
    remove() {
      stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
