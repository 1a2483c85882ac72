import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareRestated } from '../../src/compare/knowledge.ts'
import { htmlReport } from '../../src/compare/report.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { findChromium } from '../setup/chromium.ts'

const executablePath = findChromium()
if (!executablePath) console.info('skipped: the HTML report in a browser (no Chromium here)')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.runIf(executablePath)('the HTML report in a browser', () => {
  let browser: Browser
  let html: string
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    html = htmlReport(compareRestated(await loadLibrary(), 'llama-2', 'llama-3.1'), { notes: ['A note.'] })
  })
  afterAll(() => browser?.close())

  async function open(width: number, colorScheme: 'light' | 'dark') {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    await page.setContent(html)
    return page
  }

  test.each(['light', 'dark'] as const)('has nothing that keeps anyone out (%s)', async (scheme) => {
    const page = await open(1280, scheme)
    await page.addScriptTag({ content: axe })
    const violations = await page.evaluate(async () => {
      const result = await (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
      ).axe.run()
      return result.violations.map(({ id, nodes }) => [id, nodes[0]?.html])
    })
    expect(violations).toEqual([])
    await page.close()
  })

  test.each([320, 800, 1280, 2560])('fits a page of %i pixels', async (width) => {
    const page = await open(width, 'light')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.close()
  })

  test('hides what has not changed when asked, without a script', async () => {
    const page = await open(1280, 'light')
    expect(await page.locator('article.still:visible').count()).toBeGreaterThan(0)
    await page.getByLabel('Changes only').check()
    expect(await page.locator('article.still:visible').count()).toBe(0)
    expect(await page.locator('article:visible').count()).toBeGreaterThan(0)
    await page.close()
  })
})
