import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'

const app = createApp(await openSite())
const harrow = readFileSync('examples/vendor-saas.yaml', 'utf8')
const form = {
  matter: 'Project Zebraquill',
  role: 'customer',
  'client.name': 'Harrow Insurance Company',
  'vendor.name': 'Tidewater Software, Inc.',
  'vendor.kind': 'saas',
  'vendor.models': 'Llama 3.3',
}

const sent = (document: string, more: object) =>
  request(app)
    .post(`/draft/${document}`)
    .type('form')
    .send({ ...form, ...more })

describe('the choices of a document', () => {
  test('stand on its page where it has them', async () => {
    const page = async (document: string) => (await request(app).get(`/draft/${document}`).expect(200)).text
    const addendum = await page('vendor-addendum')
    for (const name of ['_form', '_cover', '_counterparty', '_conflicts'])
      expect(addendum).toContain(`name="${name}"`)
    const letter = await page('side-letter')
    expect(letter).toContain('name="_counterparty"')
    expect(letter).not.toContain('name="_cover"')
    expect(await page('risk-memo')).not.toMatch(/name="_(?:counterparty|form|cover)"/)
  })

  test('are what the preview and the file are made by, and are kept', async () => {
    const chosen = { _form: 'terms', _cover: 'yes', _counterparty: 'yes' }
    const page = await sent('vendor-addendum', { ...chosen, _do: 'preview' }).expect(200)
    expect(page.text).toMatch(/<option value="terms" selected>/)
    expect(page.text).toMatch(/name="_cover" value="yes" checked/)
    expect(page.text).toMatch(/name="_counterparty" value="yes" checked/)
    expect(page.text).toContain('Standard terms')
    const preview = page.text.slice(page.text.indexOf('id="preview"'))
    expect(preview).not.toMatch(/Record of the clauses|Draft for review/)
    const file = await sent('vendor-addendum', { ...chosen, _do: 'docx' })
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
      .expect(200)
    const words = Object.values(unzipSync(new Uint8Array(file.body as Buffer)))
      .map((part) => strFromU8(part))
      .join('\n')
    expect(words).not.toMatch(/Zebraquill|lausebook|Draft for review/)
    expect(words).toContain('Subject to contract')
  })

  test('for the other side is refused by a document of our own side, in the API too', async () => {
    const ask = (document: string) =>
      request(app).post('/api/draft').send({ document, matter: harrow, for_counterparty: true })
    const { body } = await ask('vendor-addendum').expect(200)
    expect(body.content).not.toMatch(/Record of the clauses|Clausebook/)
    await ask('risk-memo').expect(400)
  })
})
