import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp, openSite, type SiteOptions } from '../../src/server/index.ts'

const sites: Awaited<ReturnType<typeof openSite>>[] = []
async function appWith(options: Partial<SiteOptions> = {}) {
  const site = await openSite({
    perMinute: Number.POSITIVE_INFINITY,
    workPerMinute: Number.POSITIVE_INFINITY,
    ...options,
  })
  sites.push(site)
  return createApp(site)
}
afterAll(() => Promise.all(sites.map(({ workshop }) => workshop.close())))

const app = await appWith()
const lantern = readFileSync('examples/agreements/lantern-1.md')
const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{constructor.constructor "x"}}`

/** Sends two files to be compared and follows to the page that shows them. */
async function compareFiles(
  left: [string, Buffer | string],
  right: [string, Buffer | string] = ['b.md', lantern],
) {
  return request(app)
    .post('/compare/files')
    .attach('left_file', Buffer.from(left[1]), left[0])
    .attach('right_file', Buffer.from(right[1]), right[0])
}

const docx = (document: string, others: Record<string, Uint8Array> = {}) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': Buffer.from(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': Buffer.from(document),
      ...others,
    }),
  )

describe('who may come in', () => {
  test('another host name that leads here reads nothing (DNS rebinding)', async () => {
    await request(app).get('/').set('Host', 'attacker.example').expect(421)
    await request(app).get('/').set('Host', '127.0.0.1.attacker.example').expect(421)
    await request(app).get('/').set('Host', 'localhost:4180').expect(200)
  })

  test('a form of another site is refused', async () => {
    const send = () => request(app).post('/draft/side-letter').type('form').send({ matter: 'A' })
    await send().set('Sec-Fetch-Site', 'cross-site').expect(403)
    await send().set('Origin', 'https://attacker.example').expect(403)
    await send().set('Origin', 'null').expect(403)
    await send().set('Sec-Fetch-Site', 'same-origin').expect(200)
  })

  test('a token opens pages and API, and nothing else does', async () => {
    const guarded = await appWith({ local: false, token: 'a-token-of-some-length' })
    await request(guarded).get('/').expect(401)
    await request(guarded).get('/compare/llama-2...llama-3.1').set('Cookie', 'clausebook=00').expect(401)
    const api = await request(guarded).get('/api/library').set('Authorization', 'Bearer wrong').expect(401)
    expect(api.type).toBe('application/problem+json')
    await request(guarded)
      .get('/api/library')
      .set('Authorization', 'Bearer a-token-of-some-length')
      .expect(200)
    await request(guarded).post('/sign-in').type('form').send({ token: 'wrong' }).expect(401)
    const signedIn = await request(guarded)
      .post('/sign-in')
      .type('form')
      .send({ token: 'a-token-of-some-length' })
      .expect(303)
    const [cookie] = signedIn.headers['set-cookie'] as unknown as string[]
    expect(cookie).toMatch(/Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain('a-token-of-some-length')
    await request(guarded).get('/').set('Cookie', cookie!.split(';')[0]!).expect(200)
    await request(guarded).get('/healthz').expect(200)
  })

  test('behind a sign-on proxy, whoever it does not name stays out', async () => {
    const guarded = await appWith({ local: false, trustProxyUser: 'X-Forwarded-User' })
    await request(guarded).get('/').expect(401)
    await request(guarded).get('/').set('X-Forwarded-User', 'dana').expect(200)
  })

  test('too many requests wait', async () => {
    const limited = await appWith({ perMinute: 3 })
    for (let at = 0; at < 3; at += 1) await request(limited).get('/').expect(200)
    const refused = await request(limited).get('/').expect(429)
    expect(refused.headers['ratelimit-policy']).toContain('3-in-1min')
    await request(limited).get('/healthz').expect(200)
  })
})

describe('files that mean harm', () => {
  test('larger than allowed', async () => {
    const small = await appWith({ largestUpload: 1000 })
    const sent = await request(small)
      .post('/compare/files')
      .field('left', 'llama-2')
      .attach('right_file', Buffer.alloc(2000, 'a'), 'a.txt')
    expect(sent.status).toBe(413)
  })

  test('a zip bomb', async () => {
    const zeros = new Uint8Array(210_000_000)
    const sent = await compareFiles(['bomb.docx', docx('<x/>', { 'word/media/a.bin': zeros })])
    expect(sent.status).toBe(422)
    expect(sent.text).toMatch(/unpacks to more than 200 MB/)
  })

  test('XML entities that multiply, and one that reads a file', async () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lollollollol">${'bcdefghij'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join(
        '',
      )}<!ENTITY file SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j; &file;</w:t></w:r></w:p></w:body></w:document>`
    const sent = await compareFiles(['entities.docx', docx(lol)])
    expect(sent.status).toBe(422)
    expect(sent.text).not.toContain('root:')
  })

  test('lists nested without end, and brackets that never close', async () => {
    const nested = Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')
    for (const words of [
      nested,
      '['.repeat(200_000),
      `${'<div>'.repeat(50_000)}words`,
      '*a_ '.repeat(50_000),
    ]) {
      const sent = await compareFiles(['deep.md', words])
      expect([303, 422, 503]).toContain(sent.status)
    }
  })

  test('work that does not end is ended, and the next is done', async () => {
    const hasty = await appWith({ workTime: 10 })
    const slow = await request(hasty)
      .post('/compare/files')
      .field('left', 'llama-2')
      .attach('right_file', Buffer.from('word '.repeat(400_000)), 'slow.txt')
    expect(slow.status).toBe(503)
    expect(slow.text).toContain('was ended')
  })

  test('a name that is a path, or HTML', async () => {
    const sent = await compareFiles([`../../../etc/${evil}.md`, lantern])
    expect(sent.status).toBe(303)
    const page = await request(app).get(sent.headers.location!).expect(200)
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toContain('<img')
    expect(page.text).not.toContain('../../etc')
    const redline = await request(app).get(`${sent.headers.location}?format=html`).expect(200)
    expect(redline.headers['content-disposition']).toMatch(/^attachment; filename="?[A-Za-z0-9.-]+"?$/)
  })

  test('words that are HTML, and cells that are formulas', async () => {
    const words = `# Terms\n\n1. ${evil} is licensed to you under this agreement.\n\n2. =HYPERLINK("http://attacker.example","x") is a term of it.\n\n+cmd|' /C calc'!A0\n`
    const sent = await compareFiles(['words.md', words])
    const page = await request(app).get(sent.headers.location!).expect(200)
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toMatch(/<img[^>]*onerror/)
    const csv = await request(app).get(`${sent.headers.location}?format=csv`).expect(200)
    expect(csv.text).not.toMatch(/(^|[,"\n])[=+@]\w/)
  })

  test('bytes that are no text', async () => {
    const sent = await compareFiles([
      'picture.md',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]),
    ])
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('picture.md is not a text')
  })
})

