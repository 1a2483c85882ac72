import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
      expect(run('store', 'export', out).stdout).toBe(
        `1 in matters, 2 in register, 0 in links, 0 in views, 0 in deals, 0 in jobs, 0 in drafts: ${out}\n`,
      )
      expect(readFileSync(join(out, 'matters', 'served.yaml'), 'utf8')).toContain('matter: Served')
      expect(readdirSync(join(out, 'register'))).toContain('pine-ltd.yaml')
      expect(clausebook(['vendors', 'show', 'oak', '--register', join(out, 'register')]).stdout).toContain(
        'Lee',
      )
    })

    test('has a queue, whose jobs a worker does and anybody looks at, cancels, retries and takes away', async () => {
      const run = (...args: string[]) => clausebook(args, { env: { CLAUSEBOOK_DATABASE: address } })
      const address = await cluster.database()
      const table = join(folder, 'queued.csv')
      writeFileSync(
        table,
        'vendor.name,vendor.kind,vendor.models\nPine Ltd.,saas,Llama 3.3\nOak,sass,Llama 3.3\n',
      )
      const batch = [...questionnaires(table), '--queue']
      expect(run(...batch, '--output', 'x').stderr).toContain('--queue keeps the drafts with the job')
      expect(run(...batch, '--jobs', '2').stderr).toContain('workers have --concurrency')
      const begun = run(...batch, '--by', 'Dana')
      const [, id = ''] = /^job ([0-9a-f]{8}): 2 rows wait for clausebook worker/.exec(begun.stdout) ?? []
      expect(run('jobs', 'list').stdout).toMatch(
        new RegExp(`${id} +waiting +0 of 2 +0 .* Dana +vendor-questionnaire for ${table}`),
      )
      const out = join(folder, 'fetched')
      expect(run('jobs', 'fetch', id, '--output', out)).toMatchObject({
        status: 2,
        stderr: `clausebook: job ${id} waits for a worker: wait until it has ended, or cancel it\n`,
      })
      expect(run('jobs', 'cancel', id, '--by', 'Lee').stdout).toBe(`job ${id} is cancelled: 0 of 2 done\n`)
      expect(run('jobs', 'retry', id, '--reason', 'asked for', '--by', 'Lee').status).toBe(0)
      const worked = run('worker', '--once', '--concurrency', '1')
      expect(worked).toMatchObject({ status: 0, stderr: `clausebook: job ${id}, part 1: 1 done, 1 failed\n` })
      const fetched = run('jobs', 'fetch', id, '--output', out)
      expect(fetched).toMatchObject({ status: 1, stdout: `1 drafted, 0 unchanged, 1 failed: ${out}\n` })
      expect(fetched.stderr).toContain(`${table}:3: matter.vendor.kind: expected one of`)
      expect(readdirSync(out)).toContain('Pine-Ltd.md')
      expect(run('jobs', 'remove', id, '--by', 'Lee').status).toBe(0)
      expect(run('jobs', 'show', id)).toMatchObject({
        status: 2,
        stderr: 'clausebook: there is no such job: clausebook jobs list tells which there are\n',
      })
      const { deeds } = JSON.parse(run('store', 'audit', '--format', 'json').stdout)
      expect(deeds.map(({ by, from, kind, did }: Record<string, unknown>) => [by, from, kind, did])).toEqual([
        ['Dana', hostname(), 'job', 'queued'],
        ['Lee', hostname(), 'job', 'cancelled'],
        ['Lee', hostname(), 'job', 'retried: asked for'],
        ['Lee', hostname(), 'job', 'removed'],
      ])
    })

    test('keeps drafts, each with the record by which it is verified', async () => {
      const address = await cluster.database()
      const run = (...args: string[]) => clausebook(args, { env: { CLAUSEBOOK_DATABASE: address } })
      const output = join(folder, 'kept.docx')
      const draft = ['draft', 'vendor-addendum', 'examples/vendor-saas.yaml', '--date', '2025-01-31']
      const keeping = ['--database', address, '--by', 'Dana']
      const kept = run(...draft, ...keeping, '--output', output)
      const [, name = ''] = /kept as (\S+): clausebook drafts fetch/.exec(kept.stderr) ?? []
      expect(run('drafts', 'list').stdout).toMatch(new RegExp(`\\n${name} +\\d{4}-.* +Dana +`))
      const again = join(folder, 'again.docx')
      expect(run('drafts', 'fetch', name, '--output', again).status).toBe(0)
      expect(readFileSync(again)).toEqual(readFileSync(output))
      expect(run('verify', again)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('statements stand'),
      })
      expect(run(...draft.slice(0, 2), 'none', ...keeping).stderr).toContain('there is no such matter')
    })

    test('has watches, each report of which is a job of whoever asked for it and sees the register', async () => {
      const address = await cluster.database()
      const run = (...args: string[]) =>
        clausebook(args, { env: { CLAUSEBOOK_DATABASE: address, CLAUSEBOOK_OFFLINE: '1' } })
      const added = run('watch', 'add', 'llama-3.1', '--every', '1d', '--by', 'Dana')
      const [, id = ''] =
        /^watch ([0-9a-f]{8}): watch of llama-3\.1, every 1d, first at/.exec(added.stdout) ?? []
      expect(run('watch', 'list').stdout).toMatch(new RegExp(`${id} +\\d{4}-.* Dana +watch of llama-3`))
      expect(run('worker', '--once', '--concurrency', '1').stderr).toMatch(
        /a watch is due\n.*part 1: 1 done, 0 failed/,
      )
      const [job] = JSON.parse(run('jobs', 'list', '--json').stdout).jobs
      expect(job).toMatchObject({ what: 'watch', by: 'Dana', state: 'done', things: { failed: 0 } })
      const out = join(folder, 'watched')
      expect(run('jobs', 'fetch', job.id, '--output', out).stdout).toBe(`1 reported, 0 failed: ${out}\n`)
      expect(readdirSync(out)).toEqual(['watch.html', 'watch.json', 'watch.rss'])
      expect(readFileSync(join(out, 'watch.html'), 'utf8')).toContain('no address was asked')
      expect(JSON.parse(readFileSync(join(out, 'watch.json'), 'utf8'))).toMatchObject({
        asked: false,
        due: {},
      })
      // Where people are told apart, a watch is of somebody who sees the register.
      run('people', 'set', 'root', 'admin')
      run('people', 'set', 'bob', 'requester')
      expect(run('watch', 'add', '--every', '1d', '--by', 'bob').stderr).toContain(
        'does not see the register',
      )
      expect(run('watch', 'remove', id, '--by', 'root').stdout).toContain(`watch ${id} is removed`)
    })
  },
)

