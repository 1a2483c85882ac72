// The pages in a browser: what comes over the line, how far what is read moves while it comes, and how long the page takes
// to show what one does on it. The floor is a page that holds the same words and nothing else; the rival to a comparison is
// the page that diff2html makes of the same two files.
import { get } from 'node:http'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { compareTwoFiles, lookAtChange, twoFiles, visits } from './pages/visits.mjs'
import { ownServer, started } from './server/started.mjs'

const limits = { bytes: 60_000, shift: 0.1, delay: 200 }
const rounds = 3

export async function run() {
  const ours = await started(ownServer)
  const rival = await started(['bench/pages/rival.mjs', ...twoFiles])
  const [base, rivalBase] = [ours, rival].map(({ address }) => address.replace(/\/$/, ''))
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    const rows = []
    const floor = await bareDelay(browser)
    for (const visit of visits) rows.push({ name: visit.name, ...(await measured(browser, base, visit)) })
    const path = await compareTwoFiles(browser, base)
    const [own, theirs] = [
      await measured(browser, base, { path, act: lookAtChange }),
      await measured(browser, rivalBase, { path: '/', act: lookAtChange }),
    ]
    return [
      '### The pages in a browser',
      '',
      `Of ${rounds} visits with nothing kept from before the median of what moves and the best of what is waited for, since other programs had the processors too; × is the ratio to the page's words alone, packed the same. A page with one field and nothing else takes ${floor} ms to show a key.`,
      '',
      '| page | kB | of its words | with fonts | shift | delay |',
      '| --- | ---: | ---: | ---: | ---: | ---: |',
      ...rows.map(
        ({ name, bytes, words, fonts, shift, delay }) =>
          `| ${name} | ${told(kB(bytes), bytes > limits.bytes)} | ${(bytes / words).toFixed(1)}× | ${kB(bytes + fonts)} | ${told(shift.toFixed(3), shift > limits.shift)} | ${told(`${delay} ms`, delay > limits.delay)} |`,
      ),
      '',
      'Two agreements that were sent, compared; and the page that diff2html makes of the same two, packed and sent by bare Express:',
      '',
      '| page | kB | of its words | with fonts | first paint | shift | a click on a change |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...Object.entries({ Clausebook: own, diff2html: theirs }).map(
        ([name, { bytes, words, fonts, paint, shift, delay }]) =>
          `| ${name} | ${kB(bytes)} | ${(bytes / words).toFixed(1)}× | ${kB(bytes + fonts)} | ${Math.round(paint)} ms | ${shift.toFixed(3)} | ${delay} ms |`,
      ),
      '',
    ].join('\n')
  } finally {
    await browser.close()
    ours.process.kill()
    rival.process.kill()
  }
}

/** What is over its limit is told. */
const told = (value, over) => (over ? `**${value}, over**` : value)
const kB = (bytes) => (bytes / 1000).toFixed(1)
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function measured(browser, base, visit) {
  const all = []
  for (let round = 0; round < rounds; round += 1) all.push(await visited(browser, base, visit))
  const of = (key) => median(all.map((one) => one[key]))
  return {
    bytes: of('bytes'),
    fonts: of('fonts'),
    words: of('words'),
    shift: of('shift'),
    paint: Math.min(...all.map((one) => one.paint)),
    delay: Math.min(...all.map((one) => one.delay)),
  }
}

async function visited(browser, base, { path, before, act }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(watch)
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(base + path)
  await before?.(page)
  await page.waitForLoadState('networkidle')
  const html = await page.content()
  const shift = await page.evaluate(() => globalThis.watched.shift)
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  const words = gzipSync(await page.evaluate(() => document.body.textContent.replace(/\s+/g, ' '))).length
  await act(page)
  // The next frame, and what tells how long it took.
  await page.waitForTimeout(400)
  const delay = await page.evaluate(() => globalThis.watched.delay)
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, at]) => at)
  const sizes = await Promise.all(assets.map(async (at) => [at, await sent(base + at)]))
  const sum = (fonts) =>
    sizes.filter(([at]) => at.endsWith('.woff2') === fonts).reduce((all, [, size]) => all + size, 0)
  const own = before ? gzipSync(html).length : await sent(base + path)
  await context.close()
  return { bytes: own + sum(false), fonts: sum(true), words, shift, paint, delay }
}

/** Runs in the page, before anything else: sums up what moves by itself, and keeps the longest that an act took. */
function watch() {
  const watched = { shift: 0, delay: 0 }
  globalThis.watched = watched
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) watched.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) watched.delay = Math.max(watched.delay, duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
}

async function bareDelay(browser) {
  const page = await browser.newPage()
  await page.addInitScript(watch)
  await page.goto('data:text/html,<title>Bare</title><input>')
  await page.locator('input').pressSequentially('notice', { delay: 50 })
  await page.waitForTimeout(400)
  const delay = await page.evaluate(() => globalThis.watched.delay)
  await page.close()
  return delay
}

function sent(address) {
  return new Promise((done, failed) =>
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let length = 0
      answer.on('data', (part) => {
        length += part.length
      })
      answer.on('end', () => done(length))
    }).on('error', failed),
  )
}
