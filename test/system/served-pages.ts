import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Download, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createApp, openSite, type SiteOptions, type WholeSite } from '../../src/server/index.ts'
import { findChromium } from '../setup/chromium.ts'

/** A browser and a server of the pages beside it. */
export interface ServedPages {
  browser: Browser
  site: WholeSite
  /** Where it is served, without the last stroke. */
  base: string
}

export const executablePath = findChromium()
if (!executablePath) console.info('skipped: the pages in a browser (no Chromium here)')

/** Serves the pages to a browser while the tests of a `describe` run; what is given is filled before the first of them. */
export function servedPages(options: Partial<SiteOptions> = {}): ServedPages {
  const served = {} as ServedPages
  let server: Server
  beforeAll(async () => {
    const none = Number.POSITIVE_INFINITY
    served.site = await openSite({ perMinute: none, workPerMinute: none, workTime: 60_000, ...options })
    served.site.assets.files.set('axe.js', { body: axe, type: 'text/javascript' })
    server = createServer(createApp(served.site)).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    served.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    served.browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await served.browser?.close()
    server?.close()
    await served.site?.workshop.close()
  })
  return served
}

// The page's own policy lets in the server's scripts alone; from there a browser keeps it compiled.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'))

/** What is downloaded when one clicks. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()])
  return file
}

/** What axe finds: every rule in light; in dark those that look at colours, since nothing else changes with them. */
export async function violations(page: Page): Promise<unknown[]> {
  const found: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (!(await page.evaluate('"axe" in globalThis'))) await page.addScriptTag({ url: '/assets/axe.js' })
    const options =
      colorScheme === 'dark' ? { runOnly: { type: 'rule', values: ofColour } } : { rules: alsoAsked }
    found.push(...(await page.evaluate(run, options)))
  }
  return found
}

const ofColour = ['color-contrast', 'link-in-text-block']
/** Rules that axe has and does not run of itself: WCAG 2.2, 2.5.8, 24 pixels. */
const alsoAsked = { 'target-size': { enabled: true } }

/** Runs in the page. */
async function run(options: object): Promise<unknown[]> {
  const { axe: tool } = globalThis as unknown as {
    axe: {
      run(
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
    }
  }
  // Of what holds it would else tell every element.
  const result = await tool.run({ ...options, resultTypes: ['violations'] })
  return result.violations.map(({ id, nodes }) => [
    id,
    nodes.length,
    nodes[0]?.html.slice(0, 300),
    nodes[0]?.failureSummary,
  ])
}
