// Makes the pictures of the README from the built program: `npm run build && npm run images`.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'clausebook-images-'))
const report = join(folder, 'report.html')
execFileSync(process.execPath, [
  join(here, '../../dist/clausebook.js'),
  ...['compare', 'llama-2', 'llama-3.1', '--changed', '--output', report],
])
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
await page.goto(pathToFileURL(report).href)
await page.locator('#clauses').scrollIntoViewIfNeeded()
await page.evaluate(() => scrollTo(0, document.querySelector('.reading').offsetTop))
await page.screenshot({ path: join(here, 'comparison.png') })
await browser.close()
rmSync(folder, { recursive: true })
