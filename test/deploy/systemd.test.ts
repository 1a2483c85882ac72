import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { changed } from './example.ts'
import { keepsMatters } from './kept.ts'
import { nobody, ownFolder, unpack } from './packed.ts'
import { endAll, freePort, start } from './started.ts'
import { findTool } from './tool.ts'

const unit = readFileSync(join(packageRoot(), 'deploy', 'clausebook.service'), 'utf8')
const installed = '/opt/clausebook/node_modules/.bin/clausebook'
const folder = mkdtempSync(join(tmpdir(), 'clausebook-systemd-'))
const token = 'a-token-of-some-length'
let program: string
beforeAll(() => {
  ;({ program } = unpack(folder))
})
afterEach(endAll)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What stands behind a name in the unit. */
const settings = (name: string) =>
  unit
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`))
    .map((line) => line.slice(name.length + 1))

test('the command of the unit serves as another user, who may write to its state alone', async () => {
  const state = join(folder, 'state')
  for (const name of settings('StateDirectory').join(' ').split(' ')) ownFolder(join(state, name))
  const credentials = ownFolder(join(folder, 'credentials'))
  writeFileSync(join(credentials, 'token'), `${token}\n`, { mode: 0o400 })
  if (nobody.uid !== undefined) chownSync(join(credentials, 'token'), nobody.uid, nobody.gid)
  const port = await freePort()
  const known: Record<string, string> = {
    '%S': state,
    '${CREDENTIALS_DIRECTORY}': credentials,
    $CLAUSEBOOK_OPTIONS: `--offline --port ${port} --public-url https://clausebook.example`,
  }
  const filled = (words: string) =>
    Object.entries(known).reduce((line, [name, value]) => line.replaceAll(name, value), words)
  const [command, ...args] = filled(settings('ExecStart')[0]!).split(' ')
  expect(command).toBe(installed)
  const environment = settings('Environment').map((line) => filled(line).split('='))
  const { child, told, ended } = start(process.execPath, [program, ...args], {
    ...nobody,
    cwd: '/',
    env: { PATH: process.env.PATH, ...Object.fromEntries(environment) },
  })
  await keepsMatters(`http://127.0.0.1:${port}`, token).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${told()}`)
  })
  expect(readdirSync(join(state, 'clausebook', 'matters'))).toContain('harbor.yaml')
  child.kill(settings('KillSignal')[0] as NodeJS.Signals)
  expect((await ended)[0]).toBe(0)
})

const analyze = findTool('systemd-analyze')
const runs = existsSync('/run/systemd/system') && process.getuid?.() === 0

describe('systemd', () => {
  test.skipIf(!analyze).each(['clausebook.service', 'clausebook-worker.service'])(
    'finds no fault in %s, and what it may do is little',
    (name) => {
      const file = join(folder, name)
      const words = readFileSync(join(packageRoot(), 'deploy', name), 'utf8')
      writeFileSync(file, changed(words, { [installed]: process.execPath }))
      const verified = spawnSync(analyze!, ['verify', file], { encoding: 'utf8' })
      expect({ status: verified.status, told: verified.stderr }).toEqual({ status: 0, told: '' })
      const judged = ['security', '--offline=true', '--no-pager', '--threshold=20', file]
      expect(spawnSync(analyze!, judged, { encoding: 'utf8' })).toMatchObject({ status: 0 })
    },
  )

  test.skipIf(!runs)('starts the unit, and ends it in time', async () => {
    const name = `clausebook-test-${process.pid}`
    const file = `/run/systemd/system/${name}.service`
    const secret = join(folder, 'token')
    writeFileSync(secret, token, { mode: 0o600 })
    const port = await freePort()
    const systemctl = (...args: string[]) => execFileSync('systemctl', args, { encoding: 'utf8' })
    try {
      writeFileSync(
        file,
        changed(unit, {
          [installed]: `${process.execPath} ${program}`,
          '/etc/clausebook/token': secret,
          $CLAUSEBOOK_OPTIONS: `--offline --port ${port} --public-url https://clausebook.example`,
          'clausebook/matters': `${name}/matters`,
          'clausebook/texts': `${name}/texts`,
          // The package of this test lies there.
          'PrivateTmp=yes': 'PrivateTmp=no',
          'ProtectHome=yes': 'ProtectHome=read-only',
        }),
      )
      systemctl('daemon-reload')
      systemctl('start', name)
      await keepsMatters(`http://127.0.0.1:${port}`, token)
      systemctl('stop', name)
      expect(systemctl('show', '--property=Result', '--value', name).trim()).toBe('success')
    } finally {
      spawnSync('systemctl', ['stop', name])
      rmSync(file, { force: true })
      rmSync(`/var/lib/private/${name}`, { recursive: true, force: true })
      rmSync(`/var/lib/${name}`, { recursive: true, force: true })
      spawnSync('systemctl', ['daemon-reload'])
    }
  })
})
