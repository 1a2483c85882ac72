import pino from 'pino'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { assess, outcomeWords, readMatter } from '../../../src/matter/index.ts'
import { readAnswers, writeAnswers } from '../../../src/server/assess/address.ts'
import { assessExamples } from '../../../src/server/assess/examples.ts'
import { factsOf } from '../../../src/server/assess/facts.ts'
import { assessQuestions } from '../../../src/server/assess/questions.ts'
import { createApp, openSite } from '../../../src/server/index.ts'

const site = await openSite()
const lines: string[] = []
const app = createApp(site, pino({}, { write: (line) => void lines.push(line) }))
afterAll(() => site.workshop.close())
const questions = assessQuestions(site.library)
const [hospital, , german, trained] = assessExamples
const read = (query: string) => {
  const sent = new URLSearchParams(query)
  const given = Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]))
  return readAnswers(given, questions)
}

describe('/assess', () => {
  test('has eight questions, and asks with a button where nothing is decided', async () => {
    const { text, headers } = await request(app).get('/assess').expect(200)
    expect(text.match(/<fieldset/g)).toHaveLength(8)
    expect(text.match(/<tr data-path/g)).toHaveLength(site.library.licenses.size)
    expect(text.match(/class="button ask" href="#q-/g)).toHaveLength(site.library.licenses.size)
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(text).not.toContain('[object')
  })

  test.each(assessExamples)('says of $title what the assessment says', async ({ query }) => {
    expect(writeAnswers(read(query))).toBe(query)
    const { text } = await request(app).get(`/assess${query}`).expect(200)
    const matter = readMatter(JSON.stringify(factsOf(read(query), site.library)), 'chosen')
    const { answers } = assess(matter, site.library, { allLicenses: true })
    const rows = [
      ...text.matchAll(/<tr data-path="([^"]+)"[^>]*>\s*<th scope="row"><a href="\/licenses\/([^"]+)"/g),
    ]
    expect(Object.fromEntries(rows.map(([, path, license]) => [license, path]))).toEqual(
      Object.fromEntries(answers.map(({ license, path }) => [license, path])),
    )
    for (const { path } of answers) expect(text).toContain(outcomeWords[path])
    expect(text).toMatch(/<cite><a href="\/licenses\/llama-[\d.]+#[sp]-/)
  })

  test('an address holds chosen words alone: names and free text are dropped from it, and out of the log', async () => {
    const answer = await request(app)
      .get('/assess?where=DE&who=Alder+Ridge&users=123456&note=secret&audience=staff&audience=nobody')
      .expect(303)
    expect(answer.headers.location).toBe('/assess?where=DE&audience=staff')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(lines.join()).toContain('"path":"/assess"')
    expect(lines.join()).not.toMatch(/where|Alder|secret|staff/)
  })

  test('none is none only alone', () => {
    expect(writeAnswers(read('?field=none&field=health'))).toBe('?field=health')
    expect(factsOf(read('?field=none&near=none'), site.library)).toMatchObject({
      domains: [],
      sensitive_uses: [],
    })
    expect(factsOf(read(''), site.library)).toEqual({ matter: 'Untitled matter' })
  })

  test('the memo’s form begins with what was chosen', async () => {
    const page = await request(app).get(`/assess${hospital!.query}`)
    const carried = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
    const sent = carried.map(([, name, value]) => `${name}=${value}`).join('&')
    expect(`?${sent}`).toBe(hospital!.query)
    // A browser without Fetch Metadata tells no origin of a page that sends no referrer.
    const { text } = await request(app)
      .post('/draft/risk-memo/begin')
      .set('Origin', 'null')
      .type('form')
      .send(sent)
      .expect(200)
    await request(app).post('/draft/risk-memo').set('Origin', 'null').type('form').send(sent).expect(403)
    // No address but that which is made to be sent holds answers.
    const older = await request(app).get(`/draft/risk-memo${hospital!.query}`).expect(303)
    expect(older.headers.location).toBe(`/assess${hospital!.query}`)
    expect(text).toMatch(/name="client\.principal_place_of_business"[^>]*value="(?:US|United States)"/)
    expect(text).toMatch(/name="models\[0\]\.model"[^>]*value="Llama 3\.1"/)
    expect(text).toContain('class="paper"')
    expect(text).toMatch(/name="document\.date"[^>]*value="\d{4}-/)
    // What was chosen stands in a line of its card, also when the form comes back; what is wrong by then does not.
    const uses = /<section class="card" id="card-uses"[\s\S]*?<\/section>/.exec(text)![0]
    expect(uses).toMatch(
      /<details class="settled change"><summary>[\s\S]*staff · on premises · health · 6 more/,
    )
    const settled = [...text.matchAll(/name="_settled" value="([^"]+)"/g)].map(([, names]) => names!)
    const wrong = { 'client.principal_place_of_business': 'Freedonia', 'client.kind': 'company' }
    const again = await request(app)
      .post('/draft/risk-memo')
      .type('form')
      .send({ ...wrong, audience: 'staff', inside: 'own', _settled: settled, _do: 'preview' })
    const folds = [...again.text.matchAll(/<details class="settled change">[\s\S]*?<\/details>/g)].map(
      ([own]) => own,
    )
    expect(folds).toHaveLength(2)
    expect(folds.join()).toContain('name="client.kind"')
    expect(folds.join()).not.toContain('Freedonia')
    expect(again.text).toContain('Freedonia')
  })

  test('what was picked stands first, above the questions and in the table', async () => {
    const { text } = await request(app).get(`/assess${hospital!.query}`)
    const at = (words: string) => text.indexOf(words)
    expect(at('href="#row-llama-3.1"')).toBeGreaterThan(0)
    expect(at('href="#row-llama-3.1"')).toBeLessThan(at('<fieldset'))
    expect(/<tbody>\s*<tr [^>]*id="([^"]+)"/.exec(text)?.[1]).toBe('row-llama-3.1')
  })

  test('what holds in one license and not in another stands in its row', async () => {
    const row = (text: string, license: string) =>
      new RegExp(`<tr data-path="([^"]+)"[^>]*>\\s*<th scope="row"><a href="/licenses/${license}"`).exec(
        text,
      )?.[1]
    const first = await request(app).get(`/assess${german!.query}`)
    expect([row(first.text, 'llama-4'), row(first.text, 'llama-3.1')]).toEqual([
      'not-usable',
      'go-with-duties',
    ])
    const second = await request(app).get(`/assess${trained!.query}`)
    expect([row(second.text, 'llama-3'), row(second.text, 'llama-3.1')]).toEqual(['not-usable', 'go'])
  })

  /** The row of a license, as the page has it. */
  const rowOf = (text: string, license: string) =>
    [...text.matchAll(/<tr data-path="[^"]+" id="row-[^"]+"[\s\S]*?<\/tr>/g)]
      .map(([row]) => row)
      .find((row) => row.includes(`id="row-${license}"`))!
  const pathOf = (row: string) => /data-path="([^"]+)"/.exec(row)![1]
  const research =
    '?who=company&where=US&suit=no&model=llama&audience=staff&research=yes&weights=nobody&runs=on-premises&tuned=no&trains=none&users=10000000&field=none&near=none&inside=own'

  test('a place on the list of trade controls to check is never a plain go, with the section that asks for it', async () => {
    for (const country of site.library.tradeChecks!.countries) {
      const { text } = await request(app).get(`/assess${research.replace('where=US', `where=${country}`)}`)
      for (const license of site.library.licenses.keys()) {
        const row = rowOf(text, license)
        expect(pathOf(row), `${country} ${license}`).toBe('clarify-with-meta')
        expect(row).toContain('Trade controls: have it checked.')
        expect(row).toContain('as of September 2, 2025')
        const section = license === 'llama-1' ? '2.e.3' : '1.b.iv'
        expect(row).toContain(`href="/licenses/${license}#s-${section}"`)
      }
    }
    const { text } = await request(app).get(`/assess${research}`)
    expect(text).not.toContain('Trade controls')
  })

  test.each([
    ['military', '2.a.ii'],
    ['surveillance', '2.a.iii'],
    ['biometrics', '2.a.iv'],
    ['circumvention', '2.c'],
  ])('of LLaMA, %s is decided by %s, and that the license ends comes after it', async (near, section) => {
    for (const how of ['', '&how=does', '&how=related']) {
      const { text } = await request(app).get(`/assess${research.replace('near=none', `near=${near}${how}`)}`)
      const row = rowOf(text, 'llama-1')
      const at = (anchor: string) => row.indexOf(`href="/licenses/llama-1#s-${anchor}"`)
      expect(at(section), how).toBeGreaterThan(0)
      expect(at('7.a') === -1 || at(section) < at('7.a'), how).toBe(true)
    }
  })

  test.each([
    ['own', 'public'],
    ['own', 'staff'],
    ['hosted-model', 'public'],
    ['hosted-model', 'staff'],
  ])(
    'outputs that train a model ask in every case whether it is made available: %s, %s',
    async (inside, audience) => {
      const query = research
        .replace('model=llama', 'model=llama-3.3')
        .replace('research=yes', 'research=no')
        .replace('audience=staff', `audience=${audience}`)
        .replace('inside=own', `inside=${inside}`)
        .replace('trains=none', 'trains=large-language-model&base=other')
      const asked = await request(app).get(`/assess${query}`)
      expect(rowOf(asked.text, 'llama-3.3')).toContain('data-asks="offered"')
      expect(asked.text).toContain('name="offered"')
      const answered = await request(app).get(
        `/assess${query.replace('base=other', 'base=other&offered=yes')}`,
      )
      const row = rowOf(answered.text, 'llama-3.3')
      expect(row).not.toContain('data-asks="offered"')
      expect(row).toContain('Name of derived models: “Llama”')
    },
  )

  test('more users than any number of a license need a separate one in each that counts', async () => {
    const { text } = await request(app).get(
      `/assess${hospital!.query.replace('users=10000000', 'users=more')}`,
    )
    expect(text.match(/<tr data-path="separate-license"/g)).toHaveLength(6)
  })
})
