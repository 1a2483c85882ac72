import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import request, { type Response } from 'supertest'
import { afterAll, expect, test, vi } from 'vitest'
import { readRecord } from '../../src/register/record.ts'
import { openBatches } from '../../src/server/batches.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { beginsJob } from './job-with-all.ts'

const matters = mkdtempSync(join(tmpdir(), 'clausebook-jobs-page-'))
const register = mkdtempSync(join(tmpdir(), 'clausebook-jobs-register-'))
const site = await openSite({ matters, register, trustProxyUser: 'X-Forwarded-User' })
const app = createApp(site)
/** Where nobody works on what is queued. */
const idle = createApp({ ...site, batches: undefined })
afterAll(async () => {
  await site.batches!.end()
  await site.workshop.close()
  for (const folder of [matters, register]) rmSync(folder, { recursive: true })
})

const get = (address: string, from = app) => request(from).get(address).set('X-Forwarded-User', 'dana')
const post = (address: string, words: object = {}, to = app) =>
  request(to).post(address).set('X-Forwarded-User', 'dana').type('form').send(words)

test('jobs are shown where there are any, with what failed and why, cancelled and done once more', async () => {
  expect((await get('/jobs').expect(200)).text).toContain('None yet')
  expect((await get('/draft').expect(200)).text).not.toContain('href="/jobs"')
  const id = await beginsJob(site.store!)
  expect((await get('/draft').expect(200)).text).toContain('href="/jobs"')
  const list = await get('/jobs').expect(200)
  expect(list.text).toContain(`<a href="/jobs/${id}">vendor-addendum for &lt;b&gt;.csv</a>`)
  expect(list.text).toContain('2 of 4')

  const { text } = await get(`/jobs/${id}`).expect(200)
  expect(text).toContain('Failed')
  expect(text).not.toContain('<script')
  expect(text).toContain('<strong>&lt;b&gt;.csv:3</strong> vendor.kind: expected one of saas')
  expect(text).toMatch(/3 to 4<\/th><td>failed for good<\/td><td>3 times<\/td><td>here 1<\/td><td>no texts/)
  expect(text).toMatch(/ lee: queued/)
  expect((await get(`/jobs/${id}`).set('Accept', 'application/json').expect(200)).body).toEqual({
    done: 2,
    total: 4,
    ended: true,
  })

  // What is less than our lowest level is looked at, and approved by its digest.
  expect(text).toMatch(
    />A<\/a><small>4bf5122f3445<\/small>.*Incidents is left out by decision\..*Security officer/,
  )
  const [, sha256] = /name="draft" value="([0-9a-f]{64})"/.exec(text)!
  const draft = await get(`/jobs/${id}/drafts/${sha256}`).expect(200).buffer(true).parse(whole)
  expect([...draft.body]).toEqual([1])
  await get(`/jobs/${id}/drafts/${'0'.repeat(64)}`).expect(404)
  const asked = { word: 'approved', draft: sha256 }
  expect((await post(`/jobs/${id}/decide`, { draft: sha256 }).expect(422)).text).toContain('say whether')
  expect((await post(`/jobs/${id}/decide`, { word: 'approved' }).expect(422)).text).toContain('name some')
  const stale = await post(`/jobs/${id}/decide`, { ...asked, draft: '0'.repeat(64) }).expect(422)
  expect(stale.text).toContain('does not wait any more')
  await post(`/jobs/${id}/decide`, asked).expect(303)
  const decided = (await get(`/jobs/${id}`)).text
  expect(decided).toMatch(/>A<\/a>: Approved by dana, /)
  expect(decided).not.toContain('Waits for approval')
  expect(decided).toContain('dana: approved draft 1')
  await post(`/jobs/${id}/decide`, asked).expect(422)

  // Nothing waits that could be cancelled, and why once more is asked for.
  expect((await post(`/jobs/${id}/cancel`).expect(422)).text).toContain(`nothing of job ${id} waits`)
  expect((await post(`/jobs/${id}/retry`).expect(422)).text).toContain('say why it may come out otherwise')
  await post(`/jobs/${id}/retry`, { reason: 'texts <b>are</b> there' }, idle).expect(303)
  const again = (await get(`/jobs/${id}`).expect(200)).text
  expect(again).toContain('dana: retried: texts &lt;b&gt;are&lt;/b&gt; there')
  expect(again).toContain('<script')
  expect(again).toMatch(/<noscript><meta http-equiv="refresh"/)
  await post(`/jobs/${id}/cancel`).expect(303)
  expect((await get(`/jobs/${id}`).expect(200)).text).toContain('Cancelled')
  for (const address of ['/jobs/00000000', '/jobs/..%2f..']) await get(address).expect(404)
  await post('/jobs/00000000/cancel').expect(404)
  await request(app).get('/jobs').expect(401)
})

