import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import { createApp } from '../../src/server/index.ts'

const app = createApp(await loadLibrary())

describe('the pages', () => {
  test('let a reader choose and compare', async () => {
    const home = await request(app).get('/').expect(200)
    expect(home.text).toContain('<option>llama-4/use-policy</option>')
    const report = await request(app).get('/compare?left=llama-2&right=llama-3.1').expect(200)
    expect(report.text).toContain('<ins>')
    expect(report.headers['content-security-policy']).toMatch(/default-src 'none';style-src 'sha256-/)
  })

  test('say what is wrong, without a stack', async () => {
    const unknown = await request(app).get('/compare?left=<script>&right=llama-2').expect(400)
    expect(unknown.text).not.toContain('<script>')
    expect(unknown.text).not.toMatch(/\.[jt]s:\d/)
    await request(app).get('/nowhere').expect(404)
  })
})
