import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'
import { clausebook, program } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-team-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('which database is meant is said, and never two places', () => {
  expect(clausebook(['store', 'audit'])).toMatchObject({
    status: 2,
    stderr: 'clausebook: which database is not said: give --database postgres://…, or CLAUSEBOOK_DATABASE\n',
  })
  const both = clausebook([
    'vendors',
    'list',
    '--register',
    'r',
    '--database',
    'postgres://d:hush@127.0.0.1:1/c',
  ])
  expect(both).toMatchObject({ status: 2, stderr: expect.stringContaining('are two places') })
  const down = clausebook(['serve'], { env: { CLAUSEBOOK_DATABASE: 'postgres://d:hush@127.0.0.1:1/c' } })
  expect(down).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'clausebook: 127.0.0.1:1/c does not answer: see that it runs and is reached from here\n',
  })
})

describe.skipIf(!hasPostgres)(
  `a team's database${hasPostgres ? '' : ', which is not here: apt-get install postgresql'}`,
  () => {
    let cluster: Cluster
    let env: NodeJS.ProcessEnv
    beforeAll(async () => {
      cluster = await startCluster()
      env = { CLAUSEBOOK_DATABASE: await cluster.database(false) }
    })
    afterAll(() => cluster.remove())

    test('has its register, its matters and its audit, and comes out as folders', async () => {
      const run = (...args: string[]) => clausebook(args, { env })
      expect(run('vendors', 'list').stderr).toContain('clausebook store migrate makes them')
      expect(run('store', 'migrate')).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('steps were taken'),
      })
      const table = join(folder, 'vendors.csv')
      writeFileSync(
        table,
        'vendor.name,vendor.kind,vendor.models,status\nPine Ltd.,saas,Llama 3.3,signed\nOak,saas,Llama 3.3,new\n',
      )
      expect(run('vendors', 'import', table, '--by', 'Dana').stdout).toMatch(
        /2 new, .* failed: 127\.0\.0\.1:\d+\/test_1/,
      )
      expect(run('vendors', 'set', 'oak', 'status=asked', '--by', 'Lee').stdout).toContain(
        'status: new → asked',
      )
      expect(run('vendors', 'list', '--format', 'json').stdout).toContain('"asked"')

      const options = [
        '--offline',
        '--port',
        '0',
        '--trust-proxy-user',
        'X-Forwarded-User',
        '--log-level',
        'silent',
      ]
      const server = spawn(process.execPath, [program, 'serve', ...options], {
        env: { ...process.env, ...env },
      })
      try {
        const [line] = await once(server.stdout, 'data')
        const [address] = /http:\S+/.exec(String(line))!
        const headers = { 'X-Forwarded-User': 'dana' }
        const body = new URLSearchParams({ matter: 'Served', _do: 'save' })
        const saved = await fetch(`${address}draft/risk-memo`, {
          method: 'POST',
          headers,
          body,
          redirect: 'manual',
        })
        expect(saved.status).toBe(303)
        expect(await (await fetch(`${address}draft`, { headers })).text()).toContain('Served')
        expect(await (await fetch(`${address}healthz`)).json()).toEqual({ status: 'ok', database: 'ok' })
        cluster.stop()
        expect(await (await fetch(`${address}healthz`)).json()).toEqual({ status: 'ok', database: 'away' })
        expect((await fetch(`${address}readyz`)).status).toBe(503)
        const away = await fetch(`${address}matters/served/edit`, { headers })
        expect(away.status).toBe(503)
        expect(await away.text()).not.toContain('127.0.0.1')
        await cluster.start()
        expect((await fetch(`${address}matters/served/edit`, { headers })).status).toBe(200)
        server.kill('SIGTERM')
        expect((await once(server, 'exit'))[0]).toBe(0)
      } finally {
        server.kill('SIGKILL')
      }

      const deeds = JSON.parse(run('store', 'audit', '--format', 'json').stdout).deeds
      expect(
        deeds.map(({ by, from, kind, name, version }: Record<string, unknown>) => [
          by,
          from,
          kind,
          name,
          version,
        ]),
      ).toEqual([
        ['Dana', hostname(), 'vendor', 'pine-ltd', 1],
        ['Dana', hostname(), 'vendor', 'oak', 1],
        ['Lee', hostname(), 'vendor', 'oak', 2],
        ['dana', '127.0.0.1', 'matter', 'served', 1],
      ])
      const out = join(folder, 'out')
      expect(run('store', 'export', out).stdout).toBe(`1 in matters, 2 in register: ${out}\n`)
      expect(readFileSync(join(out, 'matters', 'served.yaml'), 'utf8')).toContain('matter: Served')
      expect(readdirSync(join(out, 'register'))).toContain('pine-ltd.yaml')
      expect(clausebook(['vendors', 'show', 'oak', '--register', join(out, 'register')]).stdout).toContain(
        'Lee',
      )
    })
  },
)
