import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { ask, heldByProxy, throughProxy } from './browser.ts'
import { changed, examplesOf } from './example.ts'
import { endAll, freePort, serveBehind, start } from './started.ts'
import { findTool } from './tool.ts'

const nginx = findTool('nginx')
const openssl = findTool('openssl')
const folder = mkdtempSync(join(tmpdir(), 'clausebook-nginx-'))
// nginx works as another user than the one who starts it.
chmodSync(folder, 0o755)
afterEach(endAll)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const token = 'a-token-of-some-length'
const [withToken, withUser, ofLinks, redirectOfLinks] = examplesOf('nginx')

/** Starts nginx with an example of the docs, in a folder and on ports of its own. */
async function behindNginx(example: string, port: string, more: Record<string, string> = {}) {
  const [https, http] = [await freePort(), await freePort()]
  const key = join(folder, 'key.pem')
  const certificate = join(folder, 'certificate.pem')
  const subject = ['-subj', '/CN=clausebook.example', '-days', '1']
  execFileSync(
    openssl!,
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject],
    { stdio: 'pipe' },
  )
  const server = changed(example, {
    'listen 443': `listen 127.0.0.1:${https}`,
    '/etc/ssl/clausebook.example.pem': certificate,
    '/etc/ssl/private/clausebook.example.key': key,
    '127.0.0.1:4180': `127.0.0.1:${port}`,
    ...(example.includes('listen 80;') && { 'listen 80;': `listen 127.0.0.1:${http};` }),
    ...more,
  })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join('\n')
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off;\npid ${join(folder, 'pid')};\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}\n}\n`,
  )
  const proxy = start(nginx!, ['-p', folder, '-c', file, '-e', 'stderr'])
  await expect
    .poll(() => ask(https, '/healthz').then(({ status }) => status, proxy.told))
    .toBeTypeOf('number')
  return { https, http, told: proxy.told }
}

const redirected = (port: number, path = '/draft?a=b') =>
  new Promise((done, fail) =>
    get({ host: '127.0.0.1', port, path, headers: { host: 'clausebook.example' } }, (answer) => {
      answer.resume()
      done([answer.statusCode, answer.headers.location])
    }).on('error', fail),
  )

describe.skipIf(!nginx || !openssl)('nginx', () => {
  test('as in the docs lets in whoever has the token, and guesses of one client are of one', async () => {
    const { port } = await serveBehind('--token', token, '--public-url', 'https://clausebook.example')
    const { https, http } = await behindNginx(withToken!, port)
    expect(await throughProxy(https, token)).toMatchObject(heldByProxy)
    expect(await redirected(http)).toEqual([301, 'https://clausebook.example/draft?a=b'])
  })

  test('as in the docs names who signed on, and nobody names himself', async () => {
    const users = join(folder, 'users')
    const digest = execFileSync(openssl!, ['passwd', '-apr1', 'a-word'], { encoding: 'utf8' })
    writeFileSync(users, `dana:${digest}`, { mode: 0o644 })
    const options = ['--trust-proxy-user', 'X-Forwarded-User', '--public-url', 'https://clausebook.example']
    const { port } = await serveBehind(...options)
    const { https } = await behindNginx(withUser!, port, { '/etc/clausebook/users': users })
    const named = { 'x-forwarded-user': 'eve' }
    expect((await ask(https, '/draft', { headers: named })).status).toBe(401)
    const authorization = `Basic ${Buffer.from('dana:a-word').toString('base64')}`
    const page = await ask(https, '/draft', { headers: { ...named, authorization } })
    expect(page.status).toBe(200)
    expect(page.body).toMatch(/\bdana\b/)
    expect(page.body).not.toMatch(/\beve\b/)
  })

  test('as in the docs logs no link by which a vendor answers, nor when the server is down', async () => {
    const links = changed(ofLinks!, { 'http://127.0.0.1:4180': 'http://127.0.0.1:1' })
    const [server = ''] = withToken!.split(/^server \{\n {4}listen 80;/m)
    const example = `${server.replace('    location / {', `${links}\n    location / {`)}${redirectOfLinks}`
    const log = join(folder, 'access.log')
    const logged = { 'server_name clausebook.example;': `server_name clausebook.example; access_log ${log};` }
    const { https, http, told } = await behindNginx(example, String(await freePort()), logged)
    expect((await ask(https, '/answer/a-token-of-a-link')).status).toBe(502)
    expect(await redirected(http, '/answer/a-token-of-a-link')).toEqual([
      301,
      'https://clausebook.example/answer/a-token-of-a-link',
    ])
    expect((await ask(https, '/draft?seen')).status).toBe(502)
    await redirected(http)
    await expect.poll(() => told()).toContain('/draft?seen')
    expect(readFileSync(log, 'utf8')).toContain('/draft?a=b')
    for (const words of [told(), readFileSync(log, 'utf8')]) expect(words).not.toContain('a-token-of-a-link')
  })
})
