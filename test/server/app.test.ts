import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { createApp, openSite } from '../../src/server/index.ts'

const app = createApp(await openSite())

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
