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
  [
    'no-training',
    'We do not train our models, or let others train theirs, on your prompts, unless you ask us to build a custom model for you.',
  ],
  [
    'incidents',
    'Supplier informs Customer of an incident within 72 hours of discovery, unless law enforcement has asked for a delay. Incidents include breaches of the License and the Policy. The notice says what happened and what is done; updates follow daily, and Supplier remedies the cause at its own cost.',
  ],
  [
    'return-and-deletion',
    'Within 60 days of the end Supplier returns all Customer Data and then deletes it with adapted model weights, save for copies in routine backups that are overwritten within 90 days. It confirms the deletion in writing.',
  ],
  [
    'subcontractors',
    'Supplier keeps a list of subprocessors in Exhibit C, notifies Customer thirty days before it engages a new one, binds each to written terms equivalent to these to the extent applicable to the nature of its services, and remains liable for the acts of each.',
  ],
  [
    'confidentiality',
    'Prompts and outputs are confidential whether or not marked, except for what is or becomes public other than through a breach by Supplier. Logs are kept for 90 days. Staff read them only for support, security or the law, and each reading is logged.',
  ],
  [
    'indemnity',
    'Supplier indemnifies Customer against claims of others that are based on its breach of the License or the Use Policy, provided that Customer (a) notifies it promptly, (b) makes no admission and (c) gives reasonable assistance.',
  ],
  [
    'transition',
    'On termination Supplier continues the Service for three months and exports Customer Data, provided that Customer continues to pay the fees for that period.',
  ],
  [
    'survival',
    'Accrued rights and Sections 4 (Confidentiality) and 5 (No Training) survive termination, unless the parties expressly agree otherwise in writing.',
  ],
  [
    'eu-multimodal',
    'Supplier has no principal place of business in the European Union and gives 30 days’ notice before that changes. Users in the Union are end users of a product and receive no weights, except as the License allows.',
  ],
  [
    'authorized-licensee',
    'Supplier has itself accepted the License, holds all rights that it needs to provide the Service and, except as disclosed in Schedule 2, is not in breach of it. It notifies Customer within ten business days if the License ends or a breach is alleged.',
  ],
])(
  '%s is met, since a word that denies denies something else and a limit takes nothing: %s',
  (flowDown, words) => {
    expect(isMet(verdict(flowDown, `1.1 ${words}`))).toBe(true)
  },
)

test.each([
  [
    'return-and-deletion',
    'Within 30 days after termination Supplier returns and then deletes Customer Data and tuned weights and confirms that, provided that all invoices, including disputed ones, have been paid.',
    'below',
  ],
  [
    'no-training',
    'Supplier does not train models on prompts, provided that Customer subscribes to the Enterprise tier and has opted out in the console.',
    'unclear',
  ],
  [
    'transition',
    'Supplier continues the Service for three months after the end and exports Customer Data, unless it has meanwhile retired the Service for other customers.',
    'below',
  ],
  [
    'output-ownership',
    'Customer owns Output, Supplier claims none of it, assigns to Customer what rights it may have in it, and uses Customer Data for the service alone, except for Output that resembles what others have received.',
    'unclear',
  ],
  [
    'incidents',
    'Supplier shall notify Customer within 24 hours of an incident, including breaches of the License and the Policy, with its nature and remedy, daily updates and cure at its own cost, except for incidents that it rates as minor.',
    'below',
  ],
  [
    'confidentiality',
    'Prompts and outputs are confidential without a mark, logs are deleted after 30 days, people read them only for support, and each reading is logged, except for prompts of trial accounts.',
    'below',
  ],
  [
    'indemnity',
    'Supplier indemnifies Customer against claims that arise from its breach of the License or the Policy, unless the claimant competes with or is a competitor of Supplier.',
    'below',
  ],
  [
    'insurance',
    'Supplier carries professional liability insurance of USD 2,000,000 per claim, to the extent available at commercially acceptable premiums, and gives a certificate on request.',
    'below',
  ],
  [
    'incidents',
    'Supplier shall notify Customer within 24 hours of an incident, including breaches of the License and the Policy, with its nature and remedy, daily updates and cure at its own cost, unless Supplier believes that the notice would harm its reputation.',
    'below',
  ],
  [
    'indemnity',
    'Supplier indemnifies Customer against claims that arise from its breach of the License or the Policy, to the extent that its insurer reimburses them.',
    'below',
  ],
])(
  '%s is not met by what a limit takes back, and below where it is left to its giver: %s',
  (flowDown, words, level) => {
    expect(verdict(flowDown, `1.1 ${words}`)).toBe(level)
  },
)

test('a limit counts for what it stands with, and a level that needs nothing of that is met', () => {
  const words =
    'Supplier follows ISO 27001, encrypts Customer Data, keeps it separate from that of others, tests yearly for prompt injection, and keeps it only in Germany unless capacity elsewhere is free.'
  const limited = judged('security', `1.1 ${words}`).points.filter(({ limit }) => limit)
  expect(limited.map(({ id }) => id)).toEqual(['place'])
})

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
