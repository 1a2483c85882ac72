import { expect, test } from 'vitest'
import { isMet } from '../../src/review/index.ts'
import { verdict } from './library.ts'

test.each([
  [
    'incidents',
    'We tell you of every Incident in 24 hours from discovery, breaches of the licence and policy included, what happened and what we do, with daily news, and put it right at our cost. Incident means only what a tribunal has ruled to be one.',
    'contrary',
  ],
  ['authorized-licensee', 'Customer, rather than Vendor, is the licensee of the model.', 'contrary'],
  ['authorized-licensee', 'The Community License is concluded between Meta and the Client.', 'contrary'],
  ['indemnity', 'Customer keeps Vendor harmless from claims of the model provider.', 'contrary'],
  ['change-notice', 'The Service is powered by whichever model we prefer.', 'contrary'],
  ['no-training', 'Nothing here hinders Provider from improving its models with Customer Data.', 'contrary'],
  ['no-training', 'These terms are not to be read as a bar to training on prompts.', 'contrary'],
  [
    'insurance',
    'Vendor carries professional liability insurance of USD 5,000,000 per claim and gives certificates; what language models cause lies outside the insurance cover.',
    'contrary',
  ],
])('%s is turned round: %s', (flowDown, words, told) => {
  expect(verdict(flowDown, `1.1 ${words}`)).toBe(told)
})

test.each([
  ['“day” means a period of ten business days', 'unclear'],
  ['“day” means any calendar day', 'fallback'],
])('a unit of time counts as the paper means it: %s', (meaning, told) => {
  const words = `Supplier informs Client of a breach of the License or Policy or of security within 2 days (${meaning}) after it learns of it, with its nature, extent and remedy, follows up, and each party cures its side.`
  expect(verdict('incidents', `1.1 ${words}`)).toBe(told)
})

test('a clause that yields to another is held to the sum there', () => {
  const indemnity =
    '1.1 Indemnity. We indemnify you against claims from our breach of the licence or the policy, subject to clause 1.2.'
  expect(isMet(verdict('indemnity', `${indemnity}\n\n1.2 Ceiling. The most we ever pay is USD 90.`))).toBe(
    false,
  )
  expect(isMet(verdict('indemnity', `${indemnity}\n\n1.2 Notice. You tell us of claims.`))).toBe(true)
})
