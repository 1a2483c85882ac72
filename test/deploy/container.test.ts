import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { keepsMatters } from './kept.ts'
import { nobody, ownFolder, unpack } from './packed.ts'
import { endAll, freePort, start } from './started.ts'
import { findTool } from './tool.ts'

const lines = readFileSync(join(packageRoot(), 'deploy', 'Containerfile'), 'utf8').split('\n')
/** What the last line with a word says. */
const said = (word: string) => lines.findLast((line) => line.startsWith(`${word} `))!.slice(word.length + 1)
const folder = mkdtempSync(join(tmpdir(), 'clausebook-container-'))
const token = 'a-token-of-some-length'
afterEach(endAll)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the Containerfile', () => {
  let program: string
  beforeAll(() => {
    ;({ program } = unpack(folder))
  })

  test('is of Debian with Node 22, and no administrator runs in it', () => {
    expect(said('FROM')).toBe('node:22-bookworm-slim')
    expect(said('USER')).toBe('node')
  })

  test('has a command that serves as another user, who may write to /data alone', async () => {
    const data = ownFolder(join(folder, 'data'))
    for (const name of ['matters', 'texts']) ownFolder(join(data, name))
    const here = (words: string) => words.replaceAll('/data', data)
    const command = [...JSON.parse(said('ENTRYPOINT')), ...JSON.parse(here(said('CMD')))] as string[]
    expect(command.shift()).toBe('clausebook')
    const port = await freePort()
    const environment = here(said('ENV'))
      .split(' ')
      .map((one) => one.split('='))
    const { child, told, ended } = start(process.execPath, [program, ...command, '--port', String(port)], {
      ...nobody,
      cwd: data,
      env: {
        PATH: process.env.PATH,
        CLAUSEBOOK_TOKEN: token,
        CLAUSEBOOK_OFFLINE: '1',
        ...Object.fromEntries(environment),
      },
    })
    await keepsMatters(`http://127.0.0.1:${port}`, token).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${told()}`)
    })
    // What the image asks whether it is well, which knows the port of the image.
    const [, node, ...asks] = /CMD (\[.*\])$/
      .exec(said('HEALTHCHECK'))!
      .slice(1)
      .flatMap((list) => ['', ...JSON.parse(list)])
    expect(node).toBe('node')
    const asked = asks.map((one) => one.replace('4180', String(port)))
    expect(spawnSync(process.execPath, asked).status).toBe(0)
    child.kill('SIGTERM')
    await expect.poll(() => spawnSync(process.execPath, asked).status).toBe(1)
    expect((await ended)[0]).toBe(0)
  })
})

/** The first program that builds containers and has what it needs to. */
const engine = ['docker', 'podman'].find(
  (name) => findTool(name) && spawnSync(name, ['info'], { timeout: 20_000 }).status === 0 && canBuild(name),
)

/** Whether the image that it starts from is here or can be had. */
function canBuild(name: string): boolean {
  return spawnSync(name, ['pull', said('FROM')], { timeout: 120_000 }).status === 0
}

describe.skipIf(!engine)('the container', () => {
  test('is built, serves with a root that nobody can write to, and ends in time', async () => {
    const run = (...args: string[]) => execFileSync(engine!, args, { cwd: packageRoot(), encoding: 'utf8' })
    const name = `clausebook-test-${process.pid}`
    const port = await freePort()
    try {
      run('build', '-f', 'deploy/Containerfile', '-t', name, '.')
      const hard = [
        '--read-only',
        '--cap-drop',
        'ALL',
        '--security-opt',
        'no-new-privileges',
        '--memory',
        '2g',
      ]
      const given = ['--env', `CLAUSEBOOK_TOKEN=${token}`, '--env', 'CLAUSEBOOK_OFFLINE=1']
      run('run', '--detach', '--name', name, ...hard, ...given, '--publish', `127.0.0.1:${port}:4180`, name)
      await keepsMatters(`http://127.0.0.1:${port}`, token)
      expect(run('exec', name, 'id', '-u').trim()).not.toBe('0')
      run('stop', '--time', '15', name)
      expect(run('inspect', '--format', '{{.State.ExitCode}}', name).trim()).toBe('0')
    } finally {
      spawnSync(engine!, ['rm', '--force', '--volumes', name])
      spawnSync(engine!, ['rmi', '--force', name])
    }
  }, 600_000)
})