describe('addresses that mean harm', () => {
  test.each([
    '/compare/..%2F..%2Fetc%2Fpasswd...llama-2',
    '/compare/%2Fetc%2Fpasswd...llama-2',
    '/compare/package.json...llama-2',
    '/compare/examples%2Fagreements%2Flantern-1.md...llama-2',
    '/assets/..%2F..%2Fpackage.json',
    '/topics/__proto__',
    '/licenses/constructor',
    '/draft/..%2Fside-letter',
  ])('%s is no page', async (path) => {
    const answer = await request(app).get(path).expect(404)
    expect(answer.text).not.toContain('root:')
    expect(answer.text).not.toMatch(/at .*\.(js|ts):\d/)
  })

  test('a broken one is told as broken, and a query is words', async () => {
    await request(app).get('/topics/%E0%A4%A').expect(400)
    const page = await request(app).get(
      `/compare/llama-2...llama-3.1?text=restated&q=${encodeURIComponent(evil)}`,
    )
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script>alert')
    await request(app).get('/compare/llama-2...llama-3.1?text=restated&q[a]=1&view[]=x&group=').expect(200)
    await request(app).get('/compare/llama-2...llama-3.1?text=restated&format=exe').expect(400)
  })

  test('a failure is a problem document for a program', async () => {
    const answer = await request(app).get('/topics/none').set('Accept', 'application/json').expect(404)
    expect(answer.type).toBe('application/problem+json')
    expect(Object.keys(answer.body)).toEqual(['type', 'title', 'status', 'detail'])
  })
})

