import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8')
const theirs = 'Security incidents. The Vendor shall notify the Customer of an incident within 60 hours.'

/** What `within 60 hours` is held against. */
function comparedIn(known: Library, figures = '', paper = theirs, clause = 'incidents') {
  const matter = readMatter(
    facts.replace(/^negotiation:.*\n/m, (line) => `${line}${figures}`),
    'vendor-saas.yaml',
  )
  const agreement = parseAgreement(paper, { format: 'text' })
  const { rows } = reviewOf({ name: 'their.txt', agreement, matter, library: known })
  const row = rows.find(({ flowDown }) => flowDown === clause)!
  return row.points.flatMap(({ figure, keeps }) => (figure ? [{ ...figure, keeps }] : []))[0]
}

test('a paper is held against our figures', () => {
  expect(comparedIn(library)).toMatchObject({ ours: { fallback: '72 hours' }, keeps: 'fallback' })
})

test.each([
  ['at every level', 'incidents.notice', { preferred: '48 hours', fallback: '48 hours' }],
  ['at one', 'incidents.notice.fallback', { preferred: '24 hours', fallback: '48 hours' }],
])('a paper is held against the figures of the matter, %s', (_, figure, ours) => {
  const found = comparedIn(library, `  figures: [{ figure: ${figure}, is: 48 }]\n`)
  expect(found).toMatchObject({ theirs: '60 hours', ours })
  expect(found!.keeps).not.toBe('fallback')
})

test('a paper is held against the figures and the currency of the house', async () => {
  const house = await loadLibrary(undefined, { folder: 'test/fixtures/house' })
  const logs = 'Confidentiality. The Vendor keeps logs of Prompts for at most 20 days and then deletes them.'
  expect(comparedIn(house, '', logs, 'confidentiality')?.ours).toMatchObject({ preferred: '14 days' })
  const sum = 'Insurance. The Vendor shall maintain insurance of at least EUR 7,000,000 for each claim.'
  expect(comparedIn(house, '', sum, 'insurance')).toMatchObject({
    theirs: 'EUR 7,000,000',
    ours: { preferred: expect.stringContaining('EUR') },
  })
})
