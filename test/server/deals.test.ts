import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { readMarks } from '../../src/deal/index.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { answer } from '../deal/counterparty.ts'
import { addendum, fallbacksOf, openedDeal } from '../deal/deal.ts'
import { describedBy } from './described.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-deals-page-'))
const deals = join(folder, 'deals')
mkdirSync(deals)
const matter = readFileSync('examples/vendor-saas.yaml')
const sent = await addendum()
const site = await openSite({ deals, workTime: 60_000 })
const app = createApp(site)
afterAll(async () => {
  await site.workshop.close()
  rmSync(folder, { recursive: true })
})

const binary = (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}
const fileAt = async (address: string) => {
  const { body } = await request(app)
    .get(address)
    .buffer(true)
    // supertest knows Node's stream by its own type.
    .parse(binary as never)
    .expect(200)
  return new Uint8Array(body as Buffer)
}
const documentOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)
/** What leaves says nothing of our levels. */
const levels = /walk-away|walk_away|fallback|preferred|playbook/i

describe('a deal that is kept', () => {
  test('is opened, gets its return, and is answered, each on its page', async () => {
    const none = await request(app).get('/deals').expect(200)
    expect(none.text).toContain('None yet.')
    const opened = await request(app)
      .post('/deals')
      .attach('matter_file', matter, 'matter.yaml')
      .attach('sent_1', Buffer.from(sent), 'addendum.docx')
      .field('name', 'Tidewater 2026')
      .field('on', '2026-01-05')
      .expect(303)
    expect(opened.headers.location).toBe('/deals/Tidewater%202026')
    const marked = await fileAt('/deals/Tidewater%202026/sent/1')
    expect(documentOf(marked)).toMatch(/w:name="_cb[0-9a-f]{12}"/)
    const marks = readMarks(readFileSync(join(deals, 'Tidewater 2026', '1-marks.json'), 'utf8'), 'marks')
    const them = { author: 'Pat Lee', date: '2026-02-03T10:00:00Z' }
    const { bytes: returned } = answer(marked, marks, fallbacksOf(await openedDeal()), 3, them)
    await request(app)
      .post('/deals/Tidewater%202026/returned')
      .attach('returned', Buffer.from(returned), 'back <b>.docx')
      .field('by', 'Pat Lee')
      .field('on', '2026-02-03')
      .expect(303)
    const { text } = await request(app).get('/deals/Tidewater%202026').expect(200)
    expect(text).toContain('Sent 2026-01-05')
    expect(text).toContain('back 2026-02-03 from Pat Lee')
    expect(text).toMatch(/With Tidewater Software, Inc\.: Of 24 points \d+ (is|are) agreed/)
    expect(text.match(/<th scope="row" role="rowheader"><a href="#p-/g)).toHaveLength(24)
    expect(text.match(/<th scope="col" role="columnheader">Round \d/g)).toHaveLength(1)
    expect(text).toMatch(/data-look="bad">refused/)
    expect(text).toMatch(/<del>.+<\/del>|<ins>.+<\/ins>/)
    const again = await request(app)
      .post('/deals/Tidewater%202026/returned')
      .attach('returned', Buffer.from(returned), 'back.docx')
      .field('on', 'soon')
    expect(again.status).toBe(422)
    expect(again.text).toContain('a day is written like')
    const undone = await request(app).post('/deals/Tidewater%202026/undo').expect(303)
    const waiting = await request(app).get(String(undone.headers.location)).expect(200)
    expect(waiting.text).toContain('no answer yet; back &lt;b&gt;.docx was added and taken back')
    expect(existsSync(join(deals, 'Tidewater 2026', '1-returned.docx'))).toBe(false)
    await request(app)
      .post('/deals/Tidewater%202026/returned')
      .attach('returned', Buffer.from(returned), 'back.docx')
      .field('by', 'Pat Lee')
      .field('on', '2026-02-03')
      .expect(303)
    const { body: description } = await request(app).get('/api/openapi.json').expect(200)
    const expectDescribed = describedBy(description)
    const api = async (path: string, of: string) => {
      const { body } = await request(app).get(path).expect(200)
      expectDescribed(of, 'get', 200, 'application/json', body)
      return body
    }
    expect(await api('/api/deals', '/api/deals')).toEqual({
      deals: [{ name: 'Tidewater 2026', rounds: 1, on: '2026-02-03', back: true }],
    })
    const status = await api('/api/deals/Tidewater%202026', '/api/deals/{name}')
    expect(status.points).toHaveLength(24)
    const { id } = status.points[0].point
    const address = `/api/deals/Tidewater%202026/points/${id}`
    expect(await api(address, '/api/deals/{name}/points/{point}')).toEqual(status.points[0])
    await request(app).get('/api/deals/Tidewater%202026/points/poem').expect(404)
    const csv = strFromU8(await fileAt('/deals/Tidewater%202026/issues?format=csv'))
    expect(csv).toContain('Issue,Section,Asked')
    const answered = await request(app)
      .post('/deals/Tidewater%202026/answer')
      .type('form')
      .send({})
      .expect(303)
    expect(answered.headers.location).toMatch(/^\/deals\/answers\/[0-9a-f]{32}$/)
    const file = await fileAt(`${answered.headers.location}/file`)
    expect(file).toEqual(new Uint8Array(readFileSync(join(deals, 'Tidewater 2026', '2-sent.docx'))))
    for (const [name, part] of Object.entries(unzipSync(file)))
      if (name.endsWith('.xml')) expect(strFromU8(part), name).not.toMatch(levels)
  })

  test('has approved what whoever approves was shown, and nothing that was conceded since', async () => {
    const file = join(deals, 'Tidewater 2026', 'deal.yaml')
    const before = readFileSync(file, 'utf8')
    expect(before).not.toContain('concessions')
    const { body: status } = await request(app).get('/api/deals/Tidewater%202026').expect(200)
    const [one, other] = status.points.map(({ point }: { point: { id: string } }) => point.id)
    const conceded = (...points: string[]) =>
      `${before}concessions:\n${points.map((point) => `  - { point: ${point}, round: 2, approver: Counsel }\n`).join('')}`
    const address = '/deals/Tidewater%202026'
    const shown = async () => {
      const { text } = await request(app).get(address).expect(200)
      return /name="approving" value="([^"]*)"/.exec(text)?.[1]
    }
    const approve = (approving: string | undefined) =>
      request(app).post(`${address}/approve`).type('form').send({ approve: 'Ada', approving })
    writeFileSync(file, conceded(one))
    const seen = await shown()
    expect(seen).toBe(`${one}:2`)
    writeFileSync(file, conceded(one, other))
    const { text } = await approve(seen).expect(422)
    expect(text).toContain('not what was shown, so nothing was approved')
    expect(text).toContain(`${other} (round 2)`)
    expect(readFileSync(file, 'utf8')).toBe(conceded(one, other))
    await approve(await shown()).expect(303)
    expect(readFileSync(file, 'utf8').match(/by: Ada/g)).toHaveLength(2)
  })

  test('is a folder right there, and no link, path or hidden one', async () => {
    mkdirSync(join(folder, 'outside'))
    writeFileSync(join(folder, 'outside', 'deal.yaml'), 'version: 1\n')
    symlinkSync(join(folder, 'outside'), join(deals, 'link'))
    mkdirSync(join(deals, '.hidden'))
    mkdirSync(join(deals, 'no deal'))
    mkdirSync(join(deals, 'broken'))
    writeFileSync(join(deals, 'broken', 'deal.yaml'), 'version: 7\n')
    for (const name of ['link', '.hidden', 'no%20deal', '..%2Foutside', '%2Fetc', 'poem'])
      await request(app).get(`/deals/${name}`).expect(404)
    const { text } = await request(app).get('/deals').expect(200)
    expect(text).not.toContain('href="/deals/link"')
    expect(text).not.toContain('href="/deals/no deal"')
    expect(text).toMatch(/href="\/deals\/broken".*class="wrong"/s)
    const post = (name: string) =>
      request(app)
        .post('/deals')
        .attach('matter_file', matter, 'm.yaml')
        .attach('sent_1', Buffer.from(sent), 'a.docx')
        .field('name', name)
    for (const name of ['../outside-2', '.x', 'a/b', 'x.yaml'])
      expect((await post(name)).text).toContain('a deal is named by letters')
    expect((await post('no deal')).text).toContain('there is a deal no deal already')
    expect(existsSync(join(folder, 'outside-2'))).toBe(false)
  })

  test('that cannot be opened leaves nothing, and what was typed comes back', async () => {
    const response = await request(app)
      .post('/deals')
      .attach('matter_file', matter, 'matter.yaml')
      .attach('sent_1', Buffer.from('no Word file'), 'addendum.docx')
      .field('name', 'Second')
      .field('owner', 'Dana & Co')
    expect(response.status).toBe(422)
    expect(response.text).toContain('addendum.docx')
    expect(response.text).not.toContain(tmpdir())
    expect(response.text).toContain('value="Dana &amp; Co"')
    expect(existsSync(join(deals, 'Second.matter.yaml'))).toBe(false)
  })
})

