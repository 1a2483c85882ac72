import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { coherenceOf, paperOf } from '../../src/coherence/index.ts'

/**
 * A coherent license of our own, as amended, and a letter on it. Faults are put in as words at a place, and each has to be
 * told there; nothing of the check is used to write them.
 */
const license = `HERON LICENSE AGREEMENT

“Agreement” means these terms.

“Licensee” or “you” means whoever accepts this Agreement.

“Heron Materials” means the models and their documentation.

“Affiliate” means an entity that controls, is controlled by or is under common control with a party.

1. Grant.

   a. Rights. You are granted a license to use the Heron Materials for any lawful purpose.

   b. Rules. You shall follow the rules that are published with the Heron Materials.

2. Fees. None are owed.

3. Disclaimer. The Heron Materials are provided as they are, and Section 1.b stays as it is.

4. Liability. Neither party is liable for lost profits. The total liability of Licensee will not exceed US$1,000,000.

5. Claims.

   a. Owner. You are and will be the owner of what you make.

   b. Indemnity. You will hold harmless the licensor from claims that arise out of your breach, and your liability under this indemnity is limited to US$1,000,000 in total.

6. Term. The licensor may terminate this Agreement if you have not cured a breach within 30 days after notice. Sections 3, 4, 5.a, 5.b and 7 shall survive termination.

7. Law. This Agreement will be governed under the laws of the State of Oregon. The courts of Oregon shall have exclusive jurisdiction of any dispute.
`

const letter = `LETTER

1. Purpose. The parties amend the Agreement by this letter.

2. Meaning. “Effective Date” means the day of the last signature.

3. Undertaking. From the Effective Date the Licensee shall keep a register of its uses.

4. Law. This letter is governed by the laws of the State of Oregon.
`

type Put = [where: 'license' | 'letter', after: string, words: string]

function told(rule: string, [where, after, words]: Put) {
  const source = { license, letter }
  const before = source[where]
  expect(before.split(after), after).toHaveLength(2)
  const changed = { ...source, [where]: before.replace(after, `${after} ${words}`) }
  const papers = (['license', 'letter'] as const).map((name) =>
    paperOf(parseAgreement(changed[name]), name, {
      ours: true,
      client: ['you', 'your', 'Licensee'],
      ...(name === 'license' ? { amended: true as const } : {}),
    }),
  )
  return coherenceOf(papers).filter((message) => message.rule === rule)
}

test('the papers are coherent before a fault is put in', () => {
  const papers = [
    paperOf(parseAgreement(license), 'license', {
      ours: true,
      amended: true,
      client: ['you', 'your', 'Licensee'],
    }),
    paperOf(parseAgreement(letter), 'letter', { ours: true, client: ['Licensee'] }),
  ]
  expect(coherenceOf(papers)).toEqual([])
})

const grant = 'for any lawful purpose.'
const owed = 'None are owed.'
const register = 'a register of its uses.'
const places: [Put[0], string][] = [
  ['license', grant],
  ['license', owed],
  ['letter', register],
]
/** The words at three places in turn. */
const at = (list: string[]): Put[] => list.map((words, index) => [...places[index % 3]!, words])