test('drafts for the vendors that a list shows are made by the server itself, and taken along as one file', async () => {
  const yaml = readFileSync('examples/vendor-saas.yaml', 'utf8').replace(
    'relation: ours',
    'relation: ours\n  positions: { incidents: off }',
  )
  const { name } = await site.store!.matters.save({ yaml, by: 'dana' })
  for (const [vendor, status] of [
    ['Foxglove', 'asked'],
    ['Marram', 'asked'],
    ['Thrift', 'declined'],
  ] as const) {
    const facts = {
      ...{ product: 'Notes', kind: 'saas', form: 'a company', address: 'Quay 1' },
      models: ['Llama 3.3'],
    }
    const record = {
      vendor: { name: vendor, ...facts },
      status,
      ids: {},
      dates: {},
      levels: {},
      figures: {},
      files: [],
    }
    await site.register!.save(record as never, 'dana')
  }
  for (const product of ['Notes', 'Letters']) {
    const vendor = { name: 'Sedge', product, kind: 'saas', form: 'a company', models: ['Llama 3.3'] }
    const record = {
      vendor,
      status: 'answered',
      ids: { po: '7' },
      dates: {},
      levels: {},
      figures: {},
      files: [],
    }
    await site.register!.save(record as never, 'dana')
  }
  const page = (await get('/vendors?status=asked').expect(200)).text
  expect(page).toContain('Draft for these 2 vendors')
  expect(page).toContain('<option value="#po">')
  expect(page).toContain(`<option value="${name}">`)

  const asked = { document: 'vendor-addendum', matter: name, query: 'status=asked', blanks: 'yes' }
  const wrong = await post('/vendors/drafts', { ...asked, document: 'risk-memo' }).expect(422)
  expect(wrong.text).toContain('a batch is of vendor-addendum, vendor-questionnaire or vendor-amendment')
  await post('/vendors/drafts', { ...asked, query: 'status=ended' }).expect(422)
  const products = { ...asked, query: 'status=answered' }
  const one = (await post('/vendors/drafts', { ...products, group: 'vendor' }).expect(303)).headers.location!
  expect((await get(one).expect(200)).text).toMatch(/of 1 done/)
  await post('/vendors/drafts', { ...products, group: '#po' }).expect(303)
  await post('/vendors/drafts', { ...products, group: 'product' }).expect(422)
  const job = (await post('/vendors/drafts', asked).expect(303)).headers.location!
  await expect
    .poll(async () => (await get(job).set('Accept', 'application/json')).body.ended, { timeout: 120_000 })
    .toBe(true)
  const done = (await get(job).expect(200)).text
  expect(done).toContain('<span id="done">2</span> of 2 done')
  expect(done).toContain(`href="${job}/file"`)
  const file = await get(`${job}/file`).buffer(true).parse(whole)
  const files = unzipSync(file.body)
  expect(Object.keys(files)).toEqual(['Foxglove.docx', 'Marram.docx', 'summary.csv', 'summary.html'])
  // The matter leaves out a clause that the library leaves to somebody.
  expect(strFromU8(files['summary.csv']!)).toContain(
    'needs the approval of Chief information security officer',
  )
  expect(done.match(/name="draft"/g)).toHaveLength(2)
  const vendor = (await get('/vendors/marram-notes').expect(200)).text
  expect(vendor).toMatch(/The draft for Marram waits for the approval of Chief information security officer/)
  // Without people who are told apart it is said, and no more.
  const base = /name="base" value="([^"]+)"/.exec(vendor)![1]
  await post('/vendors/marram-notes', { status: 'sent', base }).expect(303)
})

