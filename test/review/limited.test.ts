import { expect, test } from 'vitest'
import { isMet } from '../../src/review/index.ts'
import { foundWords } from '../../src/review/report/words.ts'
import { judged, verdict } from './library.ts'

test.each([
  [
    'incidents',
    'Supplier shall notify Customer within 24 hours after completion of its forensic review of any incident, including breaches of the License, the Policy or security, describing nature, extent and remedy, with daily updates, a written report within ten business days, and cures it at its own cost.',
  ],
  [
    'incidents',
    'Supplier shall notify Customer within 96 hours after becoming aware of any incident, including breaches of the License, the Policy or security, describing nature, extent and remedy, with daily updates, a written report within ten business days, and cures it at its own cost. Scheduled downtime is notified 24 hours before.',
  ],
  [
    'no-training',
    'Supplier shall not use Customer Data to train, tune or improve any model, other than its foundation models offered to all of its clients.',
  ],
  [
    'no-training',
    'Supplier shall not use Customer Data to train, tune or improve any model, except insofar as this sharpens the accuracy of the Service.',
  ],
  [
    'return-and-deletion',
    'Within 30 days after Customer has settled all invoices Supplier returns and then deletes all Customer Data and tuned weights, and an officer confirms the deletion in writing within 10 business days.',
  ],
  [
    'return-and-deletion',
    'Within 30 days after termination Supplier returns and then deletes all Customer Data and tuned weights, save for what it has a commercial interest in keeping, and an officer confirms the deletion in writing within 10 business days.',
  ],
  [
    'transition',
    'Within 30 days after termination the Supplier returns or destroys Customer Data, except what it has reason to keep.',
  ],
  [
    'output-ownership',
    'The Customer owns all output. The Provider assigns to the Customer all rights in output when it is made and uses it only to provide the Service. Title passes upon full payment of the Generation Fee.',
  ],
  [
    'records-and-audit',
    'Supplier keeps records that show compliance with the License for three years, answers a yearly questionnaire with an officer’s confirmation, and Customer may audit once a year and for cause on 15 business days’ notice, or at Supplier’s election receives a summary letter instead.',
  ],
  [
    'survival',
    'Accrued rights, Sections 1 and 2 by name, and what by nature is meant to survive do so for a term of zero months.',
  ],
  [
    'indemnity',
    'Supplier shall defend and indemnify Customer against claims that arise from its breach of the License or the Use Policy, insofar as its insurer reimburses it.',
  ],
  [
    'security',
    'Supplier follows ISO/IEC 27001, encrypts Customer Data in transit and at rest, keeps it separate from that of others, tests yearly for prompt injection, and processes it only in Germany, with thirty days’ notice before that changes and a right of Customer to terminate, to the extent that its roadmap allows.',
  ],
  [
    'confidentiality',
    'Prompts and outputs are confidential, marked or not. Logs are kept for 30 days. Staff read them only on Customer’s request, for an incident or where the law requires; each reading is logged, save where Supplier’s tooling cannot do so.',
  ],
  [
    'change-notice',
    'Supplier gives 90 days’ notice before it replaces the model or its version, naming the license of the new one, tells Customer of changes of the License by Meta within 5 business days, and Customer may refuse or terminate with a refund, except in the case of replacements that Supplier ranks as minor.',
  ],
  [
    'user-threshold',
    'Supplier and its affiliates did not have more than 700 million monthly active users in the calendar month before the release of Llama 3.3 and tell Customer if that proves wrong, save to the extent that affiliates outside the country are concerned.',
  ],
  [
    'insurance',
    'Supplier carries professional liability, technology errors and cyber insurance of at least USD 5,000,000 per claim, gives a certificate on request and thirty days’ notice before cover ends, so far as premiums remain reasonable.',
  ],
  [
    'liability',
    'Liability for breach of Section 2 or 3 is unlimited, except where the loss exceeds the fees of a year. What Meta excludes or limits in its license does not limit what the parties owe each other.',
  ],
])('%s is not met, nor refused, by what a limit or another moment takes from it: %s', (flowDown, words) => {
  expect(['unclear', 'below', 'missing']).toContain(verdict(flowDown, `1.1 ${words}`))
})

