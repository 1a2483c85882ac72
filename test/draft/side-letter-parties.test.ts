import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  documentOf,
  draft,
  draftInputs,
  draftToHtml,
  draftToMarkdown,
  loadTemplates,
} from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'

const library = await loadLibrary()
const templates = await loadTemplates()
const acme = readMatter(readFileSync('examples/acme.yaml', 'utf8'), 'acme')
const nowhere = openTexts(library.licenses, 'test/fixtures/no-such-folder')

type Client = NonNullable<Matter['client']>

async function letter(client: Partial<Client>, negotiation: Matter['negotiation'] = {}) {
  const matter: Matter = { ...acme, client: { ...acme.client, ...client }, negotiation }
  const inputs = await draftInputs(documentOf('side-letter'), matter, library, nowhere)
  return draft('side-letter', { library, templates, matter, ...inputs, options: {} })
}

const usual = { name: 'A', uses_models: true } as const
const [inc, ireland] = ['Meta Platforms, Inc.', 'Meta Platforms Ireland Limited']

test.each<[what: string, place: string, affiliates: Client['affiliates'], companies: string[]]>([
  ['a client in the United States', 'US', [], [inc]],
  ['one in Germany', 'DE', [], [ireland]],
  ['one in Switzerland', 'CH', [], [ireland]],
  ['one in the United Kingdom', 'GB', [], [inc]],
  [
    'one in the United States with an affiliate in France that uses the models',
    'US',
    [{ ...usual, country: 'FR' }],
    [inc, ireland],
  ],
  [
    'one in France with an affiliate in Japan that uses the models',
    'FR',
    [{ ...usual, country: 'JP' }],
    [ireland, inc],
  ],
  [
    'one in the United States with an affiliate in France that does not',
    'US',
    [{ ...usual, country: 'FR', uses_models: false }],
    [inc],
  ],
  ['one in Norway with affiliates in the Union alone', 'NO', [{ ...usual, country: 'IT' }], [ireland]],
])('%s signs with the Meta companies that are its licensors', async (_, place, affiliates, companies) => {
  const { tree } = await letter({ principal_place_of_business: place, affiliates: affiliates! })
  const signs = tree.children.find((node) => node.type === 'signatures')
  expect(signs?.parties.map(({ name }) => name)).toEqual([...companies, 'ACME Corporation'])
})

test('each person who signs has a block of lines, on a page that says what is signed', async () => {
  const made = await letter(
    { co_signatories: [{ name: 'Ilse Brandt', title: 'Prokuristin' }] },
    {
      signatories: [
        { name: 'Mara Quinn', title: 'Director', company: ireland! },
        { name: 'Tom Hale', title: 'Secretary', company: ireland! },
      ],
    },
  )
  const words = draftToMarkdown(made)
  const page = words.slice(words.indexOf('**Signature page**'))
  expect(page).toMatch(
    /^\*\*Signature page\*\* to the side letter of .+ on the Llama 2 Community License Agreement/,
  )
  expect(page.match(/By: /g)).toHaveLength(5)
  for (const name of ['Mara Quinn', 'Tom Hale', 'Dana Whitfield', 'Ilse Brandt']) {
    expect(page.split(`Name: ${name}`)).toHaveLength(2)
    expect(draftToHtml(made).split(name)).toHaveLength(2)
  }
})

test('until Meta has said where its notices go the letter says where, and has a line for it, and no blank', async () => {
  const open = await letter({})
  expect(open.blanks).toEqual([])
  const words = draftToMarkdown(open)
  expect(words).toContain('until it has stated one, a notice to Meta goes to the legal department')
  expect(words).toContain('Address for notices: ')
  const told = draftToMarkdown(await letter({}, { notices_to: 'Legal, 1 Harbor Way' }))
  expect(told).toContain('A notice to Meta goes to Legal, 1 Harbor Way.')
  expect(told).not.toContain('Address for notices: ')
})
