import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'
import { beginsJob } from './job-with-all.ts'

const matters = mkdtempSync(join(tmpdir(), 'clausebook-jobs-page-'))
const site = await openSite({ matters, trustProxyUser: 'X-Forwarded-User' })
const app = createApp(site)
afterAll(async () => {
  await site.workshop.close()
  rmSync(matters, { recursive: true })
})

const get = (address: string) => request(app).get(address).set('X-Forwarded-User', 'dana')
const post = (address: string, words: object = {}) =>
  request(app).post(address).set('X-Forwarded-User', 'dana').type('form').send(words)

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

  // Nothing waits that could be cancelled, and why once more is asked for.
  expect((await post(`/jobs/${id}/cancel`).expect(422)).text).toContain(`nothing of job ${id} waits`)
  expect((await post(`/jobs/${id}/retry`).expect(422)).text).toContain('say why it may come out otherwise')
  await post(`/jobs/${id}/retry`, { reason: 'texts <b>are</b> there' }).expect(303)
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
