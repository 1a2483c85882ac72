import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessExamples } from '../../src/server/assess/examples.ts'
import { type Drafts, openFileStore, type Sharing } from '../../src/store/index.ts'
import { beginsJob, beginsReview, beginsWatch } from '../server/job-with-all.ts'
import { executablePath, servedPages, violations } from './served-pages.ts'

const matters = mkdtempSync(join(tmpdir(), 'clausebook-pages-matters-'))
const store = await openFileStore(matters)
const job = await beginsJob(store)
const review = await beginsReview(store)
const watch = await beginsWatch(store)
await store.matters.save({ yaml: 'matter: Acme\n', by: 'dana@company.example' })
const person = { name: 'dana@company.example', role: 'admin' } as const
const sharing: Pick<Sharing, 'of'> = {
  of: async () => ({
    owner: person.name,
    with: [{ kind: 'counsel' }, { kind: 'person', name: 'lee' }],
    mayShare: true,
  }),
}
const draft = {
  ...{ name: 'acme-risk-memo', document: 'risk-memo', title: 'Acme', format: 'docx', by: 'lee', sha256: '' },
  ...{ at: '2026-11-30T07:00:00Z', matter: { name: 'acme', version: 1 } },
}
const sentDraft = { ...draft, name: 'acme-risk-memo-2', sent: { at: '2026-11-30T08:00:00Z', by: 'lee' } }
const drafts = {
  list: async () => ({ drafts: [sentDraft, draft], total: 120, page: 2, pages: 3 }),
} as unknown as Drafts
afterAll(() => rmSync(matters, { recursive: true }))

