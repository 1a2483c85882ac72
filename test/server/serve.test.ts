import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Starts the built program as a user would. */
function serve(...options: string[]) {
  const command = ['dist/clausebook.js', 'serve', '--offline', '--port', '0', ...options]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let told = ''
  child.stderr.on('data', (data) => {
    told += String(data)
  })
  return { child, told: () => told, ended: once(child, 'exit') }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [line] = await once(child.stdout!, 'data')
  return /http:\S+/.exec(String(line))![0]
}

describe('clausebook serve', () => {
  test.each([
    [
      ['--host', '0.0.0.0'],
      /^clausebook: others can reach 0\.0\.0\.0: give --token-file FILE, or --trust-proxy-user HEADER[^\n]*or --oidc-issuer ADDRESS\n$/,
    ],
    [['--token', 'short'], /^clausebook: [^\n]*16 characters[^\n]*\n$/],
    [['--matters', '/no/such/folder'], /^clausebook: \/no\/such\/folder is no folder[^\n]*\n$/],
    [['--oidc-client-id', 'a'], /^clausebook: which sign-on is not said: give --oidc-issuer ADDRESS\n$/],
    [['--oidc-issuer', 'http://login.example'], /^clausebook: [^\n]*by https alone[^\n]*\n$/],
    [
      ['--oidc-issuer', 'https://login.example', '--oidc-client-id', 'a'],
      /^clausebook: [^\n]*put it into CLAUSEBOOK_OIDC_CLIENT_SECRET[^\n]*\n$/,
    ],
    [['--trust-proxy-user', 'User-Agent'], /^[^\n]*a browser sends this header itself[^\n]*\n$/],
  ])('refuses %j in one line, with status 2', async (options, line) => {
    const { told, ended } = serve(...options)
    expect((await ended)[0]).toBe(2)
    expect(told()).toMatch(line)
  })

  test('is there while the company’s sign-on is away, and says so; what is no sign-on it does not begin with', async () => {
    const secret = join(mkdtempSync(join(tmpdir(), 'clausebook-sign-on-')), 'secret')
    writeFileSync(secret, 'a-secret-of-the-client\n')
    const signOn = (issuer: string) => [
      ...['--oidc-issuer', issuer, '--oidc-client-id', 'clausebook', '--oidc-client-secret-file', secret],
      ...['--public-url', 'https://clausebook.example'],
    ]
    const away = serve(...signOn('http://127.0.0.1:1'))
    const [line] = await once(away.child.stdout!, 'data')
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(String(line))!
    expect(away.told()).toMatch(/"the sign-on at 127\.0\.0\.1:1 does not answer[^\n]*nobody can sign in"}\n$/)
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`)
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('cannot be reached')])
    // Another server of ours stands for what answers and is none.
    const other = serve()
    const { told, ended } = serve(...signOn((await addressOf(other.child)).replace(/\/$/, '')))
    expect((await ended)[0]).toBe(2)
    expect(told()).toMatch(/^clausebook: http:\/\/127\S+ is no issuer of OpenID Connect[^\n]*\n$/)
  })

  test('ends what it has begun when it is told to stop, and takes nothing new', async () => {
    const { child, ended } = serve()
    const address = await addressOf(child)
    expect(await (await fetch(`${address}readyz`)).json()).toMatchObject({ status: 'ready', licenses: 7 })
    const form = new FormData()
    for (const side of ['left', 'right']) {
      const words = readFileSync('examples/agreements/lantern-1.md', 'utf8')
      form.append(`${side}_file`, new Blob([words]), `${side}.md`)
    }
    const sent = new Request(`${address}compare/files`, { method: 'POST', body: form })
    const body = Buffer.from(await sent.arrayBuffer())
    const whole = { method: 'POST', headers: sent.headers, body, redirect: 'manual' } as const
    // The thread that compares has started then: on a busy machine that takes longer than a server that ends has.
    expect((await fetch(sent.url, whole)).status).toBe(303)
    const begun = request(sent.url, { method: 'POST', headers: Object.fromEntries(sent.headers) })
    const answered = once(begun, 'response')
    await new Promise((done) => begun.write(body.subarray(0, 200), done))
    // Half of it is there before it is told to stop, and the rest comes when nothing new is taken any more.
    expect((await fetch(`${address}readyz`, { headers: { connection: 'close' } })).status).toBe(200)
    child.kill('SIGTERM')
    await expect
      .poll(() =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      )
      .toBe('refused')
    begun.end(body.subarray(200))
    expect((await answered)[0]).toMatchObject({ statusCode: 303 })
    expect((await ended)[0]).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
  })

  test('behind a proxy says first that it ends, and takes what still comes, and then closes', async () => {
    const token = 'a-token-of-some-length'
    const { child, ended } = serve('--token', token, '--public-url', 'https://clausebook.example')
    const [line] = await once(child.stdout!, 'data')
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(String(line))!
    const ready = () => fetch(`http://127.0.0.1:${port}/readyz`)
    expect((await ready()).status).toBe(200)
    // One who began to ask and never ends holds nothing up.
    const half = connect(Number(port), '127.0.0.1')
    half.on('error', () => {}).write('GET /healthz HTTP/1.1\r\n')
    // Nor does one whose file never ends, for which there would be two minutes.
    const slow = connect(Number(port), '127.0.0.1')
    const head = [
      'POST /compare/files HTTP/1.1',
      'Host: clausebook.example',
      `Authorization: Bearer ${token}`,
    ]
    const form = [
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 1000',
      '',
      'left_file=a',
    ]
    slow.on('error', () => {}).write([...head, ...form].join('\r\n'))
    child.kill('SIGTERM')
    await expect.poll(async () => (await ready()).status).toBe(503)
    const page = await fetch(`http://127.0.0.1:${port}/api/library`, {
      headers: { authorization: `bearer ${token}` },
    })
    expect(page.status).toBe(200)
    expect((await ended)[0]).toBe(0)
  })

  test('takes its token from a file or the environment, and says what is wrong with them', async () => {
    const { told, ended } = serve('--host', '0.0.0.0', '--token-file', '/no/such/token')
    expect((await ended)[0]).toBe(2)
    expect(told()).toMatch(/^clausebook: \/no\/such\/token cannot be read[^\n]*\n$/)
    process.env.CLAUSEBOOK_TOKEN = 'a-token-of-the-environment'
    const { child } = serve('--host', '0.0.0.0')
    delete process.env.CLAUSEBOOK_TOKEN
    const address = (await addressOf(child)).replace('0.0.0.0', '127.0.0.1')
    expect((await fetch(address)).status).toBe(401)
    const authorization = 'Bearer a-token-of-the-environment'
    expect((await fetch(address, { headers: { authorization } })).status).toBe(200)
  })

  test('logs what was asked for, and no word of it', async () => {
    const { child, told } = serve('--log-level', 'info')
    const address = await addressOf(child)
    await fetch(`${address}compare/llama-2...llama-3.1?text=restated&q=secretword`)
    const body = new URLSearchParams({ matter: 'Secret merger' })
    await fetch(`${address}draft/side-letter`, { method: 'POST', body })
    await fetch(`${address}matters/secret-merger/versions`)
    await expect.poll(() => told().split('\n').length).toBeGreaterThan(3)
    const lines = told()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({
      req: { method: 'GET', path: '/compare/llama-2...llama-3.1' },
      res: { statusCode: 200 },
    })
    expect(lines[2]).toMatchObject({ req: { path: '/matters/:name/versions' } })
    expect(told()).not.toMatch(/secret/i)
  })
})
