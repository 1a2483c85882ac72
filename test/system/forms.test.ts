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
    // Before a model is named nothing hangs on the place; who wants to give it all the same can.
    await page.locator('#card-who').getByLabel('All questions').check()
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
    await page.locator('#f-models-0-model').fill('Llama 3.1')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download Word' }).click()
    expect((await file).suggestedFilename()).toMatch(/-risk-memo\.docx$/)
    await page.context().close()
  })

  test('makes the memo of a hospital from nothing, asked for what can change it and nothing else', async () => {
    const page = await open(await context(), '/draft/risk-memo')
    let acts = 0
    const act = (what: Promise<unknown>, of = 1) => {
      acts += of
      return what
    }
    const field = (id: string) => page.locator(`#f-${id}`)
    const write = async (id: string, words: string) => {
      await act(field(id).click())
      await page.keyboard.insertText(words)
    }
    // A list is opened and a word chosen.
    const choose = (id: string, value: string) => act(field(id).selectOption(value), 2)
    const tick = (id: string, value: string) => act(field(id).locator(`input[value="${value}"]`).check())
    const none = (id: string) => tick(id, '(none)')
    expect(await page.locator('#card-reach .field:visible, #card-controls .control:visible').count()).toBe(0)
    await act(page.getByLabel('What is the matter called?').click())
    await page.keyboard.insertText('Alder Ridge: notes')
    await write('client-name', 'Alder Ridge Health')
    await write('document-author', 'Outside counsel')
    await write('models-0-model', 'Llama 3.1 70B Instruct')
    await page.locator('#f-inside').waitFor()
    await page.locator('#f-client-domicile').waitFor({ state: 'hidden' })
    await write('client-principal-place-of-business', 'United States')
    for (const list of ['client-affiliates', 'vendors', 'sensitive-uses', 'reach-acquisitions'])
      await none(list)
    await choose('models-0-status', 'in-use')
    await tick('audience', 'staff')
    await choose('inside', 'own')
    await tick('deployment', 'on-premises')
    await choose('access', 'output-only')
    await tick('weights-recipients', 'nobody')
    await choose('fine-tuning-done', 'no')
    await choose('output-training-done', 'no')
    await tick('domains', 'health')
    await choose('personal-data', 'yes')
    await write('reach-at-most', '2.2 million')
    await write('reach-planned-users', '3 million')
    await choose('reach-affiliates-complete', 'yes')
    for (const fact of ['branding-uses-meta-marks', 'branding-open-source-claim']) await choose(fact, 'no')
    for (const fact of ['against-meta', 'over-llama-ip', 'planned']) await choose(`litigation-${fact}`, 'no')
    await expect.poll(() => page.locator('#preview[aria-busy]').count()).toBe(0)
    const controls = page.locator('.control:visible')
    expect(await controls.count()).toBeGreaterThan(3)
    // What is left is answered with the keyboard alone: a group is one stop, and an arrow chooses in it.
    await act(controls.first().getByLabel('yes', { exact: true }).check())
    for (let at = 1; at < (await controls.count()); at++) {
      await act(page.keyboard.press('Tab'))
      await act(page.keyboard.press('ArrowRight'))
    }
    expect(await page.locator('.control:visible :checked:not([value=""])').count()).toBe(
      await controls.count(),
    )
    const settled = page.locator('#progress b')
    await expect.poll(() => settled.textContent()).toMatch(/^(\d+) of \1$/)
    const file = page.waitForEvent('download')
    await act(page.getByRole('button', { name: 'Download Word' }).click())
    expect((await file).suggestedFilename()).toBe('Alder-Ridge-notes-risk-memo.docx')
    expect(acts).toBeLessThan(150)
    // On a small phone, and as wide as a page that is enlarged four times, nothing is cut off or beside the screen.
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.emulateMedia({ forcedColors: 'active' })
    const colourOf = (which: string) =>
      page.evaluate(
        `getComputedStyle([...document.querySelectorAll('${which}')].find((one) => one.checkVisibility())).backgroundColor`,
      )
    expect(await colourOf('.control :checked + span')).not.toBe(
      await colourOf('.control :not(:checked) + span'),
    )
    await page.context().setOffline(true)
    await field('client-name').fill('Alder Ridge Health, Inc.')
    await page.getByText('cannot be reached').waitFor()
    expect(await page.locator('#keeping').isVisible()).toBe(true)
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
