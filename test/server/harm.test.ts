import request from 'supertest'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'
import { milliseconds } from '../processor-time.ts'

const site = await openSite({
  perMinute: Number.POSITIVE_INFINITY,
  workPerMinute: Number.POSITIVE_INFINITY,
  largestUpload: 1_000_000,
})
const app = createApp(site)
afterAll(() => site.workshop.close())

/** The most that was computed while nobody else was answered, in milliseconds of processor time. */
async function longestSilence(doing: () => PromiseLike<unknown>): Promise<number> {
  let [last, longest] = [process.cpuUsage(), 0]
  const beat = () => {
    longest = Math.max(longest, milliseconds(last))
    last = process.cpuUsage()
  }
  const timer = setInterval(beat, 10)
  await doing()
  clearInterval(timer)
  beat()
  return longest
}

const open = (yaml: string) =>
  request(app).post('/draft/side-letter/open').attach('matter', Buffer.from(yaml), 'a.yaml')

describe('a matter that means harm', () => {
  test('with aliases that lead back to themselves is refused', async () => {
    const opened = await open('matter: A\nclient: &c\n  name: B\n  parent: *c\n').expect(422)
    expect(opened.text).toContain('is nested too deep, or within itself')
  })

  test('of brackets that never close keeps nobody else waiting', async () => {
    let status = 0
    const silence = await longestSilence(async () => {
      status = (await open('['.repeat(300_000))).status
    })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(silence).toBeLessThan(5000)
  })

  test('of more rows than a form has is told so, opened or sent', async () => {
    await open(`matter: A\nmodels:\n${'  - license: llama-2\n'.repeat(5000)}`).expect(413)
    const products = Array.from({ length: 4900 }, (_, at) => [`reach.monthly_active_users{${at}}.users`, '5'])
    const silence = await longestSilence(() =>
      request(app)
        .post('/draft/side-letter')
        .type('form')
        .send(Object.fromEntries([['matter', 'A'], ...products]))
        .expect(413),
    )
    expect(silence).toBeLessThan(5000)
  })

  test('of keys that objects have already is opened as words', async () => {
    const page = await open(
      'matter: A\n__proto__: {a: 1}\nnegotiation: {positions: {constructor: fallback}}\n',
    )
    expect(page.status).toBe(200)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('a request to the API that means harm', () => {
  const compare = (left: unknown, right: unknown = 'llama-2') =>
    request(app).post('/api/compare').send({ left, right })

  test('an id that is no id is refused before it is looked for', async () => {
    await compare('a'.repeat(500_000)).expect(400)
  })

  test('a file has the size and the name that a form’s file has', async () => {
    const file = (name: string, bytes: Buffer) => ({ name, base64: bytes.toString('base64') })
    await compare(file('a.md', Buffer.alloc(1_000_001, 'a'))).expect(413)
    const words = Buffer.from('1. You may use it.\n\n2. You may copy it.\n')
    const { body } = await compare(file('../../\u0000\u202egnp.md', words), file('b.md', words)).expect(200)
    expect(body.left.id).toBe('gnp.md')
  })

  test('a matter has 4 MB of JSON at most, and nests no deeper than it can be written', async () => {
    const assess = (json: string) => request(app).post('/api/assess').type('json').send(json)
    const deep = `{"matter":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`
    await assess(deep).expect(400)
    const silence = await longestSilence(() =>
      assess(JSON.stringify({ matter: { a: Array(2_500_000).fill(1) } })).expect(413),
    )
    expect(silence).toBeLessThan(5000)
  })
})

test('a form of files takes no more than it asks for', async () => {
  const full = request(app).post('/compare/files')
  for (let at = 0; at < 30; at += 1) full.field(`field-${at}`, 'x')
  await full.expect(400)
  await request(app)
    .post('/texts/import')
    .attach('texts', Buffer.alloc(2_000_000, 'a'), 'text.txt')
    .expect(413)
})

test('a file that was sent is gone after an hour, and so are the pages made of it', async () => {
  const sent = await request(app)
    .post('/compare/files')
    .attach('left_file', Buffer.from('1. Our public clause.\n'), 'public.txt')
    .attach('right_file', Buffer.from('1. Our secret clause.\n'), 'secret.txt')
  const address = sent.headers.location!
  const page = await request(app).get(address).expect(200)
  expect(page.text).toContain('secret')
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61 * 60 * 1000)
  const gone = await request(app).get(address).expect(404)
  later.mockRestore()
  expect(gone.text).not.toContain('secret')
})
