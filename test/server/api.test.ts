import { readFileSync } from 'node:fs'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'
import { describedBy } from './described.ts'

const app = createApp(await openSite())
const { body: description } = await request(app).get('/api/openapi.json').expect(200)
const expectDescribed = describedBy(description)

const acme = readFileSync('examples/acme.yaml', 'utf8')

describe('the API answers what its description says', () => {
  test('library', async () => {
    const { body } = await request(app).get('/api/library').expect(200)
    expectDescribed('/api/library', 'get', 200, 'application/json', body)
    expect(body.licenses).toHaveLength(7)
    const topic = await request(app).get('/api/library/topics/user-threshold').expect(200)
    expectDescribed('/api/library/topics/{id}', 'get', 200, 'application/json', topic.body)
    const none = await request(app).get('/api/library/topics/nothing').expect(404)
    expectDescribed('/api/library/topics/{id}', 'get', 404, 'application/problem+json', none.body)
  })

  test('a document: the facts that it reads, each with the law behind it', async () => {
    const { body } = await request(app).get('/api/documents/notice').expect(200)
    expectDescribed('/api/documents/{id}', 'get', 200, 'application/json', body)
    const facts = body.facts as { path: string; law: { topic: string; cite: string }[] }[]
    expect(facts.find(({ path }) => path === 'controls.notice_file')?.law).toMatchObject([
      { topic: 'attribution-notice', cite: expect.stringContaining('Llama 2') },
    ])
    expect(facts.map(({ path }) => path)).not.toContain('reach.planned_users')
    const none = await request(app).get('/api/documents/nothing').expect(404)
    expectDescribed('/api/documents/{id}', 'get', 404, 'application/problem+json', none.body)
  })

  test('compare, of the library’s texts and of files', async () => {
    const restated = await request(app)
      .get('/api/compare?left=llama-2&right=llama-3.1&text=restated')
      .expect(200)
    expectDescribed('/api/compare', 'get', 200, 'application/json', restated.body)
    expect(restated.body.summary.removed).toBe(1)
    const file = (name: string) => ({
      name,
      base64: readFileSync(`examples/agreements/${name}`).toString('base64'),
    })
    const files = await request(app)
      .post('/api/compare')
      .send({ left: file('lantern-1.md'), right: file('lantern-2.md') })
      .expect(200)
    expectDescribed('/api/compare', 'post', 200, 'application/json', files.body)
    expect(files.body.left.id).toBe('lantern-1.md')
    const unknown = await request(app).get('/api/compare?left=llama-9&right=llama-2').expect(404)
    expectDescribed('/api/compare', 'get', 404, 'application/problem+json', unknown.body)
    const bad = await request(app).post('/api/compare').send({ left: 5 }).expect(400)
    expectDescribed('/api/compare', 'post', 400, 'application/problem+json', bad.body)
    expect(bad.body.detail).toMatch(/^left: /)
  })

  test('a review, with a person’s word above what is judged', async () => {
    const matter = readFileSync('examples/vendor-saas.yaml', 'utf8')
    const words =
      '# Terms\n\n1. Training. Tidewater may use Client Data to train its models.\n\n2. Fees. Fees are due in thirty days.\n'
    const asked = { paper: { name: 'a/terms.md', base64: Buffer.from(words).toString('base64') }, matter }
    const { body } = await request(app).post('/api/review').send(asked).expect(200)
    expectDescribed('/api/review', 'post', 200, 'application/json', body)
    expect(body.rows[0]).toMatchObject({ flowDown: 'no-training', verdict: 'contrary', sections: ['1'] })
    const said = { verdict: 'fallback', reason: 'A pilot.', by: 'M. Okafor', on: '2026-11-02' }
    const decisions = {
      version: 1,
      decisions: [{ flow_down: 'no-training', ...said, words: body.rows[0].digest }],
    }
    const again = await request(app)
      .post('/api/review')
      .send({ ...asked, decisions })
      .expect(200)
    expectDescribed('/api/review', 'post', 200, 'application/json', again.body)
    expect(again.body.rows.find(({ decided }: { decided?: object }) => decided)).toMatchObject({
      flowDown: 'no-training',
      verdict: 'fallback',
      decided: { ours: 'contrary', by: 'M. Okafor' },
    })
    const wrong = await request(app)
      .post('/api/review')
      .send({ ...asked, decisions: { version: 1, decisions: [{ flow_down: 'poem', ...said }] } })
      .expect(400)
    expectDescribed('/api/review', 'post', 400, 'application/problem+json', wrong.body)
    expect(wrong.body.detail).toContain('there is no flow-down poem')
  })

  test('a licensor’s paper: by its words or as one says, with decisions on positions', async () => {
    const bytes = readFileSync('examples/papers/acme-letter-returned.md')
    const asked = { paper: { name: 'letter.md', base64: bytes.toString('base64') }, matter: acme }
    const { body } = await request(app).post('/api/review').send(asked).expect(200)
    expectDescribed('/api/review', 'post', 200, 'application/json', body)
    expect(body).toMatchObject({ paper: 'licensor', what: expect.stringContaining('a letter that amends') })
    const row = body.rows.find(({ position }: { position: string }) => position === 'termination-cure')
    expect(row).toMatchObject({ license: 'Llama 3.1', verdict: 'below' })
    const said = { verdict: 'walk_away', reason: 'Ten days do.', by: 'M. Okafor', on: '2026-11-02' }
    const decisions = {
      version: 1,
      decisions: [{ position: 'termination-cure', ...said, words: row.digest }],
    }
    const again = await request(app)
      .post('/api/review')
      .send({ ...asked, decisions, whose: 'licensor' })
      .expect(200)
    expectDescribed('/api/review', 'post', 200, 'application/json', again.body)
    expect(again.body.rows.find(({ decided }: { decided?: object }) => decided)).toMatchObject({
      position: 'termination-cure',
      verdict: 'walk_away',
      decided: { ours: 'below' },
    })
    const vendors = await request(app)
      .post('/api/review')
      .send({ ...asked, whose: 'vendor' })
      .expect(200)
    expectDescribed('/api/review', 'post', 200, 'application/json', vendors.body)
    expect(vendors.body.paper).toBe('vendor')
  })

  test('deals, of which this server keeps none', async () => {
    for (const path of ['', '/Tidewater', '/Tidewater/points/liability']) {
      const { body } = await request(app).get(`/api/deals${path}`).expect(404)
      const described = path.replace('Tidewater', '{name}').replace('liability', '{point}')
      expectDescribed(`/api/deals${described}`, 'get', 404, 'application/problem+json', body)
    }
  })

  test('assess', async () => {
    const { body } = await request(app).post('/api/assess').send({ matter: acme }).expect(200)
    expectDescribed('/api/assess', 'post', 200, 'application/json', body)
    const wrong = await request(app)
      .post('/api/assess')
      .send({ matter: { matter: 'A', exposure: 5 } })
      .expect(400)
    expectDescribed('/api/assess', 'post', 400, 'application/problem+json', wrong.body)
    expect(wrong.body.detail).toContain('matter.exposure')
  })

  test.each(['markdown', 'html', 'docx'])('draft as %s', async (format) => {
    const asked = { document: 'side-letter', matter: acme, format }
    const { body } = await request(app).post('/api/draft').send(asked).expect(200)
    expectDescribed('/api/draft', 'post', 200, 'application/json', body)
    if (format === 'docx') expect(Buffer.from(body.content, 'base64').subarray(0, 2).toString()).toBe('PK')
    else expect(body.content).toContain('ACME Corporation')
  })

  test('draft of what is not there, or final with blanks', async () => {
    const unknown = await request(app)
      .post('/api/draft')
      .send({ document: 'sonnet', matter: acme })
      .expect(404)
    expectDescribed('/api/draft', 'post', 404, 'application/problem+json', unknown.body)
    const final = await request(app)
      .post('/api/draft')
      .send({ document: 'side-letter', matter: acme.replace(/^ {2}address: .*\n/m, ''), final: true })
      .expect(400)
    expect(final.body.detail).toMatch(/needs the fact|blank/)
  })
})