test.each([
  [
    'subcontractors',
    'Subcontractors are named in Annex 2. Supplier gives Customer thirty days’ notice of a new one, imposes terms no weaker than these and is answerable for subcontractors as for itself.',
  ],
  [
    'subcontractors',
    'Sub-processors are listed in Annex 2; Supplier gives 30 days’ notice before adding one, binds each to the same terms, does not disclaim responsibility for a subprocessor and is liable for each as for itself.',
  ],
  [
    'incidents',
    'Supplier shall notify Customer within 24 hours after becoming aware of any incident, including breaches of the License, the Policy or security, describing nature, extent and remedy, with daily updates, a written report within ten business days, and cures it at its own cost.',
  ],
  [
    'precedence',
    'In case of conflict the following order applies: (a) this Addendum; (b) the Agreement; (c) order forms; (d) any click-through or online terms. This Addendum prevails over all of them, and online terms do not change it.',
  ],
  [
    'no-training',
    'Supplier shall not use Customer Data to train, tune or improve any model, unless Customer has agreed in writing for a stated purpose.',
  ],
  [
    'return-and-deletion',
    '“Tenant Records” means all information that the Customer enters, prompts and files among it. Within 30 days after expiry Supplier hands back and then erases all Tenant Records and any tuned weights, and confirms the erasure in writing.',
  ],
  [
    'indemnity',
    'Supplier shall defend and indemnify Customer against claims that arise from its breach of the License or the Use Policy, except to the extent that Customer’s own breach caused the claim, provided that Customer gives prompt notice of the claim and lets Supplier control the defense.',
  ],
])(
  '%s is met, since a word that denies denies something else and a limit takes nothing: %s',
  (flowDown, words) => {
    expect(isMet(verdict(flowDown, `1.1 ${words}`))).toBe(true)
  },
)

test.each([
  [
    'subcontractors',
    'Sub-processors are listed in Annex 2; Supplier gives 30 days’ notice of a new one and binds each to the same terms. Supplier is not liable for the acts of its subprocessors.',
  ],
  [
    'subcontractors',
    'Sub-processors are listed in Annex 2; Supplier gives 30 days’ notice of a new one, binds each to the same terms and is liable for each as for itself. Annex 2 may be revised without notice.',
  ],
  [
    'precedence',
    'In case of conflict the papers rank in the following order: (a) the terms published on the Provider’s website; (b) the Agreement; (c) this Addendum.',
  ],
  ['precedence', 'Whatever is posted in the console replaces what the parties have agreed in writing.'],
  ['precedence', 'This Agreement prevails over all other papers, including any amendment signed later.'],
])('%s is refused: %s', (flowDown, words) => {
  expect(verdict(flowDown, `1.1 ${words}`)).toBe('contrary')
})

/** What a report says of a point. */
function told(flowDown: string, point: string, words: string): string {
  return foundWords(judged(flowDown, `1.1 ${words}`).points.find(({ id }) => id === point)!)
}

test('no point is told as found alone where its words limit it or its figure is worse than our lowest', () => {
  expect(
    told(
      'subcontractors',
      'answers',
      'Provider is liable for subcontractors so far as it recovers from them.',
    ),
  ).toMatch(/^found, but limited: “so far as it recovers/)
  expect(
    told(
      'return-and-deletion',
      'backups',
      'At the end Provider deletes Customer Data within 20 days; backups run out within four years.',
    ),
  ).toBe('worse than our lowest level')
  expect(told('confidentiality', 'logs', 'Prompts are confidential. Logs are kept for support alone.')).toBe(
    'spoken of, without a figure',
  )
  expect(
    told(
      'incidents',
      'first',
      'Provider notifies Customer of each incident within 20 hours of the end of its inquiry.',
    ),
  ).toBe('from another moment')
})
