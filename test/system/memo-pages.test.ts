import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { visit } from 'unist-util-visit'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draft, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { assess, readMatter } from '../../src/matter/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { found } from './libreoffice.ts'

/** Pages that a memo may have: in all, and before its annexes. */
const limits: Record<string, { all: number; before: number }> = {
  acme: { all: 15, before: 6 },
  'hospital-two-uses': { all: 8, before: 4 },
  'car-maker': { all: 10, before: 5 },
  'game-company': { all: 10, before: 5 },
  'start-up': { all: 10, before: 5 },
  'public-body': { all: 10, before: 5 },
}

describe.runIf(found)('the pages of the memo, as LibreOffice prints them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-pages-'))
  const pages = new Map<string, string[]>()
  /** The numbers of its map. */
  const numbers = new Map<string, string[]>()
  beforeAll(async () => {
    const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
    for (const name of Object.keys(limits)) {
      const matter = readMatter(readFileSync(`examples/${name}.yaml`, 'utf8'), name)
      const assessment = assess(matter, library)
      const memo = draft('risk-memo', { templates, matter, library, assessment, options: {} })
      visit(memo.tree, 'heatMap', ({ cells }) => {
        numbers.set(
          name,
          cells.flat(2).filter((one) => !one.startsWith('→')),
        )
      })
      writeFileSync(join(folder, `${name}.docx`), await draftToDocx(memo))
    }
    const files = Object.keys(limits).map((name) => join(folder, `${name}.docx`))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
      timeout: 150_000,
    })
    for (const name of Object.keys(limits)) {
      const { text } = await extractText(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))))
      pages.set(name, text)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(Object.entries(limits))('%s', (name, { all, before }) => {
    const [first = '', ...others] = pages.get(name)!
    expect(1 + others.length).toBeLessThanOrEqual(all)
    for (const part of ['Verdict', 'To do first', 'Owner and date', 'Map of risks', 'Impact 1'])
      expect(first, `${part} on the first page`).toContain(part)
    const legend = first.split('Impact 1')[1]!
    for (const number of numbers.get(name)!)
      expect(legend).toMatch(new RegExp(`\\b${number}\\s\\p{L}|\\b${number}\\s“`, 'u'))
    expect(first).not.toContain('Annex A')
    const annex = [first, ...others].findIndex((words) => words.includes('Annex A: the register'))
    expect(annex).toBeGreaterThan(0)
    expect(annex).toBeLessThanOrEqual(before)
  })
})
