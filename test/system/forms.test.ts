import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { assessExamples } from '../../src/server/assess/examples.ts'
import { type Answer, hospital } from './hospital.ts'
import { downloaded, executablePath, servedPages } from './served-pages.ts'

describe.runIf(executablePath)('what is typed into a form', () => {
  const served = servedPages()

  const context = (javaScriptEnabled = true): Promise<BrowserContext> =>
    served.browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled })

  async function open(on: BrowserContext, path: string): Promise<Page> {
    const page = await on.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => expect.soft(error.message).toBe(''))
    await page.goto(served.base + path)
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
    if (scripts) {
      // What is mended there is there again when the page is reloaded, or gone back to from another.
      await place.fill('Sylvania')
      await isKept(page, 'Sylvania')
      await page.reload()
      await expect.poll(() => place.inputValue()).toBe('Sylvania')
      await place.fill('Ruritania')
      await isKept(page, 'Ruritania')
      await page.goto(`${served.base}/about`)
      await page.goBack()
      await expect.poll(() => place.inputValue()).toBe('Ruritania')
    }
    await head.getByRole('link').first().click()
    await place.fill('United States')
    await page.locator('#f-models-0-model').fill('Llama 3.1')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download Word' }).click()
    expect((await file).suggestedFilename()).toMatch(/-risk-memo\.docx$/)
    // Behind the form that came back, and the link to its field, stands the one that was sent, as it was.
    await page.goBack()
    await page.goBack()
    await expect.poll(() => page.locator('#f-client-name').inputValue()).toBe('Harrow Insurance Company')
    expect(await place.inputValue()).toBe('Freedonia')
    if (scripts) {
      const later = page.locator('#kept p')
      expect(await later.textContent()).toContain('“Harrow search” for Harrow Insurance Company')
      await later.getByRole('button', { name: 'Take it up' }).click()
      await expect.poll(() => place.inputValue()).toBe('United States')
      // Back from another document of the matter it is there with what was typed in that one.
      await page.getByRole('button', { name: 'Issues list' }).click()
      await page.waitForURL('**/draft/issues-list')
      await page.getByLabel('What is the matter called?').fill('Harrow find')
      await isKept(page, 'Harrow find')
      await page.goBack()
      await page.waitForURL('**/draft/risk-memo')
      await expect.poll(() => page.getByLabel('What is the matter called?').inputValue()).toBe('Harrow find')
      expect(await place.inputValue()).toBe('United States')
    }
    await page.context().close()
  })

  test('makes the memo of a hospital from nothing, asked for what can change it and nothing else', async () => {
    const page = await open(await context(), '/draft/risk-memo')
    let acts = 0
    const act = (what: Promise<unknown>, of = 1) => {
      acts += of
      return what
    }
    expect(await page.locator('#card-reach .field:visible, #card-controls .control:visible').count()).toBe(0)
    for (const answer of hospital) {
      const field = page.locator(`#${answer.field}`)
      if ('write' in answer) {
        await act(field.click())
        await page.keyboard.insertText(answer.write)
      } else if ('tick' in answer) await act(field.locator(`input[value="${answer.tick}"]`).check())
      // A list is opened and a word chosen.
      else await act(field.selectOption(answer.choose), 2)
      if (answer.field === 'f-models-0-model')
        await page.locator('#f-client-domicile').waitFor({ state: 'hidden' })
    }
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
    await page.locator('#f-client-name').fill('Alder Ridge Health, Inc.')
    await page.getByText('cannot be reached').waitFor()
    expect(await page.locator('#keeping').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Download Word' }).click()
    await page.getByText('nothing was sent').waitFor()
    expect(await page.locator('#f-client-name').inputValue()).toBe('Alder Ridge Health, Inc.')
    await page.context().close()
  })

  test('is folded where /assess has the answers, and unfolds for whoever changes one or has one wrong', async () => {
    const page = await open(
      await context(),
      `/assess${assessExamples[0]!.query.replace('audience=staff&', '')}`,
    )
    // What is chosen counts before it is answered: a question leads to its field and asks nothing anew, and the memo has it.
    await page.route('**/assess?*', async (route) => {
      await new Promise((done) => setTimeout(done, 3000))
      await route.continue()
    })
    await page.locator('#q-audience input[value="staff"]').check()
    expect(page.url()).toContain('audience=staff')
    const question = page.locator('.paths [data-asks]').first()
    const asked = await question.getAttribute('data-asks')
    await question.click()
    expect(await page.evaluate(`document.activeElement.closest('#q-${asked}') !== null`)).toBe(true)
    expect(await page.locator('#q-audience input[value="staff"]').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Make the memo' }).click()
    await page.waitForURL('**/draft/risk-memo/begin')
    const controls = page.locator('#facts :is(input:not([type="radio"]), select, textarea, .control):visible')
    const before = await controls.count()
    expect(before).toBeLessThan(60)
    const uses = page.locator('#card-uses')
    const line = uses.locator('summary')
    expect(await line.textContent()).toContain('staff · on premises · health')
    // Printed is the document.
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.paper').isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
    // Enter in a field asks for the document, and for no other one.
    await page.locator('#f-client-name').fill('Alder Ridge Health')
    await page.locator('#f-client-name').press('Enter')
    await expect.poll(() => page.locator('.paper').textContent()).toContain('Alder Ridge Health')
    expect(new URL(page.url()).pathname).toContain('/draft/risk-memo')
    await line.press('Enter')
    await page.locator('#f-audience input[value="public"]').check()
    await expect.poll(() => line.textContent()).toContain('staff, public')
    await line.press('Enter')
    expect(await page.locator('#f-audience').isVisible()).toBe(false)
    const who = page.locator('#card-who')
    await who.locator('summary').click()
    const place = page.locator('#f-client-principal-place-of-business')
    await place.fill('Freedonia')
    await who.locator('summary').click()
    // What is wrong in a fold opens it.
    await expect.poll(() => place.getAttribute('aria-invalid')).toBe('true')
    expect(await place.isVisible()).toBe(true)
    const matter = await downloaded(page, () =>
      page.getByRole('button', { name: 'Download the matter' }).click(),
    )
    const told = readFileSync(await matter.path(), 'utf8')
    for (const words of ['Freedonia', '- public', '- on-premises', 'over_llama_ip: no'])
      expect(told).toContain(words)
    await page.context().close()
  })

  test('is filled and sent with the keyboard alone', async () => {
    const page = await open(await context(), '/draft/risk-memo')
    for (const answer of hospital) await answerByKeys(page, answer)
    await expect.poll(() => page.locator('#preview[aria-busy]').count()).toBe(0)
    const controls = page.locator('.control:visible')
    await focusByKeys(page, '.control:not(.idle) input:checked')
    for (let at = 0; at < (await controls.count()); at++) {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Tab')
    }
    const settled = page.locator('#progress b')
    await expect.poll(() => settled.textContent()).toMatch(/^(\d+) of \1$/)
    // What has the focus is seen, and no bar hides it.
    const covered = await page.evaluate(`[...document.querySelectorAll('#facts :is(input, textarea, select)')]
      .filter((one) => one.checkVisibility() && !one.closest('.actions'))
      .filter((one) => {
        one.focus()
        return one.getBoundingClientRect().bottom > document.querySelector('.actions').getBoundingClientRect().top
          && document.querySelector('.actions').getBoundingClientRect().bottom >= innerHeight
      }).map(({ id, name }) => id || name)`)
    expect(covered).toEqual([])
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none')
    await focusByKeys(page, 'button[value="docx"]')
    const file = await downloaded(page, () => page.keyboard.press('Enter'))
    expect(file.suggestedFilename()).toBe('Alder-Ridge-notes-risk-memo.docx')
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
    await page.getByRole('button', { name: 'Llama Addendum', exact: true }).click()
    await page.waitForURL('**/draft/vendor-addendum')
    expect(await page.locator('#f-vendor-name').inputValue()).toBe('Tidewater Software, Inc.')
    expect(await page.getByLabel('With a cover page of its fields').isChecked()).toBe(true)
    // Back from another page there it is again, and no browser asks whether to send it once more.
    await page.getByRole('link', { name: 'Topics', exact: true }).click()
    await page.waitForURL('**/topics')
    await page.goBack()
    expect(await page.locator('#f-vendor-name').inputValue()).toBe('Tidewater Software, Inc.')
    await page.context().close()
  })

  test('outlives its tab on this device, one form beside another, until it is forgotten', async () => {
    const device = await context()
    const tabs = new Map<string, Page>()
    for (const name of ['Harrow search', 'Tidewater chat'])
      tabs.set(name, await open(device, '/draft/risk-memo'))
    for (const [name, tab] of tabs) {
      await tab.getByLabel('What is the matter called?').fill(name)
      await tab.locator('#f-client-name').fill(`${name} Ltd`)
      await tab.locator('#card-negotiation').getByLabel('All questions').check()
      await focusByKeys(tab, '#f-negotiation-negotiable')
      // The arrows alone choose; what is typed makes the list shorter, and may stand for itself.
      await tab.keyboard.press('ArrowDown')
      const offered = tab.locator('.offer [role="option"]')
      const [first, second] = (await offered.allTextContents()).slice(0, 2)
      await tab.keyboard.press('ArrowDown')
      expect(await tab.locator('.offer [aria-selected="true"]').textContent()).toBe(second)
      await tab.keyboard.press('ArrowUp')
      await tab.keyboard.press('Enter')
      const lines = tab.locator('.picks li')
      expect(await lines.allTextContents()).toEqual([`${first} Remove`])
      await focusByKeys(tab, '.picks button')
      await tab.keyboard.press('Enter')
      await tab.keyboard.insertText('use')
      expect(await offered.count()).toBeGreaterThan(1)
      await tab.keyboard.press('Escape')
      expect(await offered.first().isVisible()).toBe(false)
      await tab.keyboard.press('ControlOrMeta+a')
      for (const words of ['user thresh', 'a topic of ours']) {
        await tab.keyboard.insertText(words)
        await tab.keyboard.press('Enter')
      }
      await tab.locator('#keeping').waitFor()
    }
    // A form that nobody has begun tells what another tab keeps since.
    const beside = await open(device, '/draft/notice')
    await expect.poll(() => beside.locator('#kept p').count()).toBe(2)
    await tabs.get('Harrow search')!.locator('#f-client-name').fill('Harrow search Ltd')
    await isKept(beside, 'Harrow search Ltd')
    await beside.close()
    // As where a tab ends: nothing of the page is asked.
    for (const tab of tabs.values()) await tab.close({ runBeforeUnload: false })
    const page = await open(device, '/draft/risk-memo')
    const kept = page.locator('#kept p')
    await expect.poll(() => kept.count()).toBe(2)
    await kept.filter({ hasText: 'Harrow' }).getByRole('button', { name: 'Take it up' }).click()
    await expect.poll(() => page.locator('#f-client-name').inputValue()).toBe('Harrow search Ltd')
    // Beside a matter that is begun, the others are a line.
    await page.getByText('Another matter is kept on this device').click()
    expect(await kept.allTextContents()).toEqual([expect.stringContaining('Tidewater')])
    // What was chosen stands in lines, each to be taken out, over the words that are sent.
    const sent = page.locator('textarea[name="negotiation.negotiable"]')
    expect(await sent.inputValue()).toMatch(/^Monthly-user threshold\r?\na topic of ours$/)
    await focusByKeys(page, '[aria-label="Remove Monthly-user threshold"]')
    await page.keyboard.press('Enter')
    expect(await page.locator('.picks li').allTextContents()).toEqual(['a topic of ours Remove'])
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Remove a topic of ours')
    expect(await sent.inputValue()).toBe('a topic of ours')
    await page.goto(`${served.base}/draft/risk-memo`)
    await kept.filter({ hasText: 'Tidewater' }).getByRole('button', { name: 'Forget it' }).click()
    await page.reload()
    await expect.poll(() => kept.allTextContents()).toEqual([expect.stringContaining('Harrow search')])
    await device.close()
  })

  test('is kept on no device where the server says so', async () => {
    served.site.options.autosave = false
    try {
      const page = await open(await context(), '/draft/risk-memo')
      await page.locator('#f-client-name').fill('Harrow')
      await expect.poll(() => page.locator('#preview h2').count()).toBeGreaterThan(0)
      expect(await page.evaluate('localStorage.length')).toBe(0)
      const sent = { matter: 'Harrow', _do: 'preview' }
      const answer = await page.request.post(page.url(), { form: sent, headers: { origin: served.base } })
      expect(answer.headers()['cache-control']).toBe('no-store')
      await page.context().close()
    } finally {
      served.site.options.autosave = true
    }
  })
})

