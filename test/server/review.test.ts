import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { resolveWord } from '../../src/markup/index.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-review-page-'))
const matter = readFileSync('examples/vendor-saas.yaml')
writeFileSync(join(folder, 'saas.yaml'), matter)
const site = await openSite({ matters: folder })
const app = createApp(site)
afterAll(async () => {
  await site.workshop.close()
  rmSync(folder, { recursive: true })
})

const paper = wordFile({
  body:
    p('1. Training. Tidewater may use Client Data to train its models &amp; &lt;b&gt;rankings.') +
    p('2. Incidents. Tidewater tells the Client of an incident within 90 days.'),
})

const send = (fields: {
  paper?: Uint8Array
  name?: string
  matter?: Buffer
  kept?: string
  vendor?: string
}) => {
  const post = request(app).post('/review')
  if (fields.paper) post.attach('paper', Buffer.from(fields.paper), fields.name ?? 'their.docx')
  if (fields.matter) post.attach('matter_file', fields.matter, 'matter.yaml')
  return post.field('matter', fields.kept ?? '').field('vendor', fields.vendor ?? '')
}

const binary = (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}
const fileAt = async (address: string) => {
  const { body, headers } = await request(app)
    .get(address)
    .buffer(true)
    // supertest knows Node's stream by its own type.
    .parse(binary as never)
    .expect(200)
  return { bytes: new Uint8Array(body as Buffer), name: String(headers['content-disposition']) }
}

describe('the page of a review', () => {
  test('has the verdicts worst first, and marks the words that decide in their paper', async () => {
    const { headers } = await send({ paper, matter }).expect(303)
    expect(headers.location).toMatch(/^\/review\/upload-[0-9a-f]{32}\/upload-[0-9a-f]{32}$/)
    const shown = await request(app).get(headers.location!).expect(200)
    expect(shown.headers['cache-control']).toBe('no-store')
    const { text } = shown
    expect(text).toMatch(/<details id="r-no-training" data-verdict="contrary" open>/)
    expect(text.indexOf('data-verdict="contrary" open')).toBeLessThan(
      text.indexOf('<details id="r-incidents"'),
    )
    const [, id] = /id="r-no-training"[\s\S]*?href="#(c\d+)"/.exec(text) ?? []
    expect(text).toMatch(
      new RegExp(`<p id="${id}"[^>]*>.*<mark>Tidewater may use Client Data to train its models &amp; &lt;b`),
    )
  })

  test('gives their file marked up, which rejected is theirs, and the report', async () => {
    const { headers } = await send({ paper, kept: 'saas' }).expect(303)
    const marked = await fileAt(`${headers.location}/marked`)
    expect(marked.name).toContain('their-marked.docx')
    expect(marked.bytes.length).toBeGreaterThan(paper.length)
    const words = (bytes: Uint8Array) =>
      request(app).post('/review').attach('paper', Buffer.from(bytes), 'a.docx')
    await words(resolveWord(marked.bytes, { as: 'reject' }))
      .field('matter', 'saas')
      .expect(303)
    expect((await fileAt(`${headers.location}/report`)).name).toContain('their-report.docx')
  })

  test.each([
    ['no paper', { matter }, 'choose the vendor’s paper'],
    ['no matter', { paper }, 'choose the matter'],
    ['a matter that is none', { paper, matter: Buffer.from('a: [') }, 'matter:1'],
    ['a paper that is none', { paper: new Uint8Array([0x50, 0x4b, 1, 2]), matter }, 'their.docx'],
    [
      'a vendor that it does not have',
      { paper, matter, vendor: 'Nobody <b>' },
      'no vendor of the matter has that name',
    ],
    ['a matter that is not kept', { paper, kept: '../saas' }, 'saas'],
  ])('says on the form what is wrong: %s', async (_, fields, words) => {
    const { text, status } = await send(fields)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).toContain(words)
    expect(text).not.toContain('Nobody <b>')
  })

  test('says that its files are gone, and marks up nothing but a Word file', async () => {
    const none = `upload-${'0'.repeat(32)}`
    const { text } = await request(app).get(`/review/${none}/${none}`).expect(410)
    expect(text).toContain('Send them again')
    const words = new TextEncoder().encode('1. Training. Tidewater may train its models.')
    const { headers } = await send({ paper: words, name: 'their.md', matter }).expect(303)
    expect((await request(app).get(headers.location!)).text).not.toContain('/marked')
    await request(app).get(`${headers.location}/marked`).expect(400)
  })
})
