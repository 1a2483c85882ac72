import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { ask, heldByProxy, throughProxy } from './browser.ts'
import { changed, examplesOf } from './example.ts'
import { endAll, freePort, serveBehind, start } from './started.ts'
import { findTool } from './tool.ts'

const caddy = process.env.CADDY ?? findTool('caddy')
const folder = mkdtempSync(join(tmpdir(), 'clausebook-caddy-'))
afterEach(endAll)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const token = 'a-token-of-some-length'

describe.skipIf(!caddy)('Caddy', () => {
  test('as in the docs lets in whoever has the token, and guesses of one client are of one', async () => {
    const { port } = await serveBehind('--token', token, '--public-url', 'https://clausebook.example')
    const [https, http] = [await freePort(), await freePort()]
    const site = changed(examplesOf('caddyfile')[0]!, { '127.0.0.1:4180': `127.0.0.1:${port}` })
    const file = join(folder, 'Caddyfile')
    // Its own certificate, and nothing on this machine but its folder and two ports.
    const options = `admin off\nhttps_port ${https}\nhttp_port ${http}\nlocal_certs\nskip_install_trust\ndefault_bind 127.0.0.1\nstorage file_system ${folder}`
    writeFileSync(file, `{\n${options}\n}\n${site}\n`)
    const proxy = start(caddy!, ['run', '--adapter', 'caddyfile', '--config', file], {
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    })
    await expect.poll(() => ask(https, '/healthz').then(({ status }) => status, proxy.told)).toBe(200)
    expect(await throughProxy(https, token)).toMatchObject(heldByProxy)
  })
})
