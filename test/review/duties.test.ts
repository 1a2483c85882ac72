import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const file = join(packageRoot(), 'examples', 'vendor-saas.yaml')
const matter = readMatter(readFileSync(file, 'utf8'), file)

function bearersIn(words: string): Record<string, string> {
  const agreement = parseAgreement(words, { format: 'text' })
  const { duties } = reviewOf({ name: 'terms.txt', agreement, matter, library })
  return Object.fromEntries(duties.map(({ duty, bearer }) => [duty, bearer]))
}

test.each([
  ['Vendor shall display “Built with Llama” on the login page.', 'built-with-display', 'other'],
  ['Customer shall display “Built with Llama” on its website.', 'built-with-display', 'client'],
  ['Each party shall comply with the Acceptable Use Policy.', 'acceptable-use', 'both'],
  ['Customer must ensure that its users comply with the Acceptable Use Policy.', 'acceptable-use', 'client'],
  ['Customer warrants that it has fewer than 700 million monthly active users.', 'user-threshold', 'client'],
  ['Provider will include the attribution notice with all copies.', 'attribution-notice', 'other'],
  ['The constructor shall display “Built with Llama” on the site.', 'built-with-display', 'unclear'],
  ['“Built with Llama” is displayed by constructor and others.', 'built-with-display', 'unclear'],
  ['Copies need an attribution notice.', 'attribution-notice', 'unclear'],
])('%s', (words, duty, bearer) => {
  expect(bearersIn(words)[duty]).toBe(bearer)
})

test('a paper that speaks of no duty has none listed', () => {
  expect(bearersIn('Customer shall pay invoices within thirty days.')).toEqual({})
})

test('each names the section of the license that asks for it', () => {
  const agreement = parseAgreement('Vendor shall display “Built with Llama”.', { format: 'text' })
  const { duties } = reviewOf({ name: 'terms.txt', agreement, matter, library })
  expect(duties[0]!.asks).toContain('1.b.i')
})
