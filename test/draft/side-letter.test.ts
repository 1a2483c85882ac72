import { beforeAll, describe, expect, test } from 'vitest'
import {
  type DraftOptions,
  documents,
  draft,
  draftToHtml,
  draftToMarkdown,
  loadTemplates,
  type Templates,
} from '../../src/draft/index.ts'
import { type Library, loadLibrary, type Position } from '../../src/library/index.ts'
import { assess, type Matter } from '../../src/matter/index.ts'
import type { Amendment } from '../../src/redline/types.ts'
import { acme, toKeep } from './making.ts'

let library: Library
let templates: Templates

const position: Position = {
  id: 'mau-counting',
  title: 'How users are counted',
  topic: 'user-threshold',
  counterparty: 'meta',
  negotiability: 'flexible',
  negotiabilityReason: 'It costs little.',
  appliesTo: ['llama-3.1'],
  moot: [],
  when: {},
  figures: {},
  hurts: 'The licensee.',
  positions: { preferred: { ask: 'Count only users of products with the model.', edits: [], editsFor: {} } },
  giveInReturn: 'A yearly statement of the count.',
  leverage: 'Reach of the product.',
  counterArguments: [],
  approval: 'General counsel',
  rationale: 'The count is to be certain.',
  file: 'clauses/positions/mau-counting.md',
}
const amendment = (section: string, instruction: string): Amendment => ({
  license: 'llama-3.1',
  section,
  sectionName: `Section ${section}`,
  position: 'mau-counting',
  level: 'preferred',
  topic: 'user-threshold',
  instruction,
  current: 'or Licensee’s affiliates',
  proposed: 'or Licensee’s affiliates (as agreed)',
})
const redline = [
  {
    license: 'llama-3.1',
    chosen: [],
    amendments: [
      amendment('2', 'In Section 2, the words “ (as agreed)” are inserted after “or Licensee’s affiliates”.'),
      amendment('6', 'In Section 6, the words “at once” are deleted.'),
    ],
  },
]

beforeAll(async () => {
  const loaded = await loadLibrary()
  library = { ...loaded, positions: new Map([[position.id, position]]) }
  templates = await loadTemplates()
})

function make(id: string, options: DraftOptions = { allowBlanks: true }, changes: object = {}) {
  return draft(id, { templates, matter: { ...acme(), ...changes }, library, redline, options })
}

test('the side letter reads as it should', async () => {
  await expect(toKeep(make('side-letter'))).toMatchFileSnapshot('golden/side-letter.md')
})

test('the issues list reads as it should, marked and on landscape pages', async () => {
  const list = make('issues-list')
  expect(list).toMatchObject({
    orientation: 'landscape',
    properties: { marking: 'Confidential' },
  })
  await expect(toKeep(list)).toMatchFileSnapshot('golden/issues-list.md')
})

test('without facts the letter names the first that is missing, or has blanks', () => {
  const unknown = { client: {} }
  expect(() => make('side-letter', {}, unknown)).toThrow(/--allow-blanks/)
  expect(make('side-letter', { allowBlanks: true }, unknown).blanks.length).toBeGreaterThan(0)
  expect(() => make('side-letter', { allowBlanks: true, final: true }, unknown)).toThrow(/no blanks/)
})

test('a client that nothing is known of still gets a letter with blanks', () => {
  const bare = make('side-letter', { allowBlanks: true }, { client: {}, reach: {}, document: {} })
  expect(bare.messages).toEqual([])
  expect(draftToMarkdown(bare)).toContain('●: client name')
})

test('an unknown document suggests the nearest', () => {
  expect(() => make('side-leter')).toThrow(/did you mean side-letter\?/)
})

describe('every document', () => {
  for (const { id } of documents) {
    test(`${id} says that a lawyer reviews it and checks clean`, () => {
      // An amendment is of an addendum that was signed on other models.
      const matter = id === 'vendor-amendment' ? withAddendum(acme()) : acme()
      const options = { allowBlanks: true }
      const assessment = assess(matter, library)
      const made = draft(id, { templates, matter, library, assessment, redline, options })
      expect(made.messages).toEqual([])
      const page = draftToHtml(made)
      expect(page).toMatch(/<section class="|class="note"/)
      expect(page).toMatch(/lawyer reviews/)
      expect(page).toMatch(/not legal advice/)
    })
  }
})

function withAddendum(matter: Matter): Matter {
  const addendum = { date: '2025-03-03', models: ['Llama 2 7B'] }
  return { ...matter, agreement: { ...matter.agreement, addendum } }
}
