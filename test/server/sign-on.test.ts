import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp, openSite, type SiteOptions } from '../../src/server/index.ts'
import { openSessions } from '../../src/server/security/session.ts'
import { wayBack } from '../../src/server/security/sign-on/way-back.ts'
import { issuerAddress, wrongIssuer } from '../../src/server/sign-on.ts'
import {
  type Browser,
  browserOf,
  type CompanySignOn,
  pathOf,
  publicUrl,
  startSignOn,
} from '../setup/sign-on.ts'

const sites: Awaited<ReturnType<typeof openSite>>[] = []
let lines: string[] = []
let company: CompanySignOn
beforeAll(async () => {
  company = await startSignOn({
    dana: { email: 'dana@company.example', email_verified: true, preferred_username: 'dana.kim' },
    eve: { email: 'dana@company.example', email_verified: false },
    zoe: { email: 'zoe\u202e@company.example', email_verified: true },
    none: {},
  })
})
afterAll(async () => {
  company.stop()
  await Promise.all(sites.map(({ workshop }) => workshop.close()))
})
afterEach(() => vi.useRealTimers())

/** The application before somebody's browser, and before its sign-on's page somebody of the company. */
async function browserWith(options: Partial<SiteOptions> = {}, person: string | null = 'dana') {
  company.person = person ?? undefined
  lines = []
  const site = await openSite({ local: false, publicUrl, oidc: company.settings, ...options })
  sites.push(site)
  return browserOf(createApp(site, pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })))
}

const session = '__Host-clausebook'
const isIn = async (browser: Browser) =>
  (await browser.ask('/draft', { 'Sec-Fetch-Mode': 'cors' })).status === 200

