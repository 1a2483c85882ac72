import { strFromU8, unzipSync } from 'fflate'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { compareTopics } from '../../src/compare/knowledge.ts'
import { createApp, openSite } from '../../src/server/index.ts'
import { matrixRows } from '../../src/server/page/matrix-page.ts'

const site = await openSite()
const app = createApp(site)
afterAll(() => site.workshop.close())
const { library } = site
const licenses = [...library.licenses.values()]

describe('/timeline', () => {
  test('has every version with its date and models, and between two the comparison with the count of what changed', async () => {
    const { text } = await request(app).get('/timeline').expect(200)
    expect(text.length).toBeLessThan(60_000)
    for (const { name, released } of licenses) {
      expect(text).toContain(`>${name}</text>`)
      if (released) expect(text).toContain(`>${released}</text>`)
    }
    for (const { name } of library.models) expect(text).toContain(name)
    for (const [at, right] of licenses.slice(1).entries()) {
      const left = licenses[at]!
      const changed = (['agreement', 'use-policy'] as const)
        .flatMap((document) => compareTopics(library, document, left, right))
        .filter(
          // The date of the count is shown in a lane: where it is another, that is a change too.
          ({ id, status, terms }) =>
            (status !== 'same' && status !== 'silent') ||
            (id === 'user-threshold' && terms.some(({ fact }) => fact === 'counted_on_date')),
        )
      expect(changed.length, right.id).toBeGreaterThan(0)
      expect(text).toMatch(
        new RegExp(
          `<a href="/compare/${left.id}\\.\\.\\.${right.id}" tabindex="-1"><text[^>]*>${changed.length}<`,
        ),
      )
    }
  })

  test('shows a rule as one bar for as long as it stood, and says each change in words with its section', async () => {
    const { text } = await request(app).get('/timeline')
    expect(text.match(/>Built with Meta Llama 3<\/text>/g)).toHaveLength(1)
    expect(text.match(/>Built with Llama<\/text>/g)).toHaveLength(1)
    expect(text).toMatch(
      /new duty<\/span> <a href="\/topics\/model-naming">[^<]+<\/a> <span class="quiet">Section 1\.b\.i/,
    )
  })
})

describe('/matrix', () => {
  test('has each of the heaviest topics once, and a cell for each license, neighbours that say the same as one', async () => {
    const { text } = await request(app).get('/matrix').expect(200)
    const heaviest = [...library.topics.values()].filter(({ weight }) => weight === 5).map(({ id }) => id)
    const shown = matrixRows(library).flatMap(({ topics }) => topics.map(({ id }) => id))
    expect(shown.toSorted()).toEqual(heaviest.toSorted())
    for (const row of text.split('<tr>').slice(2)) {
      const columns = [...row.matchAll(/<td(?: colspan="(\d+)")?/g)].map(([, count]) => Number(count ?? 1))
      expect(columns.reduce((sum, one) => sum + one, 0)).toBe(licenses.length)
    }
  })

  test('says in a word what may be done, and quotes at most 25 words', async () => {
    const { text } = await request(app).get('/matrix')
    const row = (topic: string) => text.split('<tr>').find((one) => one.includes(`/topics/${topic}"`))!
    const words = (topic: string) => [...row(topic).matchAll(/<summary><b>([^<]+)/g)].map(([, word]) => word)
    expect(words('model-improvement')).toEqual(['can, for research', 'cannot', 'not barred'])
    expect(words('commercial-use')).toEqual(['cannot', 'can'])
    expect(new Set(words('user-threshold'))).toEqual(new Set(['no threshold', 'can, if']))
    expect(words('acceptable-use')).toEqual(['no policy', 'must'])
    expect(words('multimodal-european-union').at(-1)).toBe('withheld in the EU')
    const quotes = [...text.matchAll(/<blockquote><p>“([^”]*(?:”[^<]*)?)<\/p>/g)].map(([, quote]) => quote!)
    expect(quotes.length).toBeGreaterThan(15)
    for (const quote of quotes) expect(quote.split(/\s+/).length).toBeLessThanOrEqual(25)
  })

  test('calls no license silent on a topic that its agreement decides, and says the section', async () => {
    const { text } = await request(app).get('/licenses/llama-1').expect(200)
    const may = text.slice(text.indexOf('id="may"'), text.indexOf('id="models"'))
    expect(may).toMatch(/Military, nuclear and controlled uses<\/a> <span class="quiet">Section 2\.a\(ii\)/)
    expect(may).toMatch(/Discrimination<\/a> <span class="quiet">Sections 2\.a\(vi\), 5</)
    expect(may).toMatch(/Allowing others<\/a> <span class="quiet">Section 2</)
    expect(may).not.toContain('use policy<')
    // What follows from a silence may name what bars the use all the same.
    for (const term of library.terms.values())
      if (term.absent && /\bsection \S+ bars\b/.test(term.follows)) {
        expect(term.stands?.is, `${term.license} ${term.topic}`).toBe('cannot')
        expect(term.stands?.sections?.length, `${term.license} ${term.topic}`).toBeGreaterThan(0)
      }
  })

  test('says of each number whose text it is, and where it is counted', async () => {
    const { text } = await request(app).get('/matrix.csv')
    const line = (topic: string, license: string) =>
      text.split('\n').find((one) => one.startsWith(`${topic},${license},`))!
    expect(line('Disclosing known dangers', 'Llama 2')).toContain(',must,policy 4,')
    expect(line('Disclosing known dangers', 'Llama 4')).toContain(',must,policy 4 (counted),')
    expect(line('"Military, nuclear and controlled uses"', 'LLaMA')).toContain(',cannot,Section 2.a(ii),')
    for (const { id, title, document } of library.topics.values())
      if (document === 'use-policy' && line(title, 'Llama 2'))
        expect(line(title, 'Llama 2'), id).not.toMatch(/,Sections? \d/)
    const page = await request(app).get('/matrix')
    expect(page.text).toContain(
      'Llama 4: The file of the use policy numbers its five prohibitions 1, 3, 4, 5 and 6.',
    )
  })

  test('is downloaded as CSV and as a Word file', async () => {
    const csv = await request(app).get('/matrix.csv').expect(200)
    expect(csv.text).toMatch(/^Topic,License,Date,Answer,/)
    expect(csv.text).toContain('Improving other models,Llama 2,2023-07-18,cannot,Section 1.b.v,')
    const { body } = await request(app)
      .get('/matrix.docx')
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => done(null, Buffer.concat(parts)))
      })
    const words = strFromU8(unzipSync(new Uint8Array(body as Buffer))['word/document.xml']!)
    expect(words).toContain('cannot: Section 1.b.v')
    // A3, 420 by 297 mm.
    expect(words).toContain('<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>')
  })
})

test('/api says of each call what the description says, with an example that works', async () => {
  const { text } = await request(app).get('/api').expect(200)
  const { body } = await request(app).get('/api/openapi.json')
  for (const path of Object.keys(body.paths)) expect(text).toContain(path)
  const sent = /-d &#x27;(\{[\s\S]*?\})&#x27;<\/code>/.exec(
    text.slice(text.indexOf('id="post-api-assess"')),
  )![1]!
  const sample = JSON.parse(sent.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as object
  await request(app).post('/api/assess').send(sample).expect(200)
})
