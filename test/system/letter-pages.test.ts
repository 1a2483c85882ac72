import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentOf, draft, draftInputs, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { found } from './libreoffice.ts'

/** Matters whose letter raises what matters most. */
const matters = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name: name.replace('.yaml', ''),
    matter: readMatter(readFileSync(`examples/${name}`, 'utf8'), name),
  }))
  .filter(({ matter }) => matter.negotiation?.breadth !== 'full')

describe.runIf(found)('the pages of the letter, as LibreOffice prints them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-letters-'))
  beforeAll(async () => {
    const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
    const store = openTexts(library.licenses)
    for (const { name, matter } of matters) {
      const inputs = await draftInputs(documentOf('side-letter'), matter, library, store)
      const options = { allowBlanks: true }
      const letter = draft('side-letter', { templates, matter, library, ...inputs, options })
      writeFileSync(join(folder, `${name}.docx`), await draftToDocx(letter))
    }
    const files = matters.map(({ name }) => join(folder, `${name}.docx`))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  // Letters are set in Times; where its widths are not here, a fallback prints a fifth more.
  const font = execFileSync('fc-match', ['Times New Roman'], { encoding: 'utf8' })
  const most = /Liberation Serif|Times|Tinos|Nimbus Roman|Termes/i.test(font) ? 4 : 5
  test.each(matters)('$name has two to four pages of Times', async ({ name }) => {
    const { text } = await extractText(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))))
    expect(text.length).toBeGreaterThanOrEqual(2)
    expect(text.length).toBeLessThanOrEqual(most)
    // Who signs stands together on the last page, or with what is to fill before it.
    expect(text.filter((page) => page.includes('Signature page'))).toHaveLength(1)
  })
})
