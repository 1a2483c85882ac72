import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { Problem } from '../../src/problem.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { downloaded, executablePath, servedPages, violations } from './served-pages.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('skipped: the redline of an official text (CLAUSEBOOK_TEXTS is not set)')

describe.runIf(executablePath)('the pages in a browser', () => {
  const served = servedPages()
  const contexts: BrowserContext[] = []
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })

  /** A page whose own errors, and requests to elsewhere, fail the test that opened it. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await served.browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
    page.on('console', (message) => {
      if (message.type() === 'error') expect.soft(message.text()).toMatch(/status of 4\d\d/)
    })
    page.on('request', (asked) => expect.soft(new URL(asked.url()).origin).toBe(served.base))
    await page.goto(served.base + path)
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
      await page.getByRole('link', { name: 'Llama Addendum', exact: true }).click()
      await page.getByLabel('Open a matter from a file').setInputFiles('examples/vendor-saas.yaml')
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      const vendor = page.locator('#f-vendor-name')
      await vendor.fill('Wayfarer Analytics SA')
      expect(await page.locator('#positions .taken').first().textContent()).toMatch(/^preferred: ./)
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
      await page.goto(`${served.base}/compare/files`)
      const picture = {
        name: 'photo.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 3]),
      }
      await page.getByLabel('A file', { exact: true }).setInputFiles(picture)
      await page.getByRole('button', { name: 'Compare' }).click()
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('photo.md is not a text')
      // What is too large is told at its field, or by a page behind which the form stands as it was filled.
      await page.getByLabel('A license', { exact: true }).selectOption('llama-2')
      const buffer = Buffer.alloc(20 * 1024 * 1024 + 1, 'a ')
      const field = page.getByLabel('A file', { exact: true })
      await field.setInputFiles({ name: 'large.md', mimeType: 'text/markdown', buffer })
      const said = 'document.querySelector("#right_file").validationMessage'
      if (javaScriptEnabled) return expect(await page.evaluate(said)).toContain('20 MB')
      await page.getByRole('button', { name: 'Compare' }).click()
      expect(await page.locator('.message').textContent()).toContain('20 MB at most')
      await page.goBack()
      expect(await page.getByLabel('A license', { exact: true }).inputValue()).toBe('llama-2')
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
    expect(await violations(page)).toEqual([])
    const redline = await downloaded(page, () => page.getByRole('link', { name: /^Redline in Word/ }).click())
    const parts = unzipSync(readFileSync(await redline.path()))
    expect(strFromU8(parts['word/document.xml']!)).toMatch(
      /<w:delText[^>]*>30<.*<w:t[^>]*>60<.*w:author="Pike"/s,
    )
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  test('a vendor’s paper is reviewed: the worst first, and a row leads to the words that decide', async () => {
    const page = await open('/review')
    await page.getByLabel(/^A file/).setInputFiles('examples/papers/tidewater-terms.md')
    await page.getByLabel(/YAML file$/).setInputFiles('examples/vendor-saas.yaml')
    await page.getByRole('button', { name: 'Review' }).click()
    await page.waitForURL(/review\/[0-9a-f]{32}/)
    expect(await page.locator('.verdicts .badge').first().textContent()).toBe('contrary')
    expect(await violations(page)).toEqual([])
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
    expect(await violations(page)).toEqual([])
    await row.getByLabel('Who decides').fill('M. Okafor')
    // Another row that is begun stays as it was typed, also when the page is loaded anew.
    const begun = page.locator('#r-incidents')
    if (!(await begun.getByText('Set it yourself').isVisible()))
      await begun.locator('summary').first().click()
    await begun.getByText('Set it yourself').click()
    await begun.getByLabel('Why').fill('Not read yet.')
    await row.getByLabel('Who decides').press('Enter')
    await page.waitForURL(/#r-no-training/)
    expect(await row.locator('summary').first().textContent()).toContain('set by M. Okafor')
    expect(await begun.getByLabel('Why').inputValue()).toBe('Not read yet.')
    await page.reload()
    expect(await begun.getByLabel('Why').inputValue()).toBe('Not read yet.')
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.goto(`${served.base}/review`)
    await page.getByRole('button', { name: 'A vendor’s terms' }).click()
    await page.waitForURL(/review\/[0-9a-f]{32}/)
    expect(await page.locator('.verdicts .badge').first().textContent()).toBe('contrary')
  })

  test('a deal and a letter come with a sample, and long work shows its step and can be called off', async () => {
    const page = await open('/deals')
    const keepsNobodyOut = async () => {
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    await page.getByRole('button', { name: 'An addendum that came back' }).click()
    await page.waitForURL(/deals\/dropped\/[0-9a-f]{32}/)
    const row = (title: string) => page.locator('tr', { has: page.getByRole('link', { name: title }) })
    expect(await row('Return and deletion').textContent()).toContain('without a mark')
    expect(await row('No training').textContent()).toContain('changed to something else')
    expect(await row('Display').textContent()).toContain('accepted')
    await keepsNobodyOut()
    await page.goto(`${served.base}/review`)
    await page.getByRole('button', { name: 'A letter of ours that came back' }).click()
    await page.waitForURL(/review\/[0-9a-f]{32}/)
    expect(await page.locator('main .lead').textContent()).toContain('a letter that amends Llama 3.1')
    expect(await page.locator('.verdicts details[data-verdict="below"]').count()).toBeGreaterThan(3)
    await keepsNobodyOut()
    const work = served.site.underWay.begin({ title: 'Reviewing long.md', back: '/review' }, ({ tell }) => {
      tell({ what: 'Judging clause by clause', done: 7, of: 24 })
      return new Promise(() => {})
    })
    await page.goto(`${served.base}/work/${work.id}`)
    expect(await page.getByRole('status').textContent()).toBe('Judging clause by clause, 7 of 24')
    await keepsNobodyOut()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Cancelled')
    await keepsNobodyOut()
    // Behind work that failed stands the form, as it was filled.
    await page.goto(`${served.base}/compare/files`)
    await page.getByLabel('A license', { exact: true }).selectOption('llama-2')
    await page.getByLabel('A file', { exact: true }).setInputFiles('examples/agreements/lantern-1.md')
    const failing = served.site.underWay.begin({ title: 'Comparing', back: '/compare/files' }, () =>
      Promise.reject(new Problem('unread', 'lantern-1.md cannot be read: it is empty')),
    )
    await page.goto(`${served.base}/work/${failing.id}`)
    expect(await page.getByRole('alert').textContent()).toContain('it is empty')
    await page.goBack()
    expect(await page.getByLabel('A license', { exact: true }).inputValue()).toBe('llama-2')
    expect(await page.evaluate('document.querySelector("#right_file").files.length')).toBe(1)
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
      // What is proposed follows what is chosen and typed.
      const first = page.locator('#positions .position-choice').first()
      expect(await first.locator('.taken').textContent()).toMatch(/^(preferred|fallback|walk-away): ./)
      const title = await first.locator('label').textContent()
      await first.locator('select').selectOption('off')
      await page.locator('#f-client-name').fill('Harrow and others')
      await expect
        .poll(() => page.locator('#positions .position-choice label').first().textContent())
        .not.toBe(title)
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
    // A comparison that takes long shows its progress first, which has no changes to go to.
    await page.locator('.clauses article.change').first().waitFor()
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
    // Whoever sets the clauses otherwise goes on from the clause that is read.
    const topOf = `document.getElementById('${first}').getBoundingClientRect().top`
    await page.goto(`${served.base}/compare/llama-2...llama-3.1${withText}#${first}`)
    await page.evaluate('scrollBy(0, 40)')
    const before = await page.evaluate<number>(topOf)
    for (const name of ['Side by side', 'All']) {
      // The browser that is driven would scroll to it first.
      await page.getByRole('link', { name, exact: true }).evaluate((link: { click(): void }) => link.click())
      await page.locator(`.set [aria-current]:text-is("${name}")`).waitFor()
      await expect.poll(() => page.evaluate(topOf)).toBeCloseTo(before, -1)
      expect(await page.evaluate('location.hash')).toBe(`#${first}`)
    }
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
    expect(await page.locator('.position').textContent()).toBe('1 of 4')
    expect(await page.locator('.strip i').count()).toBe(4)
    // What stands in the other text, or is folded, is shown where a link leads to it, an old one too.
    const other = await open('/', { javaScriptEnabled: false })
    for (const hash of ['#policy-1.6', '#use-policy/1.6', '#clause-43', '#1.b.ii', '#clause-14']) {
      await other.goto(`${served.base}/compare/llama-2...llama-3.1${hash}`)
      const target = other.locator('article:target, article:has(> .place:target)')
      expect([hash, await target.isVisible()]).toEqual([hash, true])
    }
    await page.evaluate('globalThis.stays = true')
    await page.getByLabel('Search in the clauses').fill('reporting violations')
    const found = page.getByRole('status')
    await expect.poll(() => found.textContent()).toContain('0 of 26 clauses of the agreement, 1 of 38')
    expect(new URL(page.url()).searchParams.get('q')).toBe('reporting violations')
    expect(await page.evaluate('CSS.highlights.get("found").size')).toBeGreaterThan(0)
    // A group of topics narrows it further, and the page stays.
    const sent = await open(`/compare/llama-2...llama-3.1${new URL(page.url()).search}`, {
      javaScriptEnabled: false,
    })
    await page.getByLabel('Search in the clauses').fill('')
    await page.getByLabel('Group of topics').selectOption({ label: 'Commercial terms' })
    await expect.poll(() => found.textContent()).toMatch(/^[1-9] of 26 clauses of the agreement, 0 of 38/)
    const counted = (await found.textContent())!.replace(/\.$/, '')
    await other.goto(served.base + new URL(page.url()).pathname + new URL(page.url()).search)
    expect(await other.locator('.shown').textContent()).toContain(counted)
    expect(
      new URL((await page.getByRole('link', { name: 'Side by side' }).getAttribute('href'))!).search,
    ).toMatch(/group=/)
    expect(await page.evaluate('globalThis.stays')).toBe(true)
    expect(await sent.locator('.shown').textContent()).toContain('0 of 26 clauses of the agreement, 1 of 38')
    expect(await sent.locator('.clauses mark').count()).toBeGreaterThan(0)
    await sent.emulateMedia({ media: 'print' })
    expect(await sent.locator('.clauses > .of:visible').count()).toBe(2)
    // On the paper that a printer has, with nothing beside it: 8.5 by 11 inches less margins of 20 mm a side.
    const pdf = (await other.pdf({ format: 'Letter', preferCSSPageSize: true })).toString('latin1')
    const sheets = pdf.match(/\/MediaBox ?\[[^\]]*\]/g) ?? []
    expect(new Set(sheets)).toEqual(new Set(['/MediaBox [0 0 612 792]']))
    expect(sheets.length).toBeGreaterThan(3)
    await other.emulateMedia({ media: 'print' })
    await other.setViewportSize({ width: 665, height: 900 })
    expect(await other.evaluate('document.documentElement.scrollWidth')).toBe(665)
  })
})