describe('turns that are dropped in', () => {
  test('are read in memory, and answered, by a server that keeps no deals', async () => {
    const opened = await openedDeal()
    const them = { author: 'Pat Lee', date: '2026-02-03T10:00:00Z' }
    const { bytes: returned, done } = answer(opened.bytes, opened.marks, fallbacksOf(opened), 5, them)
    const shown = await request(app)
      .post('/deals')
      .attach('matter_file', matter, 'matter.yaml')
      .attach('sent_1', Buffer.from(sent), 'addendum.docx')
      .attach('returned_1', Buffer.from(returned), 'theirs.docx')
      .expect(303)
    const address = String(shown.headers.location)
    expect(address).toMatch(/^\/deals\/dropped\/[0-9a-f]{32}$/)
    const { text } = await request(app).get(address).expect(200)
    expect(text).toContain('Sent addendum.docx; back theirs.docx.')
    const refused = [...done.acts].filter(([, act]) => act === 'refuse').map(([point]) => point)
    expect(refused.length).toBeGreaterThan(0)
    for (const point of refused) {
      const [row] = new RegExp(`<a href="#p-${point}">[\\s\\S]*?</tr>`).exec(text) ?? []
      expect(row, point).toContain('refused')
    }
    expect(strFromU8(await fileAt(`${address}/issues?format=csv`))).toContain('Issue,Section')
    const wrong = { accept: 'no-training', author: 'Kim Roe', 'ask.ask-1-2': 'refuse' }
    const unknown = await request(app).post(`${address}/answer`).type('form').send(wrong).expect(422)
    expect(unknown.text).toContain('choose one of the list')
    expect(unknown.text).toContain('value="no-training" checked')
    expect(unknown.text).toContain('value="Kim Roe"')
    const answered = await request(app).post(`${address}/answer`).type('form').send({ accept: 'no-training' })
    expect(answered.status).toBe(303)
    const said = await request(app).get(String(answered.headers.location)).expect(200)
    expect(said.text).toContain('have no reply')
    const file = await fileAt(`${answered.headers.location}/file`)
    expect(documentOf(file)).toContain('<w:ins ')
    for (const [name, part] of Object.entries(unzipSync(file)))
      if (name.endsWith('.xml')) expect(strFromU8(part), name).not.toMatch(levels)
  })

  test.each([
    ['nothing', {}, 'choose what we sent'],
    ['a return alone', { returned_1: 'a.docx' }, 'choose what we sent in turn 1 too'],
    [
      'a turn after one that never came back',
      { sent_1: 'a.docx', sent_2: 'b.docx' },
      'what came back in turn 1',
    ],
    ['no matter', { sent_1: 'a.docx' }, 'choose the matter'],
  ])('are refused on the form: %s', async (_, files, words) => {
    const post = request(app).post('/deals')
    for (const [field, name] of Object.entries(files)) post.attach(field, Buffer.from(sent), name)
    const { status, text } = await post.field('vendor', 'Tidewater')
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(text).toContain('value="Tidewater"')
  })

  test('a server without a folder keeps none', async () => {
    const without = await openSite()
    try {
      const one = createApp(without)
      await request(one).get('/deals/Tidewater%202026').expect(404)
      expect((await request(one).get('/deals').expect(200)).text).not.toContain('name="name"')
    } finally {
      await without.workshop.close()
    }
  })
})