async function isKept(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate('JSON.stringify(localStorage)')).toContain(words)
}

async function answerByKeys(page: Page, answer: Answer): Promise<void> {
  const field = page.locator(`#${answer.field}`)
  await field.waitFor()
  if ('tick' in answer) {
    await focusByKeys(page, `#${answer.field} input[value="${answer.tick}"]`)
    return page.keyboard.press('Space')
  }
  await focusByKeys(page, `#${answer.field}`)
  if ('write' in answer) return page.keyboard.insertText(answer.write)
  // A list goes to what begins with the letters that are typed.
  const words = await field.locator(`option[value="${answer.choose}"]`).textContent()
  await page.keyboard.type(words!.slice(0, 12))
  expect(await field.inputValue()).toBe(answer.choose)
}

/** Goes with Tab, there or back, until what is sought has the focus. */
async function focusByKeys(page: Page, selector: string): Promise<void> {
  const where = `(() => {
    const [focus, target] = [document.activeElement, document.querySelector(${JSON.stringify(selector)})]
    if (focus === target) return 'here'
    return focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after'
  })()`
  for (let steps = 0; steps < 300; steps++) {
    const side = await page.evaluate<string>(where)
    if (side === 'here') return
    await page.keyboard.press(side === 'before' ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`no key leads to ${selector}`)
}