describe('a company’s sign-on', () => {
  test('leads there and back to the page that was asked for, signs out, and tells the log nothing', async () => {
    const browser = await browserWith()
    const sent = await browser.ask('/draft/side-letter?sample=acme')
    expect(sent.status).toBe(303)
    const asked = new URL(sent.headers.location!).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'https://clausebook.example/sign-in/callback',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const came = await browser.through(sent)
    const back = await browser.ask(pathOf(came))
    expect([back.status, back.headers.location]).toEqual([303, '/draft/side-letter?sample=acme'])
    const page = await browser.ask('/draft')
    expect(page.text).toMatch(/dana@company\.example<\/span> <button>Sign out/)
    expect(await isIn(browser)).toBe(true)
    // Of what was kept for the way, nothing is left; what is kept now no script reads, and no other host.
    expect([...browser.cookies.keys()]).toEqual([session])
    for (const line of browser.said) expect(line).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/)
    expect(browser.said.find((line) => line.startsWith(`${session}=`))).toContain('Max-Age=43200;')

    const word = browser.cookies.get(session)!
    expect((await browser.send('/sign-out', 'https://elsewhere.example')).status).toBe(403)
    expect(await isIn(browser)).toBe(true)
    const out = await browser.send('/sign-out')
    expect([out.status, out.headers.location]).toEqual([303, '/signed-out'])
    const { text } = await browser.ask('/signed-out')
    expect(text).toContain('You are signed out')
    expect(text).toContain(`${company.settings.issuer}/session/end?client_id&#x3D;clausebook`)
    browser.cookies.set(session, word)
    expect(await isIn(browser)).toBe(false)

    const code = new URL(came).searchParams.get('code')!
    const told = lines.join('')
    expect(told).toContain('"user":"dana@company.example"')
    for (const secret of [
      code,
      word,
      asked.get('state')!,
      asked.get('nonce')!,
      company.settings.clientSecret,
    ])
      expect(told).not.toContain(secret)
  })

  test('keeps who is not signed in out of all but links of vendors, what pages look like and health', async () => {
    const browser = await browserWith({ register: 'examples', vendorLinks: true })
    const program = await browser.ask('/api/library')
    expect([program.status, program.type]).toEqual([401, 'application/problem+json'])
    expect((await browser.send('/draft/side-letter')).text).toContain('href="/sign-in"')
    // What a page loads is led nowhere else.
    expect((await browser.ask('/compare/llama-2...llama-3.1', { 'Sec-Fetch-Mode': 'cors' })).status).toBe(401)
    expect((await browser.ask('/answer/nothing')).text).not.toContain('Sign in')
    expect((await browser.ask('/healthz')).status).toBe(200)
    expect((await browser.ask('/favicon.ico')).status).toBe(308)
    expect(browser.cookies.size).toBe(0)
  })

  test('brings several pages back that were opened at once', async () => {
    const browser = await browserWith()
    const paths = ['/draft', '/topics', '/matrix']
    const sent = []
    for (const path of paths) sent.push(await browser.ask(path))
    for (const [at, page] of sent.entries()) {
      const back = await browser.ask(pathOf(await browser.through(page)))
      expect([back.status, back.headers.location]).toEqual([303, paths[at]])
    }
    // Those that nobody comes back from are forgotten.
    for (let at = 0; at < 9; at += 1) await browser.ask('/sign-in')
    expect([...browser.cookies.keys()].filter((name) => name !== session)).toHaveLength(5)
  })

  test('is believed once, for the sign-in that it was asked for, in the browser that asked', async () => {
    const browser = await browserWith({ signInsPerMinute: 100 })
    const begun = async () => pathOf(await browser.through(await browser.ask('/draft')))
    const refused = async (path: string) => {
      const page = await browser.ask(path)
      expect(browser.cookies.has(session)).toBe(false)
      return `${page.status} ${/class="reason">([^<]*)/.exec(page.text)?.[1]}`
    }
    const other = browserOf(createApp(sites.at(-1)!))
    const first = await begun()
    expect((await other.ask(first)).status).toBe(400)
    const state = /state=([\w-]+)/.exec(first)![1]!
    const wrong = `${state.slice(0, 20)}${'A'.repeat(23)}`
    expect(await refused(first.replace(state, wrong))).toMatch(
      /^400 This sign-in was not begun in this browser/,
    )
    expect(await refused(first.replace(/&?state=[\w-]+/, ''))).toMatch(/^400 /)

    const kept = new Map(browser.cookies)
    const [name, value] = [...kept][0]!
    const [, nonce, verifier, to] = value.split('.')
    // Another nonce: it says of another sign-in who somebody is. Another verifier: whoever asks did not send him there.
    for (const [words, why] of [
      [[state, 'A'.repeat(43), verifier, to], /^403 .*OAUTH_/],
      [[state, nonce, 'A'.repeat(43), to], /^403 This sign-in is used up/],
    ] as const) {
      const path = await begun()
      const own = /state=([\w-]+)/.exec(path)![1]!
      const cookie = [...browser.cookies].find(([, one]) => one.startsWith(own))!
      const parts = cookie[1].split('.')
      browser.cookies.set(
        cookie[0],
        [own, ...words.slice(1).map((word, at) => (word?.startsWith('AAA') ? word : parts[at + 1]))].join(
          '.',
        ),
      )
      expect(await refused(path)).toMatch(why)
    }

    browser.cookies.set(name, value)
    const back = await browser.ask(first)
    expect([back.status, browser.cookies.delete(session)]).toEqual([303, true])
    expect(await refused(first)).toMatch(/^400 /)
    // Also where somebody kept the cookie of the way: the code is used up.
    browser.cookies.set(name, value)
    expect(await refused(first)).toMatch(/^403 This sign-in is used up/)
  })

  test('lets in by no cookie that it did not set, and by none after twelve hours', async () => {
    const browser = await browserWith()
    for (const forged of ['a'.repeat(43), 'e30.e30', openSessions('another secret').begin('dana').cookie]) {
      browser.cookies.set(session, forged)
      expect([forged, await isIn(browser)]).toEqual([forged, false])
    }
    await browser.open('/draft')
    expect(await isIn(browser)).toBe(true)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 12 * 3_600_000 - 10_000 })
    expect(await isIn(browser)).toBe(true)
    vi.setSystemTime(Date.now() + 20_000)
    expect(await isIn(browser)).toBe(false)
    const again = await browser.ask('/draft')
    expect([again.status, new URL(again.headers.location!).origin]).toEqual([303, company.settings.issuer])
  })

  test.each([
    ['eve', 'email', 'has not verified that your e-mail address is yours'],
    ['none', 'email', 'gives no “email” of you'],
    ['zoe', 'email', 'gives no “email” of you'],
    ['eve', 'preferred_username', 'gives no “preferred_username” of you'],
    [null, 'email', 'did not let you through'],
  ])('that says too little of %s by %s lets nobody in', async (person, claim, why) => {
    const browser = await browserWith({ oidc: { ...company.settings, claim } }, person)
    const page = await browser.open('/draft')
    expect(page.status).toBe(403)
    expect(page.text).toContain(why)
    expect(page.text).toContain('href="/sign-in?to&#x3D;%2Fdraft"')
    expect(browser.cookies.size).toBe(0)
  })

  test('names people by the claim that is given, also where it says it with the sign-in', async () => {
    const claim = 'preferred_username'
    const browser = await browserWith({ oidc: { ...company.settings, claim } })
    expect((await browser.open('/draft')).text).toContain('dana.kim</span> <button>Sign out')
    const other = await startSignOn(
      { dana: { email: 'dana@company.example', email_verified: true } },
      { inToken: true },
    )
    other.person = 'dana'
    const second = await browserWith({ oidc: other.settings })
    expect((await second.open('/draft')).text).toContain('dana@company.example</span> <button>Sign out')
    other.stop()
  })

  test('that knows another secret of this server is told, with the name of the error', async () => {
    const browser = await browserWith({ oidc: { ...company.settings, clientSecret: 'another' } })
    const page = await browser.open('/draft')
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('(invalid_client)')])
    expect(lines.join('')).toContain('invalid_client')
  })

  test('that is asked to no end for who somebody is has to wait', async () => {
    const browser = await browserWith({ signInsPerMinute: 2, perMinute: 6 })
    // Neither a picture of another site's page, nor anything without a cookie of ours, uses up what the office may ask.
    const picture = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }
    for (let at = 0; at < 9; at += 1) {
      expect((await browser.ask('/sign-in/callback?code=a&state=b')).status).toBe(400)
      expect((await browser.ask('/sign-in', picture)).status).toBe(403)
    }
    for (const status of [403, 403, 429]) {
      const state = randomBytes(32).toString('base64url')
      browser.cookies.set(`${session}-sign-in-${state.slice(0, 16)}`, `${state}.a.b.Lw`)
      expect((await browser.ask(`/sign-in/callback?code=a&state=${state}`)).status).toBe(status)
    }
  })

  test('looks for two words of a request at most, of those that can be words, and lets nobody sign out for ever', async () => {
    const browser = await browserWith({ perMinute: 6 })
    await browser.open('/draft')
    const word = browser.cookies.get(session)!
    const cookie = (value: string, times: number) =>
      Array.from({ length: times }, () => `${session}=${value}`).join('; ')
    const status = async (Cookie: string) =>
      (await browser.ask('/draft', { 'Sec-Fetch-Mode': 'cors', Cookie })).status
    // What cannot be one stands in nobody's way, and what can stands in it twice.
    expect(await status(`${cookie('a', 700)}; ${cookie(word, 1)}`)).toBe(200)
    const forged = `${'a'.repeat(60)}.${'b'.repeat(43)}`
    expect(await status(`${cookie(forged, 1)}; ${cookie(word, 1)}`)).toBe(200)
    expect(await status(`${cookie(forged, 2)}; ${cookie(word, 1)}`)).toBe(401)
    browser.cookies.set(session, 'a')
    const left = []
    for (let at = 0; at < 7; at += 1) left.push((await browser.send('/sign-out')).status)
    expect(left.at(-1)).toBe(429)
    // Whoever is signed in goes on, and signs out.
    browser.cookies.set(session, word)
    expect(await isIn(browser)).toBe(true)
    expect((await browser.send('/sign-out')).status).toBe(303)
    expect(await isIn(browser)).toBe(false)
  })

  test('that is down is said on the page, and found again when it is there', async () => {
    const other = await startSignOn({ dana: { email: 'dana@company.example', email_verified: true } })
    other.stop()
    const browser = await browserWith({ oidc: other.settings })
    const page = await browser.ask('/draft')
    expect([page.status, page.text]).toEqual([503, expect.stringContaining('The sign-on cannot be reached')])
    expect(page.text).toContain('(ECONNREFUSED)')
    expect((await browser.ask('/healthz')).status).toBe(200)
    // It was known, and went.
    const known = await startSignOn({ dana: { email: 'dana@company.example', email_verified: true } })
    known.person = 'dana'
    const second = await browserWith({ oidc: known.settings })
    const came = await second.through(await second.ask('/draft'))
    known.stop()
    expect((await second.ask(pathOf(came))).status).toBe(503)
  })
})