describe('facts that mean harm', () => {
  test('Handlebars, Markdown and HTML in every field stay words', async () => {
    const facts = {
      matter: evil,
      'client.name': evil,
      'client.address': '{{> side-letter}}\n[a](javascript:alert(1))\n:::clause{#x}',
      'client.principal_place_of_business': 'US',
      'models[0].model': 'Llama 3.1',
      'models[0].license': 'llama-3.1',
      'reach.monthly_active_users{0}.key': evil.replaceAll(/[{}]/g, ''),
      'reach.monthly_active_users{0}.users': '5',
      'document.author': '%HOME% #{process.env.HOME}',
    }
    const page = await request(app).post('/draft/side-letter').type('form').send(facts).expect(200)
    expect(page.text).toContain('class="paper"')
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toMatch(/<img/)
    expect(page.text).not.toMatch(/href="javascript:/)
    const yaml = await request(app)
      .post('/draft/side-letter')
      .type('form')
      .send({ ...facts, _do: 'yaml' })
      .expect(200)
    expect(yaml.headers['content-disposition']).toMatch(/filename="?[A-Za-z0-9.-]+\.yaml"?$/)
    const html = await request(app)
      .post('/draft/side-letter')
      .type('form')
      .send({ ...facts, _do: 'html' })
      .expect(200)
    expect(html.text).not.toContain('<script>alert')
  })

  test('YAML that multiplies, and JSON that nests', async () => {
    const laughs = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
      .join('\n')}`
    const opened = await request(app)
      .post('/draft/side-letter/open')
      .attach('matter', Buffer.from(laughs), 'laughs.yaml')
    expect(opened.status).toBeLessThan(500)
    const deep = `{"matter":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const asked = await request(app).post('/api/assess').type('json').send(deep)
    expect(asked.status).toBeGreaterThanOrEqual(400)
    expect(asked.status).toBeLessThan(500)
  })

  test('matters have plain names in their folder, whatever they are called', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-matters-'))
    const keeping = await appWith({ matters: folder })
    for (const matter of [
      '../../etc/passwd',
      'CON',
      '🦙'.repeat(40),
      'a'.repeat(300),
      '\u202efdp.exe',
      '.versions',
    ]) {
      await request(keeping).post('/draft/side-letter').type('form').send({ matter, _do: 'save' }).expect(303)
    }
    const names = readdirSync(folder).filter((name) => !/^\.(versions|audit\.jsonl)$/.test(name))
    expect(names).toHaveLength(6)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{0,70}\.yaml$/)
    writeFileSync(join(folder, '..', 'outside.yaml'), 'matter: Outside\n')
    await request(keeping).get('/draft/side-letter?matter=..%2Foutside').expect(404)
    await request(keeping).get('/matters/..%2Foutside/versions').expect(404)
  })

  test('who saves second is shown what the first one saved, and overwrites nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-matters-'))
    const keeping = await appWith({ matters: folder })
    const save = (body: object) =>
      request(keeping)
        .post('/draft/side-letter')
        .type('form')
        .send({ _do: 'save', ...body })
    await save({ matter: 'Shared' }).expect(303)
    const page = await request(keeping).get('/draft/side-letter?matter=shared').expect(200)
    const base = /name="_base" value="([0-9]+\.[0-9a-f]{32})"/.exec(page.text)![1]!
    const mine = { matter: 'Shared', _file: 'shared', _base: base }
    await save({ ...mine, 'client.name': 'First' }).expect(303)
    const second = await save({ ...mine, 'client.name': 'Second' }).expect(409)
    expect(second.text).toContain('First')
    expect(readFileSync(join(folder, 'shared.yaml'), 'utf8')).toContain('First')
    const [, now] = /name="base" value="([0-9]+\.[0-9a-f]{32})"/.exec(second.text)!
    const [, yaml] = /<textarea name="yaml" hidden>\n([^<]*)<\/textarea>/.exec(second.text)!
    await request(keeping).post('/matters/shared').type('form').send({ yaml, base: now }).expect(303)
    expect(readFileSync(join(folder, 'shared.yaml'), 'utf8')).toContain('Second')
    const versions = await request(keeping).get('/matters/shared/versions').expect(200)
    expect(versions.text.match(/Open this version/g)).toHaveLength(3)
  })
})

describe('a request that hangs', () => {
  test('a header that never ends does not hold the server', async () => {
    const server = createServer(app).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const { port } = server.address() as AddressInfo
    const slow = httpRequest({
      port,
      host: '127.0.0.1',
      path: '/',
      headers: { 'x-long': 'a'.repeat(20_000) },
    })
    slow.on('error', () => {})
    const status = await new Promise((done) =>
      slow.once('response', ({ statusCode }) => done(statusCode)).end(),
    )
    expect(status).toBe(431)
    server.close()
  })
})