describe.runIf(executablePath)('every page', () => {
  const register = mkdtempSync(join(tmpdir(), 'clausebook-pages-'))
  const vendor = { name: 'Foxglove Data Ltd', product: 'Foxglove Notes', models: ['Llama 3.3'] }
  const signed = { signed: '2026-03-01' }
  const kept = { vendor, status: 'signed', owner: 'Ada', dates: signed, levels: { incidents: 'preferred' } }
  writeFileSync(join(register, 'foxglove.yaml'), JSON.stringify(kept))
  afterAll(() => rmSync(register, { recursive: true }))
  const served = servedPages({ register, matters, vendorLinks: true, answersPerMinute: 1_000 })
  let page: Page
  let asked = ''
  let answer = ''
  beforeAll(async () => {
    page = await served.browser.newPage({ reducedMotion: 'reduce' })
    asked = await askedTable(served.base)
    const { token, kept: link } = await served.site.links!.make({
      vendor: 'foxglove',
      client: 'ACME GmbH',
      until: '2999-01-01',
      by: 'Ada',
    })
    answer = `/answer/${token}`
    await served.site.links!.answer(link.id, 'Pat Lee', [
      { fact: 'vendor.models', words: 'Llama 3.3; Llama 4 Scout' },
      { fact: 'vendor.retention_days', words: 'it depends' },
    ])
    // Only a database tells people apart: what it would say of them is said here.
    const kept = served.site.shownTo({} as never)
    served.site.shownTo = () => ({ ...kept, person, sharing: sharing as Sharing, drafts })
    served.site.database = { people: { list: async () => [person] } } as never
    // Only a server with a company's sign-on has it.
    const words = { title: 'You are signed out', reason: 'What was typed is gone.', address: '/sign-in' }
    const signedOut = served.site.views.render('sign-on', { ...words, there: 'https://login.example/out' })
    served.site.assets.files.set('signed-out', { body: Buffer.from(signedOut), type: 'text/html' })
    page.setDefaultTimeout(120_000)
    page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
    page.on('console', (message) => {
      if (message.type() === 'error') expect.soft(message.text()).toMatch(/status of 4\d\d/)
    })
    page.on('request', (asked) => expect.soft(new URL(asked.url()).origin).toBe(served.base))
  })

  const withText = process.env.CLAUSEBOOK_TEXTS ? '' : '?text=restated'
  const paths = [
    '/',
    '/assess',
    `/assess${assessExamples[2]!.query}`,
    '/about',
    '/timeline',
    '/matrix',
    '/api',
    `/compare/llama-2...llama-3.1${withText}`,
    '/compare/llama-2...llama-2?text=restated&view=sides',
    '/compare/files',
    '/topics',
    '/topics/user-threshold',
    '/positions/mau-counting',
    '/licenses',
    '/licenses/llama-3.1',
    '/review',
    '/deals',
    '/vendors',
    '/vendors/foxglove',
    '/vendors/obligations?due=3y',
    'ANSWER',
    '/answer/nothing',
    'ASKED',
    '/jobs',
    '/jobs/JOB',
    '/jobs/REVIEW',
    '/jobs/WATCH',
    '/draft',
    '/draft/side-letter',
    '/draft/vendor-addendum',
    '/drafts',
    '/texts',
    '/people',
    '/matters/acme/versions',
    '/assets/signed-out',
    '/nowhere',
  ]

  const addressOf = (path: string) =>
    served.base +
    path
      .replace('JOB', job)
      .replace('REVIEW', review)
      .replace('WATCH', watch)
      .replace('ASKED', asked)
      .replace('ANSWER', answer)

  // 320 pixels are those of a small phone, and of a window of 1280 that is enlarged four times.
  test.each(paths)('%s keeps nobody out, light and dark, narrow and wide', async (path) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(addressOf(path))
    expect(await violations(page)).toEqual([])
    for (const width of [320, 768, 2560]) {
      await page.setViewportSize({ width, height: 800 })
      expect([width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([width, width])
    }
  })

  test('a filled form with its document keeps nobody out', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${served.base}/draft/side-letter`)
    await page.getByLabel('Open a matter from a file').setInputFiles('examples/acme.yaml')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.locator('.paper').waitFor()
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
    expect(await violations(page)).toEqual([])
  })

  test('is at most 60 kB, compressed, of which 50 kB are script and style, beside fonts that are kept for good', async () => {
    const assets = new Map<string, Awaited<ReturnType<typeof sent>>>()
    const isFont = (at: string) => at.endsWith('.woff2')
    for (const path of [...paths, '/draft/side-letter?sample=acme']) {
      const html = await sent(addressOf(path))
      const refers = [...html.words.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, at]) => at!)
      for (const at of refers) if (!assets.has(at)) assets.set(at, await sent(served.base + at))
      const bytes = refers.filter((at) => !isFont(at)).reduce((sum, at) => sum + assets.get(at)!.bytes, 0)
      expect([path, bytes > 1000, bytes < 50_000]).toEqual([path, true, true])
      expect([path, html.bytes + bytes < 60_000]).toEqual([path, true])
    }
    const fonts = [...assets].filter(([at]) => isFont(at)).map(([, font]) => font)
    expect(fonts).toHaveLength(2)
    expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(85_000)
    for (const { kept } of fonts) expect(kept).toContain('immutable')
  })

  test('is set in the fonts that it sends, and without them in fonts of the device', async () => {
    await page.goto(`${served.base}/topics`)
    const loaded =
      'document.fonts.ready.then((all) => [...all].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll("\\"", "")))'
    expect(await page.evaluate(loaded)).toEqual(expect.arrayContaining(['Source Serif 4', 'Source Sans 3']))
    const without = await served.browser.newPage()
    await without.route('**/*.woff2', (route) => route.abort())
    await without.goto(`${served.base}/topics`)
    expect(await without.evaluate(loaded)).not.toEqual(expect.arrayContaining(['Source Serif 4']))
    expect(await without.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    await without.close()
  })
})

/** What comes over the line, and what it says when it is unpacked. */
function sent(address: string): Promise<{ bytes: number; words: string; kept: string | undefined }> {
  return new Promise((done, failed) =>
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        const words = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
        done({ bytes: body.length, words: words.toString(), kept: answer.headers['cache-control'] })
      })
    }).on('error', failed),
  )
}

/** The address of a page that asks what the columns of a table are. */
async function askedTable(base: string): Promise<string> {
  const table = new FormData()
  table.set(
    'table',
    new Blob(['Supplier,Tool,Contract end,Tier\nFoxglove,Notes,2027-12-31,A\n']),
    'vendors.csv',
  )
  const sentTable = await fetch(`${base}/vendors/tables`, { method: 'POST', body: table })
  let { pathname } = new URL(sentTable.url)
  // As long as the table is read, the page of its steps is shown.
  while (!pathname.startsWith('/vendors/tables/')) {
    await later(100)
    pathname = new URL((await fetch(base + pathname)).url).pathname
  }
  return pathname
}
