import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { readIncoming, reviewOf } from '../../src/review/index.ts'
import { judged, library, verdict } from './library.ts'

const examples = join(packageRoot(), 'examples')
const facts = readFileSync(join(examples, 'vendor-saas.yaml'), 'utf8')
const scout = readMatter(
  facts
    .replaceAll('Llama 3.3', 'Llama 4 Scout')
    .replace('license: llama-3.3', 'license: llama-4')
    .replace('    size: 70B\n', ''),
  'vendor-saas.yaml',
)
const reviewed = (words: string, matter = scout) =>
  reviewOf({ name: 'terms.md', agreement: parseAgreement(words), matter, library })
const bytes = (text: string) => new TextEncoder().encode(text)

test('a model beside a told one is named', () => {
  const says = (words: string) => reviewed(words).contradictions.map((one) => one.says)
  expect(says('1.1 The Service runs on Llama 4 Maverick.')).toEqual(['Llama 4 Maverick'])
  expect(says('1.1 The Service runs on Llama 4 Scout.')).toEqual([])
})

test('other papers of which a section is named are told as not read, and a schedule of its own is not', () => {
  const words = `# 1. Security

1.1 Section 5.2 of the Supplier’s security annex applies, and Section 2 of Schedule 1, and Section 3 of this Agreement.

# Schedule 1

1. Measures.`
  expect(reviewed(words).unread).toEqual([
    '“Supplier’s security annex”, of which Section 1.1 names Section 5.2',
  ])
})

test('a file that is no contract is refused, and a short one told', async () => {
  await expect(readIncoming('short.txt', bytes('hello'))).rejects.toThrow('is no contract')
  const { notes } = await readIncoming(
    'short.txt',
    bytes(
      '1. The Supplier keeps the data of the Client secret and deletes it within thirty days after the end.',
    ),
  )
  expect(notes[0]).toContain('fewer than a contract has')
})

test('a matter that does not say what the vendor does is told', () => {
  const pilot = readMatter(readFileSync(join(examples, 'internal-pilot.yaml'), 'utf8'), 'internal-pilot.yaml')
  expect(reviewed('1.1 The Supplier keeps data secret.', pilot).notes[0]).toContain('vendor.kind')
  expect(reviewed('1.1 The Supplier keeps data secret.').notes).toEqual([])
})

test('an amount in another currency is left to a person, and is no time', () => {
  const { verdict: told, points } = judged(
    'insurance',
    'Supplier maintains professional liability insurance of EUR 3,000,000 per claim and gives a certificate on request.',
  )
  expect(told).toBe('unclear')
  expect(points.find(({ figure }) => figure)?.figure).toMatchObject({ theirs: 'EUR 3,000,000', held: false })
})

test('words that restrict what others may do are no leave', () => {
  const words =
    'The Supplier shall restrict the ability of a Key Subcontractor to subcontract all or any part of the services without first seeking the written consent of the Client.'
  expect(verdict('subcontractors', words)).not.toBe('contrary')
})

test('words that are near a subject are not told to be missing', () => {
  const near = {
    insurance: 'We carry professional indemnity and cyber cover of £4,000,000 any one claim.',
    termination: 'You may walk away where we are in serious breach and have not put it right in thirty days.',
    'change-notice': 'Provider gives ninety days’ notice before a new engine is put into service.',
  }
  for (const [id, words] of Object.entries(near)) expect(verdict(id, words)).not.toBe('missing')
})
