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

describe('the page of a comparison', () => {
  const send = async (left: string, right: string, query = '') => {
    const sent = await request(app)
      .post('/compare/files')
      .attach('left_file', Buffer.from(left), 'ours.html')
      .attach('right_file', Buffer.from(right), 'theirs.html')
      .expect(303)
    return (await request(app).get(`${sent.headers.location}${query}`).expect(200)).text
  }
  const priced = (price: string) =>
    `<h1>Supply Agreement</h1><ol><li>Fees are in the table.</li></ol><table><tr><td colspan="2">Fees</td></tr><tr><td>Setup</td><td>${price}</td></tr><tr><td>Support</td><td>2,000</td></tr></table>`

  test('shows a table as a table, with the marks in its cells', async () => {
    const page = await send(priced('1,000'), priced('1,500'))
    expect(page).toMatch(/<td colspan="2" id="clause-\d+" class="identical">/)
    expect(page).toMatch(/<td id="clause-\d+" class="changed">.*<del>1,000<\/del><ins>1,500<\/ins>/)
    expect(page).toMatch(/href="#table-1"/)
  })

  test('shows of a table, where changes alone are asked for, the row of the change and the first', async () => {
    const page = await send(priced('1,000'), priced('1,500'), '?show=changed')
    expect(page).toContain('Setup')
    expect(page).not.toContain('Support')
  })

  test('counts differences of typography alone, and shows them behind a link', async () => {
    const [left, right] = ['“Model” means the model.', '"Model" means the model.'].map(
      (text) => `<ol><li>Scope. This is the scope of it.</li><li>${text}</li></ol>`,
    )
    const page = await send(left!, right!)
    expect(page).not.toContain('--typography')
    const [, href] = /not shown as changes?\. <a href="([^"]*)"/.exec(page) ?? []
    const address = href!.replaceAll('&#x3D;', '=')
    expect(address).toContain('typography=shown')
    const shown = await request(app).get(address).expect(200)
    expect(page).not.toContain('<ins>"')
    expect(shown.text).toMatch(/<ins>(?:"|&quot;)/)
  })

  test('has the digests of both texts, and finds a clause by its path', async () => {
    const { text } = await request(app).get('/compare/llama-3.1...llama-3.2?text=restated').expect(200)
    expect(text).toMatch(/Agreement: SHA-256[\s\S]*Use policy: SHA-256/)
    for (const part of ['agreement', 'use-policy']) expect(text).toContain(`id="part-${part}"`)
  })
})

describe('the pages', () => {
  test('tell whoever is sent a link what it leads to', async () => {
    const sentenceOf = async (path: string) => {
      const { text } = await request(app).get(path).expect(200)
      return /<meta property="og:description" content="([^"]+)">/.exec(text)?.[1]
    }
    expect(await sentenceOf('/compare/llama-2...llama-3.1?text=restated')).toMatch(
      /^New duties: “Built with” display, .* Freer: Improving other models\. The same: \d+ of \d+ clauses of the agreement/,
    )
    expect(await sentenceOf('/topics/user-threshold')).toMatch(/\?$/)
    for (const path of [
      '/',
      '/assess',
      '/timeline',
      '/matrix',
      '/licenses/llama-3.1',
      '/compare/files',
      '/about',
    ])
      expect([path, await sentenceOf(path)]).toEqual([path, expect.stringMatching(/^[A-Z].{20}/)])
  })

  test('of a license begin with what one may do, and end with the pins', async () => {
    const { text } = await request(app).get('/licenses/llama-2').expect(200)
    expect(/<h2 [^>]*>([^<]+)/.exec(text)?.[1]).toBe('What may we do')
    expect(text).toMatch(/>cannot<\/b><\/dt><dd>[^\n]*Improving other models/)
    expect(text.indexOf('id="texts"')).toBeGreaterThan(text.indexOf('id="topics"'))
  })

  test('of a topic show what differs, the newest license first', async () => {
    const { text } = await request(app).get('/topics/built-with-display').expect(200)
    const table = /<table class="matrix">([\s\S]*?)<\/table>/.exec(text)![1]!
    expect(/licenses\/(llama-[\d.]+)"/.exec(table)?.[1]).toBe('llama-4')
    for (const [, row] of table.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)) {
      const values = [...row!.matchAll(/<td>([^<]*)<\/td>/g)].map(([, value]) => value)
      expect(new Set(values.filter((value) => value !== '—')).size).toBeGreaterThan(1)
    }
  })

  test('let a reader choose and compare', async () => {
    const home = await request(app).get('/').expect(200)
    expect(home.text).toContain('<option value="llama-4/use-policy">')
    const chosen = await request(app).get('/compare?left=llama-2&right=llama-3.1/use-policy').expect(303)
    expect(chosen.headers.location).toBe('/compare/llama-2...llama-3.1/use-policy')
    const page = await request(app).get('/compare/llama-2...llama-3.1').expect(200)
    expect(page.text).toContain('<ins>')
    expect(page.text).toContain('What changed, and so what')
  })

  test('give a form back where a side is missing, with the file that was sent, and let nobody keep what is made of it', async () => {
    const own = Buffer.from('# Terms\n\n1. The kitten purrs at breakfast.')
    const post = request(app).post('/compare/files').attach('left_file', own, 'Prüfung.md')
    const { text } = await post.field('right', '').expect(422)
    expect(text).toContain('<p class="wrong" id="right-wrong">“To” has neither')
    const [, kept] = /<option value="(upload-[0-9a-f]{32})" selected>Prüfung\.md</.exec(text) ?? []
    const again = await request(app)
      .post('/compare/files')
      .field('left', kept!)
      .field('right', 'llama-2')
      .expect(303)
    const page = await request(app).get(String(again.headers.location)).expect(200)
    expect(page.headers['cache-control']).toBe('private, no-store')
    const file = await request(app).get(`${again.headers.location}?format=csv`).expect(200)
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="Prufung.md-llama-2.csv"; filename*=UTF-8''Pr%C3%BCfung.md-llama-2.csv`,
    )
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
      "default-src 'none';script-src 'self';style-src 'self';font-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(page.text).not.toMatch(/<style|style="|<script(?! type="module" src="\/assets\/)| on\w+="/)
  })
})
