import { describe, expect, test } from 'vitest'
import type { CompareOptions } from '../../src/compare/index.ts'
import { compared } from './texts.ts'

/** The status of the only clause of two agreements whose titles name their versions. */
function statusOf(left: string, right: string, options: CompareOptions = {}): string {
  const { pairs } = compared(
    `# Harbour Model 2 License\n\n1. ${left}\n`,
    `# Grand Harbour Model 3.1 License\n\n1. ${right}\n`,
    options,
  )
  const own = pairs.filter((pair) => (pair.left ?? pair.right)!.path === '1')
  expect(own).toHaveLength(1)
  return own[0]!.status
}

/** What two texts of a library say of their own versions. */
const own = {
  left: { released: '2023-07-18', addresses: new Set(['harbour.example/use']) },
  right: { released: '2024-07-23', addresses: new Set(['harbour.example/u-2']) },
}

/** Typography alone, between whatever texts. */
const typography: [string, string, string][] = [
  [
    'quotes and apostrophes',
    '"Notice" means the Licensee\'s notice.',
    '“Notice” means the Licensee’s notice.',
  ],
  ['words set in capitals', 'THE SOFTWARE IS PROVIDED AS IT IS.', 'The software is provided as it is.'],
  ['the punctuation that ends a clause', 'You may copy it, and sell it;', 'You may copy it, and sell it.'],
  ['the copyright sign', 'Copyright (c) Harbour Inc.', 'Copyright © Harbour Inc.'],
  [
    'a hyphen between spaces',
    'Internet - based services are not ours.',
    'Internet-based services are not ours.',
  ],
  ['a kind of hyphen', 'You re-sign each page of it.', 'You re‑sign each page of it.'],
  ['a dash', 'All rights – of every kind – are kept.', 'All rights — of every kind — are kept.'],
  ['a separator of thousands', 'At most 1000000 users.', 'At most 1,000,000 users.'],
]

/** What two texts of the library have of their own versions, and what a party may rely on in any others. */
const versions: [string, string, string][] = [
  ['the version’s own name', 'Harbour Model 2 is licensed to you.', 'Harbour Model 3.1 is licensed to you.'],
  ['the version’s longer name', 'We license Harbour Model 2.', 'We license Grand Harbour Model 3.1.'],
  ['the release date', 'Released on July 18, 2023 by us.', 'Released on 23 July 2024 by us.'],
  [
    'an address of the text',
    'The policy is at harbour.example/use.',
    'The policy is at https://www.harbour.example/u-2.',
  ],
  ['punctuation inside', 'You may copy, change and sell it.', 'You may copy, change, and sell it.'],
  ['a word joined at its hyphen', 'The right is non-transferable.', 'The right is nontransferable.'],
  ['capitals of a word', 'Each Party gives notice to us.', 'Each party gives notice to us.'],
  ['the way a section is cited', 'Section 1(a) does not apply.', 'Section 1.a does not apply.'],
]

describe('cosmetic is, between any two texts,', () => {
  test.each(typography)('%s', (_, left, right) => {
    expect(statusOf(left, right)).toBe('cosmetic')
    expect(statusOf(left, right, { own })).toBe('cosmetic')
  })
})

describe('cosmetic between two texts of the library, and changed between others, is', () => {
  test.each(versions)('%s', (_, left, right) => {
    expect(statusOf(left, right, { own })).toBe('cosmetic')
    expect(statusOf(left, right)).toBe('changed')
  })
})

describe('changed between two texts of the library too is', () => {
  test.each([
    ['another date', 'You pay on 1 March 2025 at our bank.', 'You pay on 1 May 2025 at our bank.'],
    ['another address', 'Write to legal@harbour.example.', 'Write to notices@harbour.example.'],
  ])('%s', (_, left, right) => {
    expect(statusOf(left, right, { own })).toBe('changed')
  })
})

describe('between texts of which nothing is known, changed is', () => {
  test.each([
    ['“re-sign”', 'The customer may re-sign the form.', 'The customer may resign the form.'],
    ['“US”', 'Sales to US customers are barred.', 'Sales to us customers are barred.'],
    ['a date', 'The parties review it on 1 June 2024.', 'The parties review it on 1 June 2034.'],
    ['a place', 'The courts of Delaware decide.', 'The courts of Cayman decide.'],
    ['a mail address', 'Write to legal@harbour.example.', 'Write to notices@harbour.example.'],
    ['an amount', 'The fee is 1,000 dollars.', 'The fee is 10,000 dollars.'],
  ])('%s', (_, left, right) => {
    expect(statusOf(left, right)).toBe('changed')
  })
})

describe('changed is', () => {
  test.each([
    [
      'a word',
      'A product that uses any of them is covered.',
      'A product that contains any of them is covered.',
    ],
    [
      'a word that is gone',
      'It constitutes an infringement of rights.',
      'It constitutes infringement of rights.',
    ],
    ['a “not”', 'You may sell what you make with it.', 'You may not sell what you make with it.'],
    [
      'a threshold',
      'Above 700 million monthly users you ask us.',
      'Above 70 million monthly users you ask us.',
    ],
    ['a decimal point', 'Interest is 7.5 percent a year.', 'Interest is 75 percent a year.'],
    ['a percent sign', 'The credit is 5% of the fee.', 'The credit is 5 of the fee.'],
    ['a currency', 'The cap is $500 for each claim.', 'The cap is €500 for each claim.'],
    ['a minus', 'The margin is -5 points in each year.', 'The margin is 5 points in each year.'],
    ['a superscript', 'It covers 10² metres of the quay.', 'It covers 102 metres of the quay.'],
    ['“and/or”', 'You copy and/or sell it to others.', 'You copy and or sell it to others.'],
    [
      'a cited section',
      'Section 2 of this license does not apply.',
      'Section 3 of this license does not apply.',
    ],
    ['another version’s name', 'It works with Harbour Model 1 too.', 'It works with Harbour Model 2 too.'],
    [
      'a product in place of the version',
      'Show “Built with Harbour Model 2” to users.',
      'Show “Built with Harbour” to users.',
    ],
    [
      'a date that ends something',
      'The right ends on July 18, 2025 for all.',
      'The right ends on July 18, 2026 for all.',
    ],
    ['a deadline', 'You pay before 1 March 2025 at our bank.', 'You pay before 1 May 2025 at our bank.'],
    ['a possessive', 'We keep the licensee’s copy of the file.', 'We keep the licensees copy of the file.'],
    [
      'the order of words',
      'The buyer pays the seller on delivery.',
      'The seller pays the buyer on delivery.',
    ],
  ])('%s', (_, left, right) => {
    expect(statusOf(left, right)).toBe('changed')
  })
})

test('a clause that is only renumbered is identical', () => {
  const { pairs } = compared('1. Term. One year.\n2. Law. Norway.\n', '3. Term. One year.\n4. Law. Norway.\n')
  expect(pairs.map(({ left, right, status }) => [left?.label, right?.label, status])).toEqual([
    ['1.', '3.', 'identical'],
    ['2.', '4.', 'identical'],
  ])
})