test('several papers on the page of reviews are a job, with what a person has to read first', async () => {
  const paper = 'examples/papers/tidewater-terms.md'
  const sent = request(app).post('/review').set('X-Forwarded-User', 'dana')
  const answer = await sent
    .attach('paper', paper)
    .attach('paper', Buffer.from('no Word file'), 'broken <b>.docx')
    .attach('matter_file', 'examples/vendor-saas.yaml')
    .expect(303)
  const address = answer.headers.location!
  expect(address).toMatch(/^\/jobs\/[0-9a-f]{8}$/)
  await expect
    .poll(async () => (await get(address).set('Accept', 'application/json')).body.ended, { timeout: 120_000 })
    .toBe(true)
  const { text } = await get(address).expect(200)
  expect(text).toContain('<h1>review of 2 papers</h1>')
  expect(text).toContain('of 1 of them there is no report')
  expect(text).toMatch(/Papers that were not reviewed<\/h2>\s*<ul><li><strong>broken &lt;b&gt;\.docx/)
  expect(text).toMatch(
    /To be read by a person<\/h2>[\s\S]*<th scope="row">tidewater-terms\.md<\/th><td>against a license/,
  )
  expect((await get('/jobs').expect(200)).text).toContain('review of 2 papers')
  // A server that keeps no jobs reviews one at a time.
  const alone = request(createApp({ ...site, batches: undefined }))
    .post('/review')
    .set('X-Forwarded-User', 'dana')
  const refused = await alone
    .attach('paper', paper)
    .attach('paper', paper)
    .attach('matter_file', 'examples/vendor-saas.yaml')
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('send one at a time')])
})

test('a job that is cancelled and removed while it is under way, or that cannot be kept, ends nothing of the server', async () => {
  const store = site.store!
  const vendors = [
    {
      id: 'marram',
      record: readRecord('vendor: { name: Marram, kind: saas, models: [Llama 3.3] }', 'marram.yaml'),
      base: '',
    },
  ]
  const batches = openBatches(store, false, { workTime: 60_000 })
  const warned: string[] = []
  const warn = ({ message }: Error) => warned.push(message)
  process.on('warning', warn)
  const begun = () => batches.begin({ document: 'vendor-addendum', vendors, blanks: true, by: 'dana' })
  const { id } = await begun()
  await expect.poll(async () => (await store.jobs.open(id)).state, { interval: 5 }).toBe('at work')
  await store.jobs.cancel(id, 'dana')
  await store.jobs.remove(id, 'dana')
  // What no part of ours foresees waits, is logged, and is tried again with whatever comes next.
  const next = vi.spyOn(store.jobs, 'next').mockRejectedValueOnce(new Error('no disk'))
  const other = await begun()
  await expect.poll(() => warned.join()).toContain('at a job: Error: no disk')
  next.mockRestore()
  batches.goOn()
  await expect.poll(async () => (await store.jobs.open(other.id)).state).toBe('done')
  process.off('warning', warn)
  await batches.end()
})

/** The bytes of an answer, whatever they are. */
function whole(sent: Response, end: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = []
  sent.on('data', (piece: Buffer) => pieces.push(piece))
  sent.on('end', () => end(null, Buffer.concat(pieces)))
}
