import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'

const none = Number.POSITIVE_INFINITY
const site = await openSite({
  houses: 'test/fixtures',
  perMinute: none,
  workPerMinute: none,
  workTime: 60_000,
})
const app = createApp(site)
afterAll(() => site.workshop.close())

const matter = (house: string) => ({
  matter: 'An addendum',
  house,
  client: { name: 'Acme', form: 'a corporation', address: '1 Road' },
  models: [{ model: 'Llama 3.1 8B' }],
  vendor: { name: 'Vend', product: 'Assistant', kind: 'saas' },
  negotiation: { relation: 'ours' },
})
const drafted = (house: string) =>
  request(app)
    .post('/api/draft')
    .send({ document: 'vendor-addendum', matter: matter(house), format: 'markdown' })

describe('a house on the server', () => {
  test('is that which the matter names', async () => {
    const { body } = await drafted('house').expect(200)
    expect(body.content).toMatch(/## \d+\. Model cards/)
    expect(body.content).toContain('EUR 10,000,000')
  })

  test.each(['../fixtures/house', '/etc', '..', 'nowhere', 'old', 'corpus-numbers.yaml'])(
    'is never one by the name %j, of which there is none',
    async (name) => {
      const { body, status } = await drafted(name)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(body)).toMatch(/is no name of a house|there is no house|is no house/)
      expect(JSON.stringify(body)).not.toContain(process.cwd())
    },
  )

  test('is told on the page where there is none of its name', async () => {
    const page = await request(app)
      .post('/draft/vendor-addendum/open')
      .attach('matter', Buffer.from(JSON.stringify(matter('nowhere'))), 'a.yaml')
      .expect(200)
    expect(page.text).toContain('there is no house nowhere')
  })
})
