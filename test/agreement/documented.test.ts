import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clausesOf, parseAgreement, withoutPages } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'

/** docs/comparing.md, “What is read as a number”, line by line: a text, and how its clauses are cited. */
const page = readFileSync(join(packageRoot(), 'docs', 'comparing.md'), 'utf8')
const part = page.slice(page.indexOf('## What is read as a number'), page.indexOf('## Which clauses answer'))

const cited = (paragraphs: string[], format: 'text' | 'markdown' = 'text') =>
  clausesOf(parseAgreement(paragraphs.join('\n\n'), { format })).map(({ citation }) => citation)
const TITLE = 'LAMP LENDING AGREEMENT'
const USE = '1. Use. It is lent.'
const END = '2. End. It ends.'

/** A row of the table by its first cell, with a text of that kind and what must be among its citations. */
const rows: [row: string, text: string[], cites: string[], format?: 'markdown'][] = [
  ['`1.` with `b.`', ['1. Grant.', '  a. Light.', '  b. Use:', '    i. lamp;', '    ii. oil.'], ['1.b.i']],
  ['`2.` with `(a)`', [USE, '2. Duties:', '  (a) these:', '    (i) care;', '    (ii) return.'], ['2(a)(ii)']],
  ['`2.` with `(a)`', ['2(a)(ii) The lamp goes back.', '2(a)(iii) So does the oil.'], ['2(a)(ii)']],
  ['`7.` with `a)`', ['7. Duties:', '  a) care;', '  b) return.'], ['7', '7(a)', '7(b)']],
  ['`2.1.1`', ['2. Use.', '2.1 Lamp.', '2.1.1 It is lent.', '2.1.2 Oil is sold.'], ['2.1.1', '2.1.2']],
  ['`2.1.1`', ['Section 1.01 Lamps. They are lent.', 'Section 1.02 Oil. It is sold.'], ['1.01', '1.02']],
  ['`2.1.1`', ['SECTION 2.03. LAMPS. They are lent.', 'SECTION 2.04. OIL. It is sold.'], ['2.03']],
  ['`2.1.1`', ['A.1 Lamps are lent.', 'A.2 Oil is sold.'], ['A.1', 'A.2']],
  [
    '`Section 2.02',
    ['Section 2.02 Loans. (a) Each is small.', '(b) Each is short.'],
    ['2.02', '2.02(a)', '2.02(b)'],
  ],
  ['`A.` under `RECITALS`', [TITLE, 'RECITALS', 'A. One lends.', 'B. One borrows.', USE], ['Recital A', '1']],
  ['`A.` under `RECITALS`', [TITLE, 'WHEREAS:', '(A) One lends.', '(B) One borrows.', USE], ['Recital (A)']],
  ['`1.2A`', [USE, '1.1 Here.', '1.2 There.', '1.2A Anywhere.'], ['1.2A']],
  ['`1.2A`', [USE, 'Exhibit A-1', '1. Lamps.'], ['Exhibit A-1, paragraph 1']],
  ['`Section B Use`', ['Section A Lamps', 'They are lent.', 'Section B Use', 'It is free.'], ['A', 'B']],
  ['`Section 1 --', ['Section 1 -- Definitions.', 'Lamps are lamps.', 'Section 2 -- Use.'], ['1', '2']],
  [
    '`ARTICLE IV`',
    ['ARTICLE III', 'Use', 'It is lent.', 'ARTICLE IV', 'Return', 'It goes back.'],
    ['ARTICLE IV'],
  ],
  [
    '`ARTICLE IV`',
    ['§ 2 Use. It is lent.', '§ 2a Care. It is kept.', '§ 3 End. It ends.'],
    ['§ 2', '§ 2a', '§ 3'],
  ],
  ['`1 Definitions`', ['1 Definitions', 'A lamp is a lamp.', '2 Use', 'It is lent.'], ['1', '2']],
  ['`0.`; gaps', ['0. Scope. All lamps.', USE, '4. Return. They go back.'], ['0', '1', '4']],
  [
    '`1.` again',
    [USE, END, 'Schedule 1', '1. Ten lamps.', '2. Two lamps.'],
    ['1', 'Schedule 1, paragraph 1'],
  ],
  ['`(i)` behind', ['(g) seventh;', '(h) eighth;', '(i) ninth;', '(j) tenth.'], ['(h)', '(i)', '(j)']],
  ['`(i)` behind', ['(g) seventh;', '(h) eighth:', '(i) first;', '(ii) second.'], ['(h)(i)', '(h)(ii)']],
  ['`1.` `1.` `1.`', ['1. Use.\n1. Return.\n1. End.'], ['1', '2', '3'], 'markdown'],
  [
    'a bullet under',
    [TITLE, 'You promise this.', 'Prohibited Uses', '- Violate the law of lamps', '- Sell the oil'],
    ['“Prohibited Uses”, item “Violate the law of lamps”'],
  ],
  [
    'a paragraph under 1.b',
    [
      '1. Grant.',
      '  a. Care. It is kept.',
      '  b. Use. It is lent.',
      '    Together with it goes its oil.',
      '2. End.',
    ],
    ['1.b, “Together with it goes its oil”'],
  ],
  [
    'a paragraph before',
    ['By clicking “I Accept” you agree.', USE],
    ['Recital “By clicking ‘I Accept’ you agree”'],
  ],
  ['`Law. Ireland.`', ['Use. You may use the lamp.', 'Law. Ireland.'], ['“Use”', '“Law”']],
  [
    'a paragraph behind',
    ['10. Termination. It ends.', '11. Relicensing', 'A site may do so.', 'Until August it may.'],
    ['11', '11, “Until August it may”'],
  ],
  [
    '`1.` under “If',
    [USE, '2. Sale. It is sold.', 'If you sell it:', '1. tell us;', '2. pay us.'],
    ['“If you sell it”, 1'],
  ],
  [
    '`1.` under `Exhibit A`',
    [USE, 'Exhibit A', 'Definitions', '1. A lamp is a lamp.', '2. Oil is oil.'],
    ['Exhibit A, paragraph 1'],
  ],
  [
    '`1.1` in `Schedule 2`',
    [TITLE, USE, 'Schedule 2', '1 Fees', '1.1 Ten crowns.', 'Part B', '1. Two crowns.', '2. One.'],
    ['Schedule 2, paragraph 1', 'Schedule 2, paragraph 1.1', 'Schedule 2, Part B, paragraph 1'],
  ],
  ['`3A. Taxes`', ['3. Fees. Ten.', '3A. Taxes', '3A.1 They are added.', '4. End.'], ['3A', '3A.1']],
  [
    '`A- Licence`',
    ['A- Licence', '1. It is lent.', '2. It is kept.', 'B- Return', '1. It goes back.'],
    ['A', 'A.1', 'B.1'],
  ],
  ['`A- Licence`', ['1 – Use', 'It is lent.', '2 – Return', 'It goes back.'], ['1', '2']],
  [
    '`4.` with `4.1`',
    [TITLE, 'Section A', USE, '2. Care. It is kept.', 'Section B', '3. Fees', '3.1 Ten crowns.'],
    ['1', '2', '3', '3.1'],
  ],
  [
    '`4.` with `4.1`',
    [TITLE, 'Section A', USE, END, 'Section B', '1. Fees. Ten crowns.', '2. Law. Ireland.'],
    ['A.1', 'A.2', 'B.1', 'B.2'],
  ],
  ['`* (i)`', ['Duties of the lender:', '* (i) care', '* (ii) return'], ['(i)', '(ii)']],
  [
    '`ARTICLE II`',
    ['ARTICLE I\nUSE', 'It is lent.', 'ARTICLE II\nPAY', 'Ten crowns.'],
    ['ARTICLE I', 'ARTICLE II'],
  ],
  [
    '`Article 1er`',
    ['Article 1er - Lampe', 'Une.', 'Article 2 - Huile', 'Deux.', 'Article 2 bis - Fin', 'Un an.'],
    ['Article 1er', 'Article 2 bis'],
  ],
  [
    '`aa)`',
    ['1. Pflichten:', 'a) Sorgfalt:', 'aa) nachts;', 'bb) tags;', 'b) Rückgabe.'],
    ['1(a)(aa)', '1(a)(bb)', '1(b)'],
  ],
  [
    '`5. General`',
    [USE, '2. General', '1. It is whole.', '2. It is written.', '3. It binds.', '3. Law', 'Ireland.'],
    ['2.1', '2.2', '2.3', '3'],
  ],
]