test.each([
  ['/vendors?find=a&page=2', '/vendors?find=a&page=2'],
  ['/a#b', '/a'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['/a/..//elsewhere.example', '/'],
  ['https://elsewhere.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['draft', '/'],
  ['/sign-in/callback?code=a', '/'],
  ['/sign-in', '/'],
  ['/signed-out', '/'],
  [`/${'a'.repeat(500)}`, '/'],
  [undefined, '/'],
  [['/draft'], '/'],
])('the way back of %j is %s', async (said, to) => expect(wayBack(said)).toBe(to))

test('nobody is led elsewhere by a link to sign in', async () => {
  const browser = await browserWith()
  const sent = await browser.ask('/sign-in?to=//elsewhere.example/a')
  const back = await browser.ask(pathOf(await browser.through(sent)))
  expect(back.headers.location).toBe('/')
  // Nor by a cookie that a neighbour set.
  const second = await browser.ask('/sign-in')
  const [name, value] = [...browser.cookies].find(([one]) => one !== session)!
  browser.cookies.set(
    name,
    [...value.split('.').slice(0, 3), Buffer.from('//elsewhere.example').toString('base64url')].join('.'),
  )
  expect((await browser.ask(pathOf(await browser.through(second)))).headers.location).toBe('/')
})

test.each([
  [{ trustProxyUser: 'X-Forwarded-User' }, '--oidc-issuer and --trust-proxy-user are two ways in'],
  [{ token: 'a-token-of-some-length' }, '--oidc-issuer and a token are two ways in'],
  [{ publicUrl: undefined as never }, '--oidc-issuer needs --public-url'],
  [
    { oidc: { issuer: 'https://accounts.google.com', clientId: 'a', clientSecret: 'b', claim: 'email' } },
    'anybody can have an account at accounts.google.com',
  ],
  [
    {
      oidc: {
        issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
        clientId: 'a',
        clientSecret: 'b',
        claim: 'email',
      },
    },
    'anybody can have an account at login.microsoftonline.com',
  ],
  [
    { oidc: { issuer: 'https://gitlab.com', clientId: 'a', clientSecret: 'b', claim: 'email' } },
    'anybody can have an account at gitlab.com',
  ],
])('a server with it and %j does not begin', async (options, why) => {
  await expect(openSite({ publicUrl, oidc: company.settings, ...options })).rejects.toThrow(why)
})

test.each([
  ['https://login.example/realms/company', undefined],
  ['http://127.0.0.1:8080/realms/company', undefined],
  ['http://login.example', /by https alone/],
  ['https://login.example/?a=b', /like https/],
  ['https://a:b@login.example/', /like https/],
  ['login.example', /like https/],
  ['https://login.microsoftonline.com/common/v2.0', /of every company/],
  ['https://login.microsoftonline.com/0a1b/v2.0', undefined],
])('%s as an issuer is %s', (issuer, wrong) => {
  if (wrong) expect(wrongIssuer(issuer)).toMatch(wrong)
  else expect(wrongIssuer(issuer)).toBeUndefined()
})

test('an issuer is known by its own address, also where that of its words is given', () => {
  expect(issuerAddress('https://login.example/a/.well-known/openid-configuration\n')).toBe(
    'https://login.example/a',
  )
})

test('a cookie over plain HTTP has another name, and is sent there', async () => {
  const site = await openSite({
    local: false,
    publicUrl: 'http://clausebook.example/',
    oidc: company.settings,
  })
  sites.push(site)
  const sent = await request(createApp(site)).get('/sign-in').expect(303)
  expect(String(sent.headers['set-cookie'])).toMatch(/^clausebook-sign-in-[\w-]{16}=(?!.*Secure)/)
})
