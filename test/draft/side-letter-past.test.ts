import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf, draft, draftInputs, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'

const library = await loadLibrary()
const templates = await loadTemplates()
const nowhere = openTexts(library.licenses, 'test/fixtures/no-such-folder')
const maker = readMatter(readFileSync('examples/car-maker.yaml', 'utf8'), 'car-maker')

async function letter(negotiation: Matter['negotiation']) {
  const matter: Matter = { ...maker, negotiation: { ...maker.negotiation, ...negotiation } }
  const inputs = await draftInputs(documentOf('side-letter'), matter, library, nowhere)
  const options = { allowBlanks: true }
  return draftToMarkdown(draft('side-letter', { library, templates, matter, ...inputs, options }))
}

const heading = 'Without admission. Confidential settlement communication.'

test('a past that is found is closed, and the right that was lacking asked for, also in a short letter', async () => {
  for (const words of [
    await letter({}),
    await letter({ appetite: 'high' }),
    await letter({ negotiable: ['governing-law'] }),
  ]) {
    expect(words).toContain(heading)
    expect(words).toContain('“Past Use. ')
    expect(words).toContain('“Multimodal Models. The rights granted under Section 1.a extend')
    expect(words).not.toContain('outside the European Union, whether or not')
  }
})

test('a letter that a matter keeps from closing it does not flag it', async () => {
  const words = await letter({ positions: { 'past-use': 'off' } })
  expect(words).not.toContain(heading)
  expect(words).toContain('Nothing in this letter, or said or written about it before it is signed, admits')
})

test('what is for the time after a license outlives it, and no Schedule is named where there is none', async () => {
  const words = await letter({})
  const end = words.slice(words.indexOf('Term\n'))
  expect(end).toMatch(
    /Paragraph\s1\.3, paragraph\s2, (?:paragraph\s\d+, )+paragraph\s\d+ and paragraph\s\d+ survive/,
  )
  expect(words).not.toContain('Schedule')
})

test('the licensor is that of the client’s own seat where an affiliate runs the use', async () => {
  const { client, ...rest } = maker
  const matter: Matter = {
    ...rest,
    client: {
      ...client,
      principal_place_of_business: 'US',
      affiliates: [{ name: 'Falkenried PL', country: 'PL' }],
    },
    uses: maker.uses!.slice(0, 1).map((use) => ({ ...use, company: 'Falkenried PL' })),
  }
  const inputs = await draftInputs(documentOf('side-letter'), matter, library, nowhere)
  const options = { allowBlanks: true }
  const words = draftToMarkdown(draft('side-letter', { library, templates, matter, ...inputs, options }))
  expect(words).toContain(
    '**To:** Meta Platforms, Inc. and Meta Platforms Ireland Limited (each “**Meta**” as',
  )
  expect(words).toContain(
    'That is Meta Platforms, Inc. for the Company, and Meta Platforms Ireland Limited for an',
  )
})