describe('what is read as a number', () => {
  test.each(rows)('%s', (row, text, cites, format) => {
    expect(part).toContain(`| ${row}`)
    expect(cited(text, format)).toEqual(expect.arrayContaining(cites))
  })

  test('every row of the page has an example here', () => {
    const printed = part.split('\n').filter((line) => /^\| (?!printed|---)/.test(line))
    const without = printed.filter((line) => !rows.some(([row]) => line.startsWith(`| ${row}`)))
    expect(printed.length).toBeGreaterThanOrEqual(25)
    expect(without).toEqual([])
  })
})

describe('what is no number and no heading', () => {
  const kinds = (paragraphs: string[]) =>
    clausesOf(parseAgreement(paragraphs.join('\n\n'), { format: 'text' })).map(
      ({ kind, text }) => `${kind} ${text}`,
    )

  test.each([
    [
      '`2. of the Order` on the next line',
      ['1. Use. It is lent under Clause\n2. of the Order.', END],
      ['1', '2'],
    ],
    ['`(1) … and (2) …` inside a sentence', ['1. Use. You (1) light it and (2) keep it.', END], ['1', '2']],
  ])('%s', (_, text, cites) => {
    expect(cited(text)).toEqual(cites)
  })

  test.each(['20241 lamps were lent.', 'J. Smith keeps it.', '(c) 2024 Harbour Lights.'])('%s', (line) => {
    expect(cited([TITLE, USE, line, END]).filter((one) => /^[\d(]\S*$/.test(one))).toEqual(['1', '2'])
  })

  test('a list behind “the following:” stands under that clause', () => {
    expect(cited(['1. Use. You do the following:', '1. light it;', '2. keep it.', END])).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
    ])
  })

  test('a first line that ends in License is the title; what stands behind a permission is no recital', () => {
    expect(cited(['alterLamp LICENSE', USE])[0]).toBe('Title')
    expect(cited([TITLE, 'Permission is granted to use it.', 'This notice stays.']).slice(1)).toEqual([
      'Paragraph “Permission is granted to use it”',
      'Paragraph “This notice stays”',
    ])
  })

  test('a copyright, a version, an address and BETWEEN head nothing, a short subject alone does', () => {
    const lines = [
      'Copyright © 2020 Ada',
      'Version 1.1',
      'Name: Ada',
      'Harbour\nOld Quay 4\nWesthaven',
      'BETWEEN:',
    ]
    for (const line of lines)
      expect(
        kinds([TITLE, 'A first sentence.', line, USE]).filter((one) => one.startsWith('heading')),
      ).toEqual([])
    for (const line of ['No warranty', 'Limitation of liability'])
      expect(
        kinds([TITLE, 'It is lent as it is, to you.', line, 'The owner promises nothing about its light.']),
      ).toContain(`heading ${line}`)
  })

  test('a heading without number stands in the section that goes on around it', () => {
    expect(cited(['1. Use:', '(i) light;', 'Care of the Lamp', '(ii) oil.', END])).toEqual([
      '1',
      '1(i)',
      '1, Heading “Care of the Lamp”',
      '1(ii)',
      '2',
    ])
  })

  test('contents number nothing, what stands before the agreement is none of its sections, a signature no last one', () => {
    expect(
      cited([TITLE, 'Contents', '1. Use', '2. End', '1. Use', 'It is lent.', '2. End', 'It ends.']),
    ).toEqual(['Title', 'Heading “Contents”', 'Recital “1. Use”', 'Recital “2. End”', '1', '2'])
    const made = 'THIS CONTRACT is made on 1 May 2024 BETWEEN A and B'
    expect(cited([TITLE, '1. Lamps', '2. Oil', made, USE, END]).slice(-2)).toEqual(['1', '2'])
    expect(cited([USE, END, 'IN WITNESS WHEREOF they sign.', 'By: ______']).slice(2)).toEqual([
      'Paragraph “IN WITNESS WHEREOF they sign”',
      'Paragraph “By: ______”',
    ])
  })

  test('signs of a comment, and lines that a margin broke, are not read', () => {
    expect(cited(['# 1. Use. It is lent.\n#\n# 2. End. It ends.'])).toEqual(['1', '2'])
    const words = 'The lamp is lent to whoever asks for it and brings it back before the harbour closes'
    const [clause] = clausesOf(parseAgreement(words.replace(/(.{30}\S*) /g, '$1\n'), { format: 'text' }))
    expect(clause!.text).toBe(words)
  })

  test('heads and numbers of pages are left out and told', () => {
    const sheet = (at: number) => `Lamps Limited\n\n${at}. Clause number ${at} says so.\n\nPage ${at} of 4`
    const { source, notes } = withoutPages([1, 2, 3, 4].map(sheet).join('\n\f'))
    expect(source).not.toMatch(/Page \d|Lamps Limited/)
    expect(notes.length).toBeGreaterThan(0)
  })
})
