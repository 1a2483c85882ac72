import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'

const app = createApp(await openSite())

describe('without the official texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-no-texts-'))

  test('restatements are compared and said to be, and asking for the words tells how to get them', async () => {
    const bare = createApp(await openSite({ textsFolder: folder, offline: true }))
    const page = await request(bare).get('/compare/llama-2...llama-3.1').expect(200)
    expect(page.text).toMatch(/The official texts of llama-2.* and llama-3\.1.* are not here/)
    const asked = await request(bare).get('/compare/llama-2...llama-3.1?text=official').expect(404)
    expect(asked.text).toContain('href="/texts"')
    await request(bare).post('/texts/fetch').expect(409)
  })

  test('a text that is imported is recognised by its words, and what is none is named', async () => {
    const bare = createApp(await openSite({ textsFolder: folder, offline: true }))
    const sent = await request(bare)
      .post('/texts/import')
      .attach('texts', Buffer.from('Some words of our own.'), '../../notes.txt')
      .expect(200)
    expect(sent.text).toMatch(/notes\.txt<\/th>[\s\S]*is like no text of the library/)
  })

  test('nothing differs between a text and itself', async () => {
    const page = await request(app).get('/compare/llama-2...llama-2?text=restated').expect(200)
    expect(page.text).toContain('Nothing differs')
    const again = await request(app)
      .get('/compare/llama-2...llama-2?text=restated')
      .set('If-None-Match', page.headers.etag!)
    expect(again.status).toBe(304)
  })
})

describe('the pages', () => {
  test('let a reader choose and compare', async () => {
    const home = await request(app).get('/').expect(200)
    expect(home.text).toContain('<option value="llama-4/use-policy">')
    const chosen = await request(app).get('/compare?left=llama-2&right=llama-3.1/use-policy').expect(303)
    expect(chosen.headers.location).toBe('/compare/llama-2...llama-3.1/use-policy')
    const page = await request(app).get('/compare/llama-2...llama-3.1').expect(200)
    expect(page.text).toContain('<ins>')
    expect(page.text).toContain('What changed, and so what')
  })

  test('say what is wrong, without a stack', async () => {
    const unknown = await request(app).get('/compare/%3Cscript%3E...llama-2').expect(404)
    expect(unknown.text).not.toContain('<script>')
    expect(unknown.text).not.toMatch(/\.[jt]s:\d/)
    await request(app).get('/nowhere').expect(404)
  })

  test('have no script, style or picture in them or from elsewhere', async () => {
    const page = await request(app).get('/compare/llama-2...llama-3.1').expect(200)
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(page.text).not.toMatch(/<style|style="|<script(?! type="module" src="\/assets\/)| on\w+="/)
  })
})
