import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, openSite, type Site } from '../../src/server/index.ts'
import { findChromium } from '../setup/chromium.ts'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the forms in a browser (no Chromium here)')

describe.runIf(executablePath)('what is typed into a form', () => {
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

  const context = (javaScriptEnabled = true): Promise<BrowserContext> =>
    browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled })

  async function open(on: BrowserContext, path: string): Promise<Page> {
    const page = await on.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
    await page.goto(base + path)
    return page
  }

  test.each([
    ['with scripts', true],
    ['without', false],
  ])('%s comes back with what is wrong at its head and at its field', async (_name, scripts) => {
    const page = await open(await context(scripts), '/draft/risk-memo')
    await page.getByLabel('What is the matter called?').fill('Harrow search')
    await page.locator('#f-client-name').fill('Harrow Insurance Company')
    await page.locator('#f-client-principal-place-of-business').fill('Freedonia')
    await page.getByRole('button', { name: 'Download Word' }).click()
    await page.waitForURL('**/draft/risk-memo')
    const head = page.locator('#wrong')
    await head.waitFor()
    expect(await head.textContent()).toContain('Freedonia')
    expect(await page.evaluate('document.activeElement?.id')).toBe('wrong')
    const place = page.locator('#f-client-principal-place-of-business')
    expect(await place.inputValue()).toBe('Freedonia')
    expect(await place.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#f-client-name').inputValue()).toBe('Harrow Insurance Company')
    await head.getByRole('link').first().click()
    await place.fill('United States')
    await page.locator('#f-models-0-license').fill('Llama 3.1 Community License')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download Word' }).click()
    expect((await file).suggestedFilename()).toMatch(/-risk-memo\.docx$/)
    await page.context().close()
  })

  test('goes with the matter from document to document, with what was chosen for each', async () => {
    const page = await open(await context(false), '/draft/vendor-addendum')
    await page.getByLabel('What is the matter called?').fill('Harrow search')
    await page.locator('#f-vendor-name').fill('Tidewater Software, Inc.')
    await page.getByLabel('With a cover page of its fields').check()
    await page.getByRole('button', { name: 'Risk memo' }).click()
    await page.waitForURL('**/draft/risk-memo')
    expect(await page.getByLabel('What is the matter called?').inputValue()).toBe('Harrow search')
    await page.getByRole('button', { name: 'Llama Addendum' }).click()
    await page.waitForURL('**/draft/vendor-addendum')
    expect(await page.locator('#f-vendor-name').inputValue()).toBe('Tidewater Software, Inc.')
    expect(await page.getByLabel('With a cover page of its fields').isChecked()).toBe(true)
    await page.context().close()
  })

  test('outlives its tab on this device, one form beside another, until it is forgotten', async () => {
    const device = await context()
    for (const name of ['Harrow search', 'Tidewater chat']) {
      const page = await open(device, '/draft/risk-memo')
      await page.getByLabel('What is the matter called?').fill(name)
      await page.locator('#f-client-name').fill(`${name} Ltd`)
      await page.locator('#keeping').waitFor()
      // As where a tab ends: nothing of the page is asked.
      await page.close({ runBeforeUnload: false })
    }
    const page = await open(device, '/draft/risk-memo')
    const kept = page.locator('#kept p')
    await expect.poll(() => kept.count()).toBe(2)
    await kept.filter({ hasText: 'Harrow' }).getByRole('button', { name: 'Take it up' }).click()
    await expect.poll(() => page.locator('#f-client-name').inputValue()).toBe('Harrow search Ltd')
    await page.goto(`${base}/draft/risk-memo`)
    await kept.filter({ hasText: 'Tidewater' }).getByRole('button', { name: 'Forget it' }).click()
    await page.reload()
    await expect.poll(() => kept.allTextContents()).toEqual([expect.stringContaining('Harrow search')])
    await device.close()
  })

  test('is kept on no device where the server says so', async () => {
    site.options.autosave = false
    try {
      const page = await open(await context(), '/draft/risk-memo')
      await page.locator('#f-client-name').fill('Harrow')
      await expect.poll(() => page.locator('#preview h2').count()).toBeGreaterThan(0)
      expect(await page.evaluate('localStorage.length')).toBe(0)
      await page.context().close()
    } finally {
      site.options.autosave = true
    }
  })
})
