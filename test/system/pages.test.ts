import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Download,
  type Page,
  type Request,
} from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessExamples } from '../../src/server/assess/examples.ts'
import { createApp, openSite, type Site } from '../../src/server/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { findChromium } from '../setup/chromium.ts'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the pages in a browser (no Chromium here)')
const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('skipped: the redline of an official text (CLAUSEBOOK_TEXTS is not set)')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.runIf(executablePath)('the pages in a browser', () => {
  let browser: Browser
  let site: Site
  let server: Server
  let base: string
  beforeAll(async () => {
    const none = Number.POSITIVE_INFINITY
    site = await openSite({ perMinute: none, workPerMinute: none, workTime: 60_000 })
    server = createServer(createApp(site)).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await site?.workshop.close()
  })

  /** A page whose own errors, and requests to elsewhere, fail the test that opened it. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    })
    page.setDefaultTimeout(120_000)
    page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
    page.on('console', (message) => {
      if (message.type() === 'error') expect.soft(message.text()).toMatch(/status of 4\d\d/)
    })
    page.on('request', (asked) => expect.soft(new URL(asked.url()).origin).toBe(base))
    await page.goto(base + path)
    return page
  }

  const withText = texts ? '' : '?text=restated'

  describe.each([
    ['with scripts', true],
    ['without', false],
  ])('%s', (_name, javaScriptEnabled) => {
    test('an advisor compares Llama 2 with Llama 3.1 and sends the link', async () => {
      const page = await open('/', { javaScriptEnabled })
      await page.getByLabel('From').selectOption('llama-2')
      await page.getByLabel('To').selectOption('llama-3.1')
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      expect(new URL(page.url()).pathname).toBe('/compare/llama-2...llama-3.1')
      await expect
        .poll(() => page.getByRole('heading', { name: 'What changed, and so what' }).count())
        .toBe(1)
      await page.getByText('What changed, and so what').click()
      const row = page.locator('.so-what tbody th a').first()
      expect(await row.textContent()).toBe('Improving other models')
      await page.locator('.short').getByRole('link', { name: 'Improving other models' }).click()
      expect(await page.locator('article:target del').count()).toBeGreaterThan(0)
      await page.getByRole('link', { name: 'Side by side' }).click()
      expect(await page.locator('.clauses article .pair').count()).toBeGreaterThan(3)
      expect(await page.locator('.clauses article.identical:visible').count()).toBe(0)
      const sent = new URL(page.url())
      const other = await open(sent.pathname + sent.search, { javaScriptEnabled: false })
      const words = '.clauses .pair'
      expect(await other.locator(words).allTextContents()).toEqual(
        await page.locator(words).allTextContents(),
      )
      await page.getByLabel('Search in the clauses').fill('Built with')
      await page.getByLabel('Search in the clauses').press('Enter')
      await page.waitForURL(/q=Built/)
      expect(await page.locator('.clauses article:visible').count()).toBeGreaterThan(0)
      await page.getByText('Download', { exact: true }).click()
      const redline = await downloaded(page, () =>
        page.getByRole('link', { name: /Redline, tracked changes/ }).click(),
      )
      expect(
        readFileSync(await redline.path())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')
    })

    test('procurement drafts an addendum for a vendor', async () => {
      const page = await open('/draft', { javaScriptEnabled })
      await page.getByRole('link', { name: 'Llama Addendum' }).click()
      await page.getByLabel('Open a matter from a file').setInputFiles('examples/vendor-saas.yaml')
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      const vendor = page.locator('#f-vendor-name')
      await vendor.fill('Wayfarer Analytics SA')
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Preview' }).last().click()
      await expect.poll(() => page.locator('.paper').textContent()).toContain('Wayfarer Analytics SA')
      const file = await downloaded(page, () => page.getByRole('button', { name: 'Download Word' }).click())
      expect(file.suggestedFilename()).toMatch(/-vendor-addendum\.docx$/)
      const matter = await downloaded(page, () =>
        page.getByRole('button', { name: 'Download the matter' }).click(),
      )
      expect(readFileSync(await matter.path(), 'utf8')).toContain('name: Wayfarer Analytics SA')
    })

    test('a file of one’s own is compared, and a picture is refused in words', async () => {
      const page = await open('/compare/files', { javaScriptEnabled })
      await page
        .getByLabel('or a file, which takes its place')
        .setInputFiles('examples/agreements/lantern-1.md')
      await page.getByLabel('A file', { exact: true }).setInputFiles('examples/agreements/lantern-2.md')
      await page.getByRole('button', { name: 'Compare' }).click()
      await page.waitForURL(/compare\/upload-/)
      expect(await page.locator('.clauses article').count()).toBeGreaterThan(5)
      await page.goto(`${base}/compare/files`)
      const picture = {
        name: 'photo.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 3]),
      }
      await page.getByLabel('A file', { exact: true }).setInputFiles(picture)
      await page.getByRole('button', { name: 'Compare' }).click()
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('photo.md is not a text')
    })
  })

  test('two Word files: what was changed in silence stands first, and the redline is the right file', async () => {
    const file = (name: string, words: string) => ({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(wordFile({ body: p('1. Lamps are lent.') + p(words) })),
    })
    const tracked =
      '<w:r><w:t xml:space="preserve">2. They come back within 60 days</w:t></w:r><w:ins w:id="1" w:author="Pike" w:date="2026-01-01T00:00:00Z"><w:r><w:t>, cleaned.</w:t></w:r></w:ins>'
    const page = await open('/compare/files')
    await page
      .getByLabel('or a file, which takes its place')
      .setInputFiles(file('sent.docx', '2. They come back within 30 days.'))
    await page.getByLabel('A file', { exact: true }).setInputFiles(file('returned.docx', tracked))
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.waitForURL(/compare\/upload-/)
    const first = page.locator('main h2').first()
    expect(await first.textContent()).toBe('Changed without being tracked')
    const rows = page.locator('.silent tbody tr')
    expect(await rows.count()).toBe(1)
    expect(await rows.first().textContent()).toContain('60')
    expect(await page.locator('.silent').textContent()).toContain('Pike, 1 change')
    expect(await violations(page, 'light')).toEqual([])
    const redline = await downloaded(page, () => page.getByRole('link', { name: /^Redline in Word/ }).click())
    const parts = unzipSync(readFileSync(await redline.path()))
    expect(strFromU8(parts['word/document.xml']!)).toMatch(
      /<w:delText[^>]*>30<.*<w:t[^>]*>60<.*w:author="Pike"/s,
    )
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  test('a vendor’s paper is reviewed: the worst first, and a row leads to the words that decide', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('/review', { colorScheme })
      if (colorScheme === 'dark') await page.getByRole('button', { name: 'A vendor’s terms' }).click()
      else {
        await page.getByLabel(/^A file/).setInputFiles('examples/papers/tidewater-terms.md')
        await page.getByLabel(/YAML file$/).setInputFiles('examples/vendor-saas.yaml')
        await page.getByRole('button', { name: 'Review' }).click()
      }
      await page.waitForURL(/review\/[0-9a-f]{32}/)
      expect(await page.locator('.verdicts .badge').first().textContent()).toBe('contrary')
      expect(await violations(page, colorScheme)).toEqual([])
      await page
        .getByRole('link', { name: /^Section 2\.1/ })
        .first()
        .click()
      expect(await page.locator('.theirs :target mark').count()).toBeGreaterThan(0)
      const row = page.locator('#r-no-training')
      await row.getByText('Set it yourself').click()
      await row.getByLabel('You find').selectOption('fallback')
      await row.getByLabel('Why').fill('Rankings alone, by letter.')
      await row.getByLabel('Who decides').fill('')
      await row.getByRole('button', { name: 'Set' }).click()
      expect(await page.locator(':focus').getAttribute('role')).toBe('alert')
      expect(await row.getByLabel('Why').inputValue()).toBe('Rankings alone, by letter.')
      expect(await violations(page, colorScheme)).toEqual([])
      await row.getByLabel('Who decides').fill('M. Okafor')
      await row.getByLabel('Who decides').press('Enter')
      await page.waitForURL(/#r-no-training/)
      expect(await row.locator('summary').first().textContent()).toContain('set by M. Okafor')
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await page.close()
    }
  })

  test('a deal and a letter come with a sample, and long work shows its step and can be called off', async () => {
    const page = await open('/deals', { colorScheme: 'light' })
    const keepsNobodyOut = async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await violations(page, colorScheme)).toEqual([])
      }
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    await keepsNobodyOut()
    await page.getByRole('button', { name: 'An addendum that came back' }).click()
    await page.waitForURL(/deals\/dropped\/[0-9a-f]{32}/)
    const row = (title: string) => page.locator('tr', { has: page.getByRole('link', { name: title }) })
    expect(await row('Return and deletion').textContent()).toContain('without a mark')
    expect(await row('No training').textContent()).toContain('changed to something else')
    expect(await row('Display').textContent()).toContain('accepted')
    await keepsNobodyOut()
    await page.goto(`${base}/review`)
    await page.getByRole('button', { name: 'A letter of ours that came back' }).click()
    await page.waitForURL(/review\/[0-9a-f]{32}/)
    expect(await page.locator('main .lead').textContent()).toContain('a letter that amends Llama 3.1')
    expect(await page.locator('.verdicts details[data-verdict="below"]').count()).toBeGreaterThan(3)
    await keepsNobodyOut()
    const work = site.underWay.begin({ title: 'Reviewing long.md', back: '/review' }, ({ tell }) => {
      tell({ what: 'Judging clause by clause', done: 7, of: 24 })
      return new Promise(() => {})
    })
    await page.goto(`${base}/work/${work.id}`)
    expect(await page.getByRole('status').textContent()).toBe('Judging clause by clause, 7 of 24')
    await keepsNobodyOut()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Cancelled')
    await keepsNobodyOut()
    await page.close()
  })

  test.runIf(texts)(
    'a lawyer drafts a side letter and downloads the redline, which LibreOffice opens',
    async () => {
      const page = await open('/draft/side-letter')
      await page.getByLabel('Open a matter from a file').setInputFiles('examples/acme.yaml')
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.locator('#positions summary').first().click()
      expect(await page.locator('#positions .levels blockquote').first().textContent()).toMatch(
        /Section|definition/,
      )
      await page.locator('summary', { hasText: /^More$/ }).click()
      const file = await downloaded(page, () =>
        page.getByRole('button', { name: 'Redline of Llama 3.1, Word' }).click(),
      )
      const folder = mkdtempSync(join(tmpdir(), 'clausebook-pages-'))
      const path = join(folder, 'redline.docx')
      await file.saveAs(path)
      if (!existsSync('/usr/bin/soffice')) return console.info('skipped: LibreOffice opens it (not here)')
      execFileSync('/usr/bin/soffice', [
        `-env:UserInstallation=file://${folder}/office`,
        ...['--headless', '--convert-to', 'txt:Text', '--outdir', folder, path],
      ])
      expect(readFileSync(join(folder, 'redline.txt'), 'utf8')).toContain(
        'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT',
      )
    },
  )

  test('keys go from change to change, and the address follows', async () => {
    const page = await open(`/compare/llama-2...llama-3.1${withText}`)
    await page.keyboard.press('n')
    const focused = () => page.evaluate<string>('document.activeElement?.closest("article")?.id ?? ""')
    await expect.poll(focused).not.toBe('')
    const first = await focused()
    expect(await page.evaluate('location.hash')).toBe(`#${first}`)
    await page.keyboard.press('n')
    expect(await focused()).not.toBe(first)
    await page.keyboard.press('p')
    expect(await focused()).toBe(first)
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement?.id')).toBe('q')
  })

  test.runIf(texts)('a comparison has its answer, the first change and exact links', async () => {
    const page = await open('/compare/llama-2...llama-3.1', { viewport: { width: 1280, height: 800 } })
    const bottomOf = (selector: string) =>
      page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().bottom`)
    expect(await page.locator('.short dt').allTextContents()).toEqual([
      'New duties',
      'Stricter',
      'Freer',
      'Other words',
      'Same',
      'On upgrading',
    ])
    expect(await bottomOf('.clauses article.change header')).toBeLessThan(800)
    expect(await page.locator('.position').textContent()).toBe('1 of 5')
    expect(await page.locator('.strip i').count()).toBe(5)
    // What stands in the other text, or is folded, is shown where a link leads to it, an old one too.
    for (const hash of ['#policy-1.6', '#use-policy/1.6', '#clause-43', '#1.b.ii', '#clause-14']) {
      const other = await open(`/compare/llama-2...llama-3.1${hash}`, { javaScriptEnabled: false })
      const target = other.locator('article:target, article:has(> .place:target)')
      expect([hash, await target.isVisible()]).toEqual([hash, true])
      await other.close()
    }
    await page.getByLabel('Search in the clauses').fill('reporting violations')
    const found = page.getByRole('status')
    expect(await found.textContent()).toContain('0 of 26 clauses of the agreement, 1 of 38')
    expect(new URL(page.url()).searchParams.get('q')).toBe('reporting violations')
    expect(await page.evaluate('CSS.highlights.get("found").size')).toBeGreaterThan(0)
    const sent = await open(`/compare/llama-2...llama-3.1${new URL(page.url()).search}`, {
      javaScriptEnabled: false,
    })
    expect(await sent.locator('.shown').textContent()).toContain('0 of 26 clauses of the agreement, 1 of 38')
    expect(await sent.locator('.clauses mark').count()).toBeGreaterThan(0)
    await sent.emulateMedia({ media: 'print' })
    expect(await sent.locator('.clauses > .of:visible').count()).toBe(2)
    await page.close()
    await sent.close()
  })

  const pages = [
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
    '/licenses',
    '/licenses/llama-3.1',
    '/review',
    '/draft',
    '/draft/side-letter',
    '/draft/vendor-addendum',
    '/texts',
    '/nowhere',
  ]

  test.each(pages)('%s keeps nobody out, light and dark, narrow and wide', async (path) => {
    const page = await open(path, { colorScheme: 'light' })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violations(page, colorScheme)).toEqual([])
    }
    for (const width of [320, 768, 2560]) {
      await page.setViewportSize({ width, height: 800 })
      expect([width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([width, width])
    }
    await page.close()
  })

  test('a filled form with its document keeps nobody out', async () => {
    const page = await open('/draft/side-letter', { colorScheme: 'light' })
    await page.getByLabel('Open a matter from a file').setInputFiles('examples/acme.yaml')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violations(page, colorScheme)).toEqual([])
    }
    await page.close()
  })

  test('no page loads more than 50 kB of script and style, compressed', async () => {
    for (const path of [`/compare/llama-2...llama-3.1${withText}`, '/draft/side-letter']) {
      const page = await browser.newPage()
      const loaded: Request[] = []
      page.on('requestfinished', (request) => {
        if (request.url().includes('/assets/')) loaded.push(request)
      })
      await page.goto(base + path, { waitUntil: 'networkidle' })
      const sizes = await Promise.all(loaded.map((request) => request.sizes()))
      const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
      expect(bytes).toBeGreaterThan(1000)
      expect(bytes).toBeLessThan(50_000)
      await page.close()
    }
  })
})

async function downloaded(page: Page, click: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()])
  return file
}

/** What axe finds: every rule in light; in dark those that look at colours, since nothing else changes with them. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<unknown[]> {
  // The page's own policy lets no script in but the server's, so axe runs in the tool's world.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe)
  const ofColour = ['color-contrast', 'link-in-text-block']
  return page.evaluate(
    async (rules) => {
      const { axe: tool } = globalThis as unknown as {
        axe: {
          run(
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
        }
      }
      const result = await tool.run(rules ? { runOnly: { type: 'rule', values: rules } } : {})
      return result.violations.map(({ id, nodes }) => [
        id,
        nodes.length,
        nodes[0]?.html.slice(0, 300),
        nodes[0]?.failureSummary,
      ])
    },
    colorScheme === 'dark' ? ofColour : undefined,
  )
}
