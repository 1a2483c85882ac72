import request from 'supertest'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createApp, openSite, type SiteOptions } from '../../src/server/index.ts'
import { countGuesses } from '../../src/server/security/guesses.ts'
import { openSessions } from '../../src/server/security/session.ts'
import { wrongUserHeader } from '../../src/server/user-header.ts'

const sites: Awaited<ReturnType<typeof openSite>>[] = []
async function appWith(options: Partial<SiteOptions>) {
  const site = await openSite(options)
  sites.push(site)
  return createApp(site)
}
afterAll(() => Promise.all(sites.map(({ workshop }) => workshop.close())))

const token = 'a-token-of-some-length'

async function cookieOf(app: Awaited<ReturnType<typeof appWith>>, name = 'Dana Kim'): Promise<string> {
  const signedIn = await request(app).post('/sign-in').type('form').send({ token, name }).expect(303)
  return (signedIn.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!
}

describe('a session', () => {
  test('is known to every server with the token, and to none with another', () => {
    const { cookie } = openSessions(token).begin('Dana')
    expect(openSessions(token).find(cookie)?.name).toBe('Dana')
    expect(openSessions('another-token-of-some-length').find(cookie)).toBeUndefined()
    const [words] = cookie.split('.')
    const forged = Buffer.from(words!, 'base64url').toString().replace('Dana', 'Eve')
    expect(
      openSessions(token).find(`${Buffer.from(forged).toString('base64url')}.${cookie.split('.')[1]}`),
    ).toBeUndefined()
  })

  test.each(['', '.', 'words', 'words.short', '.signature', `${'a'.repeat(60)}.${'b'.repeat(43)}`])(
    'has no cookie like “%s”',
    (cookie) => expect(openSessions(token).find(cookie)).toBeUndefined(),
  )

  test('that was ended stays so when others end', () => {
    const sessions = openSessions(token)
    const [one, other] = [sessions.begin('Dana'), sessions.begin('Eli')]
    sessions.end(one.session)
    sessions.end(other.session)
    expect([sessions.find(one.cookie), sessions.find(other.cookie)]).toEqual([undefined, undefined])
  })

  test('ends after a working day, or when it is signed out', () => {
    let now = 0
    const sessions = openSessions(token, () => now)
    const { session, cookie } = sessions.begin('Dana')
    now = 12 * 3_600_000 - 1
    expect(sessions.find(cookie)).toBeDefined()
    now += 1
    expect(sessions.find(cookie)).toBeUndefined()
    now = 0
    sessions.end(session)
    expect(sessions.find(cookie)).toBeUndefined()
  })

  test('names whoever signed in on the page, and signing out ends it', async () => {
    const app = await appWith({ local: false, token })
    const cookie = await cookieOf(app)
    const page = await request(app).get('/draft').set('Cookie', cookie).expect(200)
    expect(page.text).toMatch(/Dana Kim<\/span> <button>Sign out/)
    const out = await request(app).post('/sign-out').set('Cookie', cookie).expect(303)
    // Nor is a form that was sent to be gone back to.
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"')
    await request(app).get('/draft').set('Cookie', cookie).expect(401)
  })

  test('has a cookie for HTTPS alone where people come by HTTPS', async () => {
    for (const [publicUrl, secure] of [
      ['https://clausebook.example/', true],
      ['http://clausebook.example/', false],
    ] as const) {
      const app = await appWith({ local: true, token, publicUrl })
      const signedIn = await request(app)
        .post('/sign-in')
        .set('Host', 'clausebook.example')
        .set('Origin', new URL(publicUrl).origin)
        .type('form')
        .send({ token })
      expect(String(signedIn.headers['set-cookie']).includes('; Secure')).toBe(secure)
    }
  })

  test('is found behind another cookie of its name, which a neighbour of the domain may have set', async () => {
    const app = await appWith({ local: false, token })
    const cookie = await cookieOf(app)
    await request(app).get('/draft').set('Cookie', `clausebook=elsewhere.else; ${cookie}`).expect(200)
    await request(app).get('/draft').set('Cookie', 'clausebook=elsewhere.else; clausebook=a.b').expect(401)
  })
})

describe('guessing', () => {
  test('is stopped by address, and whoever is signed in goes on', async () => {
    const app = await appWith({
      local: false,
      token,
      publicUrl: 'https://clausebook.example/',
      signInsPerMinute: 3,
    })
    const from = (address: string) =>
      request(app).post('/sign-in').set('X-Forwarded-For', address).type('form')
    const cookie = await cookieOf(app)
    for (let at = 0; at < 3; at += 1) await from('203.0.113.9').send({ token: 'wrong' }).expect(401)
    await from('203.0.113.9').send({ token }).expect(429)
    await request(app)
      .get('/api/library')
      .set('X-Forwarded-For', '203.0.113.9')
      .set('Authorization', `Bearer ${token}`)
      .expect(429)
    // A stranger shuts out nobody: not who is in, and not who comes from elsewhere.
    await request(app).get('/draft').set('X-Forwarded-For', '203.0.113.9').set('Cookie', cookie).expect(200)
    await from('198.51.100.7').send({ token }).expect(303)
    // What a client says of himself in front of the proxy's word counts for nothing.
    await from('198.51.100.7, 203.0.113.9').send({ token }).expect(429)
  })

  test.each([
    ['203.0.113.9:40311', '203.0.113.9:40312'],
    ['[2001:db8::9]:40311', '[2001:db8::9]:40312'],
  ])('is counted by address where a gateway adds the port: %s', async (one, other) => {
    const publicUrl = 'https://clausebook.example/'
    const app = await appWith({ local: false, token, publicUrl, signInsPerMinute: 1 })
    const from = (address: string) =>
      request(app).post('/sign-in').set('X-Forwarded-For', address).type('form').send({ token: 'wrong' })
    await from(one).expect(401)
    await from(other).expect(429)
    await from('198.51.100.7:40311').expect(401)
  })

  test('is counted for a minute, and the last failure that is allowed is allowed', () => {
    let now = 0
    const guesses = countGuesses(2, () => now)
    guesses.failed('203.0.113.9')
    expect(guesses.mustWait('203.0.113.9')).toBe(false)
    guesses.failed('203.0.113.9')
    expect(guesses.mustWait('203.0.113.9')).toBe(true)
    expect(guesses.mustWait('203.0.113.8')).toBe(false)
    now = 60_000
    expect(guesses.mustWait('203.0.113.9')).toBe(false)
  })
})

test('work is counted by session: one that has sent too much shuts out no other behind the same proxy', async () => {
  const app = await appWith({ local: false, token, perMinute: 100, workPerMinute: 2 })
  const [dana, lee] = [await cookieOf(app, 'Dana'), await cookieOf(app, 'Lee')]
  const send = (cookie: string) =>
    request(app).post('/api/assess').set('Cookie', cookie).send({ matter: 'matter: A' })
  await send(dana).expect(200)
  await send(dana).expect(200)
  const refused = await send(dana).expect(429)
  expect(refused.headers['retry-after']).toBeDefined()
  await send(lee).expect(200)
})

test('Bearer is Bearer in any case', async () => {
  const app = await appWith({ local: false, token })
  for (const word of ['Bearer', 'bearer', 'BEARER']) {
    await request(app).get('/api/library').set('Authorization', `${word} ${token}`).expect(200)
  }
})

test.each([
  'Accept-Language',
  'DNT',
  'Sec-Fetch-User',
  'X-Forwarded-For',
  'If-None-Match',
  'Upgrade-Insecure-Requests',
  'Authorization',
  'A b',
])('%s names no user', (header) => expect(wrongUserHeader(header)).toBeDefined())

test('a failure is logged with its rule and lines of ours, and with no word of what was sent', async () => {
  const lines: string[] = []
  const { pino } = await import('pino')
  const site = await openSite({ local: true })
  sites.push(site)
  vi.spyOn(site.views, 'render').mockImplementation(() => {
    throw new Error('the secret merger with Beta')
  })
  const app = createApp(site, pino({}, { write: (line: string) => lines.push(line) }))
  await request(app)
    .get('/draft')
    .catch(() => {})
  const told = lines.join('')
  expect(told).toMatch(/"rule":"Error"/)
  expect(told).toMatch(/"stack":\["at /)
  expect(told).not.toContain('merger')
})

test('failures of ten thousand addresses are remembered, and of more the latest', () => {
  const guesses = countGuesses(1, () => 0)
  const address = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`
  for (let at = 0; at < 10_000; at += 1) guesses.failed(address(at))
  expect(guesses.mustWait(address(0))).toBe(true)
  guesses.failed(address(0))
  guesses.failed(address(10_000))
  expect([0, 1, 2, 10_000].map((at) => guesses.mustWait(address(at)))).toEqual([true, false, true, true])
})
