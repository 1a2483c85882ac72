import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf, draft, draftInputs, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'

const library = await loadLibrary()
const templates = await loadTemplates()
const folder = process.env.CLAUSEBOOK_TEXTS

function acme(more: Partial<Matter>): Matter {
  const matter = readMatter(readFileSync('examples/acme.yaml', 'utf8'), 'acme')
  return { ...matter, ...more }
}

async function drafted(id: string, matter: Matter, texts = openTexts(library.licenses)) {
  const inputs = await draftInputs(documentOf(id), matter, library as Library, texts, templates)
  return draft(id, { templates, library, matter, ...inputs, options: { allowBlanks: true } })
}

const german = {
  negotiation: { positions: { 'governing-law': 'preferred' } },
  document: { governing_law: 'Germany' },
} as const

test.runIf(folder)(
  'an addendum is held against the letter and the licenses as the matter has them amended',
  async () => {
    const document = await drafted('vendor-addendum', acme(german))
    const told = (document.coherence ?? []).filter(({ rule }) => rule === 'law-and-courts')
    expect(told).toMatchObject([{ paper: 'vendor-addendum', reason: expect.stringContaining('Germany') }])
    // It takes counsel's judgement, and stands in the record as well.
    const words = draftToMarkdown(document)
    expect(words.match(/the law of Germany governs here/g)).toHaveLength(2)
  },
)

test('an addendum of a matter that asks nothing of Meta stands alone, under whatever law the parties choose', async () => {
  const { negotiation: _, ...matter } = acme({ document: { governing_law: 'Germany' } })
  const document = await drafted('vendor-addendum', matter)
  expect(document.coherence).toBeUndefined()
  expect(document.unchecked).toBeUndefined()
})

test('an addendum of Llama terms alone, with the models and their notices in a section of its own, has nothing to tell', async () => {
  const { negotiation: _, ...matter } = readMatter(
    readFileSync('examples/vendor-saas.yaml', 'utf8'),
    'vendor',
  )
  const inputs = await draftInputs(
    documentOf('vendor-addendum'),
    matter,
    library as Library,
    openTexts(library.licenses),
    templates,
  )
  for (const cover of [false, true]) {
    const document = draft('vendor-addendum', {
      ...{ templates, library, matter, ...inputs },
      options: { allowBlanks: true, form: 'terms', cover },
    })
    expect(draftToMarkdown(document)).toContain('All Rights Reserved')
    expect(document.coherence).toBeUndefined()
  }
})

test('a license whose official text is not here is said not to be read', async () => {
  const nowhere = openTexts(library.licenses, 'test/fixtures/no-such-folder')
  const letter = await drafted('side-letter', acme({}), nowhere)
  expect(letter.unchecked?.join()).toMatch(/as amended \(its official text is not here/)
  expect(draftToMarkdown(letter)).toContain('Not read for what does not fit together: ')
})