const faults: Record<string, Put[]> = {
  'undefined-term': at([
    'The Escrow Agent keeps a copy.',
    'A report goes to the Steering Committee.',
    'It pays the Service Credits.',
    'This holds for the Permitted Purpose.',
    'It informs each Authorized Reseller.',
    'A copy is kept by the Records Custodian.',
    'It does not touch the Excluded Claims.',
    'They follow the Security Measures.',
    'The Transition Plan is agreed first.',
    'Any Derived Dataset is kept apart.',
    'The Quality Threshold is met.',
  ]),
  'lower-case-term': at([
    'It extends to affiliates.',
    'An affiliate may join.',
    'No affiliate owes anything.',
    'It informs its affiliates.',
    'Its affiliates follow the rules.',
    'It answers for each affiliate.',
    'Use by affiliates is use by it.',
    'It has the consent of every affiliate.',
    'This binds affiliates as well.',
    'It lists the affiliates that take part.',
  ]),
  'two-meanings': at([
    '“Affiliate” means a company that a party owns whole.',
    '“Heron Materials” means the documentation alone.',
    '“Affiliate” means a company named in a list.',
    '“Agreement” means the order form.',
    '“Heron Materials” means whatever is downloaded.',
    '“Effective Date” means January 1.',
    '“Licensee” means a person.',
    '“Affiliate” means a joint venture.',
    '“Effective Date” means the date of acceptance.',
    '“Agreement” means this page.',
    '“Heron Materials” means the weights.',
    '“Effective Date” means the day on which the first party signs.',
  ]),
  reference: at([
    'This follows Section 9.',
    'Section 1.d applies.',
    'Subject to Section 12, it is free.',
    'As in Section 5.c, it holds.',
    'Sections 3 and 14 apply.',
    'Section 4.2 is not touched.',
    'See Section 7.b for this.',
    'Sections 8, 3 and 4 apply.',
    'It is as paragraph 11 says.',
    'Section 2.a comes first.',
    'Section 10.1 is left as it is.',
  ]),
  survival: [
    'You will indemnify the licensor from claims of your users.',
    'The licensor will hold harmless the Licensee from claims over the models.',
    'The licensor releases you from claims for use before this day.',
    'The licensor will not bring a claim for earlier use.',
    'Each party shall keep confidential what it learns of the other.',
    'The licensor must treat as confidential your prompts.',
    'As between the parties, the Licensee shall own its outputs.',
    'You own your data.',
    'The licensor will indemnify you for costs.',
    'The licensor shall hold your logs in confidence and keep them confidential.',
  ].map((words, index): Put => ['license', index % 2 === 0 ? grant : owed, words]),
  'rights-end': at([
    'You shall cease use within 30 days after termination.',
    'Within 90 days after termination you shall delete all copies.',
    'You shall continue to display the sign after termination.',
    'You must continue to support users following the end of this Agreement.',
    'For 60 days after expiry you move customers.',
    'You shall continue to host the models despite the end of the license.',
    'You may wind down within six months after the end.',
    'You will continue to provide the service after termination.',
    'Within 180 days following termination you shall migrate to another model.',
    'You shall continue to distribute updates after the expiration of the term.',
  ]),
  'two-measures': [
    ...[10, 15, 45, 60, 90].map(
      (days): Put => ['license', owed, `A breach is cured if it is cured within ${days} days.`],
    ),
    ...['US$2,000,000', 'US$500,000', 'US$5,000,000', '$3 million', 'US$250,000'].map(
      (amount): Put => [
        'letter',
        register,
        `Licensee’s liability under the indemnity in Section 5.b is limited to ${amount}.`,
      ],
    ),
  ],
  'law-and-courts': [
    ...['New York', 'Delaware', 'Texas', 'Germany', 'Ireland'].map(
      (place): Put => [
        'letter',
        'a register of its uses.',
        `This letter is governed by the laws of ${place}.`,
      ],
    ),
    ...['Dublin', 'Munich', 'London', 'California', 'New York'].map(
      (place): Put => ['letter', 'a register of its uses.', `Disputes go to the courts of ${place}.`],
    ),
  ],
  'two-currencies': at([
    'A fee of EUR 5,000 is due.',
    'It pays €1,000.',
    'The cost is £300.',
    'It pays GBP 2,000.',
    'A deposit of CHF 900 is kept.',
    'The price is 4,000 euros.',
    'It owes €2.5 million.',
    'A bond of £10,000 is given.',
    'It costs 700 Swiss francs.',
    'The sum is ¥50,000.',
  ]),
  'against-client': [
    'Nothing in this Section limits liability for infringement of the other party’s intellectual property rights.',
    'The limit does not apply to your indemnity.',
    'This limit does not apply to liability under an indemnity.',
    'The cap will not apply to Licensee’s indemnity under Section 5.b.',
    'Nothing in this Section limits liability for breach of the license by you.',
    'The exclusion does not apply to misappropriation of the rights of a party.',
    'Nothing in this Section excludes liability for your breach of this license.',
    'The limit does not apply to use of the Heron Materials beyond the license.',
    'Except for each party’s obligations of indemnity, liability is limited.',
    'The limit shall not apply to infringement of the licensor’s patents.',
  ].map((words): Put => ['license', 'will not exceed US$1,000,000.', words]),
}

for (const [rule, list] of Object.entries(faults))
  test(`${rule}: all ${list.length} faults that are put in are told, with the place`, () => {
    expect(list.length).toBeGreaterThanOrEqual(10)
    for (const put of list) {
      const messages = told(rule, put)
      expect(messages.map(({ place }) => place).length, put[2]).toBeGreaterThan(0)
      // The two ends of what does not fit are one place each; one of them is where it was put in.
      const expected = put[1] === grant ? '1.a' : put[1] === owed ? '2' : put[1] === register ? '3' : '4'
      const says = messages.map(({ place, reason }) => `${place} ${reason}`).join(' ')
      expect(says, put[2]).toContain(expected)
    }
  })

test('no agreement of others in our examples is told anything of', () => {
  for (const name of ['lantern-1', 'lantern-2']) {
    const source = readFileSync(`examples/agreements/${name}.md`, 'utf8')
    expect(coherenceOf([paperOf(parseAgreement(source), name)])).toEqual([])
  }
})
