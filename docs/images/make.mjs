// Makes the pictures of the documentation from the built program: `npm run build && npm run images`. The official
// texts are left out of it, so that no picture holds their words.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import UPNG from 'upng-js'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const program = join(root, 'dist/clausebook.js')
const folder = mkdtempSync(join(tmpdir(), 'clausebook-images-'))
const texts = join(folder, 'texts')
mkdirSync(texts)
const env = { ...process.env, CLAUSEBOOK_TEXTS: texts, CLAUSEBOOK_OFFLINE: '1' }

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
await pictureOfReport()
const server = spawn(process.execPath, [program, 'serve', '--port', '0'], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(server.stdout, 'data')
const base = /http:\S+/.exec(String(line))[0].replace(/\/$/, '')

const compare = '/compare/llama-2...llama-3.1'
const answers =
  'who=company&where=DE&model=llama-3.1&model=llama-4&audience=customers&runs=own-cloud&users=1000000'
await picture('page-home', '/')
await picture('page-assess', `/assess?${answers}`, { to: '#answer' })
await picture('page-compare', compare)
await picture('page-compare-sides', `${compare}?view=sides&show=changed`, { to: '#clauses' })
await picture('page-compare-narrow', compare, { width: 390, height: 800 })
await picture('page-topic', '/topics/user-threshold', { colorScheme: 'dark' })
await picture('page-license', '/licenses/llama-3.1')
await picture('page-timeline', '/timeline')
await picture('page-matrix', '/matrix')
await picture('page-draft', '/draft/side-letter', { act: openMatter })
await picture('page-review', '/review', { act: review })
await picture('page-texts', '/texts', { height: 600 })

server.kill()
await browser.close()
rmSync(folder, { recursive: true })

async function pictureOfReport() {
  const report = join(folder, 'report.html')
  const options = ['compare', 'llama-2', 'llama-3.1', '--changed', '--output', report]
  execFileSync(process.execPath, [program, ...options], { env })
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  await page.goto(pathToFileURL(report).href)
  await page.evaluate(() => scrollTo(0, document.querySelector('.reading').offsetTop))
  await keep(page, 'comparison')
}

/** @param to the element that is scrolled to the top; `act` what is done on the page first */
async function picture(name, path, { width = 1200, height = 800, colorScheme = 'light', to, act } = {}) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  await page.goto(base + path)
  await act?.(page)
  if (to) await page.locator(to).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.evaluate(() => document.fonts.ready)
  await keep(page, name)
  await page.close()
}

async function openMatter(page) {
  await page.getByLabel('Open a matter from a file').setInputFiles(join(root, 'examples/acme.yaml'))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.locator('.paper').waitFor()
}

async function review(page) {
  await page.getByLabel(/^A file/).setInputFiles(join(root, 'examples/papers/tidewater-terms.md'))
  await page.getByLabel(/YAML file$/).setInputFiles(join(root, 'examples/vendor-saas.yaml'))
  await page.getByRole('button', { name: 'Review' }).click()
  await page.waitForURL(/review\/[0-9a-f]{32}/)
}

/** With 64 colours, which are as many as a page of text shows, in a third of the bytes. */
async function keep(page, name) {
  const { width, height, ...pixels } = UPNG.decode(await page.screenshot())
  const few = UPNG.encode(UPNG.toRGBA8({ width, height, ...pixels }), width, height, 64)
  writeFileSync(join(here, `${name}.png`), Buffer.from(few))
}