test('the queue of a folder is worked on at once, in the same process', () => {
  const matters = join(folder, 'matters')
  mkdirSync(matters)
  const table = join(folder, 'two.csv')
  writeFileSync(
    table,
    'vendor.name,vendor.kind,vendor.models\nPine Ltd.,saas,Llama 3.3\nOak,saas,Llama 3.3\n',
  )
  const kept = ['--matters', matters]
  expect(clausebook(['jobs', 'list']).stderr).toContain('where jobs are kept is not said')
  const batch = [...questionnaires(table), '--jobs', '1']
  expect(clausebook([...batch, ...kept, '--output', 'x']).stderr).toContain('--matters goes with --queue')
  const done = clausebook([...batch, '--queue', ...kept])
  const [, id = ''] =
    /^job (\S+): 2 drafted, 0 failed; clausebook jobs fetch \1 --matters /.exec(done.stdout) ?? []
  expect(clausebook(['jobs', 'retry', id, '--reason', 'x', ...kept]).stderr).toBe(
    `clausebook: nothing of job ${id} failed or was cancelled: clausebook jobs show ${id} tells how far it is\n`,
  )
  const shown = clausebook(['jobs', 'show', id, ...kept])
  expect(shown.stdout).toContain(`${id}: done, 2 of 2 done\n`)
  expect(shown.stdout).toMatch(/somebody +queued/)
})

/** A batch of questionnaires as Markdown. */
function questionnaires(table: string): string[] {
  return ['draft', 'vendor-questionnaire', '--batch', table, '--format', 'markdown', '--allow-blanks']
}
