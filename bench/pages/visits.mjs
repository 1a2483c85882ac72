// What a reader does on each page, once it has come: a click, a choice, words typed.
import { join } from 'node:path'

const example = (name) => join(import.meta.dirname, '..', '..', 'examples', name)
const compare = '/compare/llama-2...llama-3.1'

/** The two agreements that are compared beside the rival. */
export const twoFiles = [1, 2].map((version) => example(`agreements/lantern-${version}.md`))

/** @returns the address of the comparison of the two files */
export async function compareTwoFiles(browser, base) {
  const page = await browser.newPage()
  await page.goto(`${base}/compare/files`)
  for (const [at, side] of ['left', 'right'].entries())
    await page.locator(`#${side}_file`).setInputFiles(twoFiles[at])
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.waitForURL(/upload-[0-9a-f]{32}\.\.\.upload-/)
  const path = new URL(page.url()).pathname
  await page.close()
  return path
}

/** What both pages have: words that came in. */
export const lookAtChange = (page) => page.locator('ins:visible').first().click()

/** Each: its address, how one gets to it from there, and what one does on it. */
export const visits = [
  { name: 'Home', path: '/', act: (page) => page.locator('#left').press('ArrowDown') },
  {
    name: 'Can we use it?, answered',
    path: '/assess?who=company&where=DE&model=llama-4&audience=customers&runs=own-cloud&users=1000000',
    act: (page) => page.locator('#questions input[type=checkbox]:visible').first().click(),
  },
  { name: 'Comparison', path: compare, act: search },
  { name: 'Comparison, side by side', path: `${compare}?view=sides`, act: search },
  { name: 'Topic', path: '/topics/user-threshold', act: unfold },
  { name: 'License', path: '/licenses/llama-3.1', act: unfold },
  {
    name: 'Timeline',
    path: '/timeline',
    act: (page) => page.getByRole('link', { name: 'The same in words' }).click(),
  },
  { name: 'Matrix', path: '/matrix', act: unfold },
  {
    name: 'Form of a memo, empty',
    path: '/draft/risk-memo',
    act: async (page) => {
      await type(page.locator('#f-client-name'), 'Alder Ridge')
      await page.locator('#card-who .with-all').click()
    },
  },
  {
    name: 'Form of a letter, filled',
    path: '/draft/side-letter',
    before: async (page) => {
      await page.getByLabel('Open a matter from a file').setInputFiles(example('acme.yaml'))
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.locator('.paper').waitFor()
    },
    act: async (page) => {
      await type(page.locator('#f-client-name'), ' and others')
      await page.locator('#card-who .with-all').click()
    },
  },
  {
    name: 'Review of a paper',
    path: '/review',
    before: async (page) => {
      await page.getByLabel(/^A file/).setInputFiles(example('papers/tidewater-terms.md'))
      await page.getByLabel(/YAML file$/).setInputFiles(example('vendor-saas.yaml'))
      await page.getByRole('button', { name: 'Review' }).click()
      await page.waitForURL(/review\/[0-9a-f]{32}/)
    },
    act: async (page) => {
      const row = page.locator('#r-no-training')
      await row.getByText('Set it yourself').click()
      await type(row.getByLabel('Why'), 'Rankings alone')
    },
  },
  { name: 'The API for people', path: '/api', act: (page) => page.keyboard.press('End') },
]

async function search(page) {
  await page.locator('[data-step="1"]').click()
  await type(page.getByLabel('Search in the clauses'), 'notice')
}

async function unfold(page) {
  await page.locator('main summary:visible').first().click()
}

/** As a person does: goes to the field, and then writes, ten letters a second. */
async function type(field, words) {
  await field.click()
  await field.page().waitForTimeout(1000)
  await field.pressSequentially(words, { delay: 100 })
}
