import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { compared, expectNothingLost, marked, outcomes } from './texts.ts'

const clauses = {
  fees: 'Fees. The customer pays the monthly fee within 30 days of each invoice. Late payments bear interest at 5% a year from the due date.',
  levels:
    'Service levels. The provider keeps the service available for 99.5% of each calendar month, measured at the edge of its network.',
  data: 'Data. The provider processes the personal data only on written instructions and deletes every copy when these terms end.',
  liability:
    'Liability. Neither party is liable for lost profits. The total liability of each party is limited to the fees of twelve months.',
  assignment:
    'Assignment. Neither party may assign these terms without the written consent of the other party.',
  law: 'Governing law. The law of Norway governs these terms. The courts of Bergen have exclusive jurisdiction.',
}

/** Sections numbered in the order given, in the style of one house or another. */
function terms(sections: string[], style: 'plain' | 'article' = 'plain'): string {
  return style === 'plain'
    ? sections.map((text, at) => `${at + 1}. ${text}`).join('\n\n')
    : sections.map((text, at) => `§ ${at + 1} ${text}`).join('\n\n')
}

const { fees, levels, data, liability, assignment, law } = clauses
const before = terms([fees, levels, data, liability, law])

describe('a section', () => {
  test('that is inserted shifts none of those behind it', () => {
    expect(outcomes(compared(before, terms([fees, levels, assignment, data, liability, law])))).toEqual([
      '1: identical',
      '2: identical',
      '3: added',
      '3 → 4: identical',
      '4 → 5: identical',
      '5 → 6: identical',
    ])
  })

  test('that is removed stands where it stood', () => {
    expect(outcomes(compared(before, terms([fees, data, liability, law])))).toEqual([
      '1: identical',
      '2: removed',
      '3 → 2: identical',
      '4 → 3: identical',
      '5 → 4: identical',
    ])
  })

  test('that goes to another place is moved, and no other is', () => {
    expect(outcomes(compared(before, terms([law, fees, levels, data, liability])))).toEqual([
      '5 → 1: identical, moved',
      '1 → 2: identical',
      '2 → 3: identical',
      '3 → 4: identical',
      '4 → 5: identical',
    ])
  })

  test('that is moved and changed is moved and changed', () => {
    const elsewhere = terms([law.replace('Bergen', 'Oslo'), fees, levels, data, liability])
    expect(outcomes(compared(before, elsewhere))[0]).toBe('5 → 1: changed, moved')
  })

  test('that is split shows which words went where', () => {
    const [first, second] = [
      'Fees. The customer pays the monthly fee within 45 days of each invoice.',
      'Arrears. Late payments bear interest at 5% a year from the due date.',
    ]
    const { pairs } = compared(before, terms([first, second, levels, data, liability, law]))
    expect(
      pairs
        .slice(0, 2)
        .map(({ relation, left, right, pieces }) => [relation, left?.part, right?.path, marked(pieces)]),
    ).toEqual([
      [
        'split',
        { index: 0, of: 2 },
        '1',
        'Fees. The customer pays the monthly fee within [-30-]{+45+} days of each invoice.',
      ],
      [
        'split',
        { index: 1, of: 2 },
        '2',
        '{+Arrears. +}Late payments bear interest at 5% a year from the due date.',
      ],
    ])
  })

  test('that takes in the one behind it is merged', () => {
    const [first, second] = [
      'Term. These terms run for one full calendar year.',
      'Renewal. They renew for another year unless a party gives notice three months before.',
    ]
    const merged =
      'Term. These terms run for one full calendar year. They renew for another year unless a party gives notice three months before.'
    const found = outcomes(compared(terms([fees, first, second, law]), terms([fees, merged, law])))
    expect(found).toEqual([
      '1: identical',
      '2: identical, merged',
      '3 → 2: changed, merged',
      '4 → 3: identical',
    ])
  })

  test('whose list becomes clauses is split into them, short as they are', () => {
    const list =
      'Licence. You may use the Model. You may: (a) copy it; (b) modify it; and (c) share it with your staff.'
    const clauses =
      'Licence. You may use the Model. You may:\n\n   (a) copy it;\n\n   (b) modify it; and\n\n   (c) share it with your staff.'
    expect(
      outcomes(compared(terms([list, fees]), terms([clauses, fees]))).map((one) => one.split(': ')[0]),
    ).toEqual(['1', '1 → 1.a', '1 → 1.b', '1 → 1.c', '2'])
  })

  test('whose sub-clauses move with it moves alone', () => {
    const grant =
      'Grant.\n\n   a. You may copy the model for your own research.\n\n   b. You may publish what you find with it.'
    const found = outcomes(compared(terms([grant, fees, levels, data]), terms([fees, levels, data, grant])))
    expect(found.filter((outcome) => outcome.includes('moved'))).toEqual(['1 → 4: identical, moved'])
    expect(found).toContain('1.a → 4.a: identical')
  })

  test('of little more than a heading is found by what stands below it', () => {
    const [left, right] = [
      '1. Permissions.\n\n   a. You may copy the model for your own research.\n\n   b. You may publish what you find.',
      '1. What you may do.\n\n   a. You may copy the model for your own research.\n\n   b. You may publish what you find.',
    ]
    expect(outcomes(compared(left, right))).toEqual(['1: changed', '1.a: identical', '1.b: identical'])
  })
})

test('a license in another house’s style is compared on its words', () => {
  const numbered = `HARBOUR MODEL LICENSE

1. License grant. Subject to these terms, Harbour grants you a worldwide, royalty-free right to use, copy and adapt the model.

2. Limits on use. You must not use the model to train any other speech model.

3. Disclaimer. THE MODEL IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.

4. Governing law. The law of Norway governs this license.
`
  const articles = `# Lighthouse Speech Model License

## Warranty disclaimer

The model is provided “as is”, without any warranty of any kind.

## Grant

Subject to these terms, Lighthouse grants to you a worldwide and royalty-free right to use, copy, adapt and share the model.

## Law

This license is governed by the law of Norway.

## Sanctions

You must not export the model to a person on a sanctions list.
`
  const [left, right] = [parseAgreement(numbered), parseAgreement(articles)]
  const comparison = compared(left, right)
  expectNothingLost(left, right, comparison)
  const answered = comparison.pairs
    .filter((pair) => pair.left && pair.right)
    .map((pair) => [pair.left!.text.slice(0, 12), pair.right!.text.slice(0, 12)])
  expect(answered).toContainEqual(['License gran', 'Subject to t'])
  expect(answered).toContainEqual(['Disclaimer. ', 'The model is'])
  const removed = comparison.pairs.filter(({ status }) => status === 'removed').map((pair) => pair.left!.path)
  expect(removed).toContain('2')
})

test('a clause with the same number and heading is the same clause, however short and changed', () => {
  const outcome = outcomes(compared('1. Term. One year.', '1. Term. Until midnight tomorrow.'))
  expect(outcome).toEqual(['1: changed'])
})
