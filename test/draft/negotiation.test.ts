import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { amendmentGroups } from '../../src/draft/document/amendment-groups.ts'
import { draft, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { assess, readMatter } from '../../src/matter/index.ts'
import { type Amendment, amendedLicenses } from '../../src/redline/index.ts'

const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
const matter = readMatter(readFileSync('examples/acme.yaml', 'utf8'), 'examples/acme.yaml')
const assessment = assess(matter, library)
const redline = amendedLicenses(matter, library, { assessment, sources: new Map() })

function make(id: string, options = {}) {
  return draft(id, { templates, matter, library, assessment, redline, options })
}

test('the letter of the example is whole, and says every amendment once', () => {
  const letter = make('side-letter', { final: true })
  expect(letter.messages).toEqual([])
  expect(letter.blanks).toEqual([])
  const words = draftToMarkdown(letter).split('## Schedule 1')[0]!
  const instructions = new Set(
    redline.flatMap(({ amendments }) =>
      amendments.map(({ section, instruction }) => `${section} ${instruction}`),
    ),
  )
  expect(redline.map(({ amendments }) => amendments.length > 5)).toEqual([true, true, true])
  expect([
    ...words.matchAll(/In Section [^,]*, |A new |The definition |Section \S+ is (?:deleted|replaced)/g),
  ]).toHaveLength(instructions.size)
})

test('the letter gives the other side no count that is not known to be whole, and says what a count includes', () => {
  const letter = (affiliates_complete: boolean) => {
    const changed = { ...matter, reach: { ...matter.reach, affiliates_complete } }
    const input = { templates, matter: changed, library, assessment: assess(changed, library), redline }
    return draft('side-letter', { ...input, options: { allowBlanks: true } })
  }
  expect(draftToMarkdown(letter(true))).toMatch(/That count is 570,000,000/)
  expect(draftToMarkdown(letter(true))).toMatch(/A person who uses several products is counted for each/)
  expect(draftToMarkdown(letter(false))).not.toMatch(/That count is \d/)
  expect(letter(false).blanks.join()).toContain('with those of all affiliates')
})

test('the letter names neither a level nor what is held back', () => {
  const words = draftToMarkdown(make('side-letter'))
  expect(words).not.toMatch(/fallback|walk-away|leverage/i)
})

test('the issues list has a row for each position and is for us alone', () => {
  const list = make('issues-list')
  expect(list.messages).toEqual([])
  const words = draftToMarkdown(list)
  const titles = new Set(redline.flatMap(({ chosen }) => chosen.map(({ position }) => position.title)))
  for (const title of titles) expect(words.split(`| **${title}**`)).toHaveLength(2)
  expect(words).toMatch(/^\*Confidential\*/)
})

test('amendments are grouped by the licenses that share them, and one that leans on another stays with it', () => {
  const amendment = (license: string, section: string, instruction: string): Amendment => ({
    license,
    section,
    sectionName: `Section ${section}`,
    position: 'p',
    level: 'preferred',
    topic: 't',
    instruction,
    current: '',
    proposed: '',
  })
  const leaning = 'B after A and the words inserted there by the amendment above'
  const groups = amendmentGroups([
    {
      id: 'one',
      amendments: [amendment('one', '1', 'A'), amendment('one', '1', leaning), amendment('one', '2', 'C')],
    },
    { id: 'two', amendments: [amendment('two', '1', 'A'), amendment('two', '2', 'C')] },
  ])
  const shown = groups.map(({ licenses, sections }) => [
    licenses.join(' '),
    ...sections.flatMap(({ amendments }) => amendments.map(({ instruction }) => instruction)),
  ])
  expect(shown).toEqual([
    ['one two', 'C'],
    ['one', 'A', leaning],
    ['two', 'A'],
  ])
})
