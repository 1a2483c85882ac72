import { describe, expect, test } from 'vitest'
import { clausesOf, parseAgreement, parseBlocks } from '../../src/agreement/index.ts'

const shown = (source: string, format: 'text' | 'markdown' = 'text') =>
  clausesOf(parseAgreement(source, { format })).map(({ kind, citation }) => `${kind} ${citation}`)
const cited = (source: string, format: 'text' | 'markdown' = 'text') =>
  clausesOf(parseAgreement(source, { format }))
    .filter(({ number }) => number !== '')
    .map(({ citation }) => citation)

const SERVICES = `MASTER SERVICES AGREEMENT

BETWEEN:

(1) HARBOUR LIGHTS LIMITED ("Supplier"); and

(2) THE PORT OF WESTHAVEN ("Customer").

THE PARTIES AGREE as follows:

1 Services

1.1 The Supplier pays within
30 days of the invoice.

2 Confidentiality

2.1 Each party keeps secrets.

This clause survives termination.

IN WITNESS WHEREOF the parties have signed.

HARBOUR LIGHTS LIMITED

By: ______________

SCHEDULE 1

Fees

1 Monthly fee

1.1 The fee is ten crowns.

SCHEDULE 2 - DATA

Part A - Processing

1. Subject matter: lights.

Part B - Measures

1. Locks.
`

describe('a contract with schedules', () => {
  test('cites the sections of a schedule by it, and what is signed by no section', () => {
    expect(shown(SERVICES).slice(1)).toEqual([
      'recital Recital “BETWEEN”',
      'section (1)',
      'section (2)',
      'paragraph Paragraph “THE PARTIES AGREE as follows”',
      'section 1',
      'section 1.1',
      'section 2',
      'section 2.1',
      'paragraph 2, “This clause survives termination”',
      'paragraph Paragraph “IN WITNESS WHEREOF the parties have signed”',
      'paragraph Paragraph “HARBOUR LIGHTS LIMITED”',
      'paragraph Paragraph “By: ______________”',
      'heading Heading “SCHEDULE 1”',
      'heading Heading “Fees”',
      'section SCHEDULE 1, paragraph 1',
      'section SCHEDULE 1, paragraph 1.1',
      'heading Heading “SCHEDULE 2 - DATA”',
      'heading Heading “Part A - Processing”',
      'section SCHEDULE 2, Part A, paragraph 1',
      'heading Heading “Part B - Measures”',
      'section SCHEDULE 2, Part B, paragraph 1',
    ])
  })

  test('has contents that number nothing', () => {
    const source =
      'LAMP AGREEMENT\n\nCONTENTS\n\n1. USE ............ 2\n2. LAW ............ 3\nSCHEDULE 1 FEES ............ 4\n\n1. USE\n\nYou may.\n\n2. LAW\n\nIreland.\n'
    expect(shown(source)).toEqual([
      'title Title', 'heading Heading “CONTENTS”', 'recital “CONTENTS”, “1. USE ............ 2”', 'recital “CONTENTS”, “2. LAW ............ 3”',
      'recital “CONTENTS”, “SCHEDULE 1 FEES ............ 4”', 'section 1', 'section 2',
    ]) // biome-ignore format: a few in a row
  })

  test.each<[string, string, string[]]>([
    ['a first entry run in, the second set in', 'ARTICLE I\nUSE\n\nSection 1.1. Duties. (a) You keep it.\n\n     (b) You report, and:\n\n          (i) obey;\n\n          (ii) ask.\n\nARTICLE II\nPAY\n\nSection 2.1. Pay. Ten.', ['ARTICLE I', '1.1', '1.1(a)', '1.1(b)', '1.1(b)(i)', '1.1(b)(ii)', 'ARTICLE II', '2.1']],
    ['dashes', 'A- Licence\n\n1. You may use it.\n\n2. You may copy it.\n\nB- Restrictions\n\n1. You may not sell it.', ['A', 'A.1', 'A.2', 'B', 'B.1']],
    ['an inserted number', '3. FEES\n\nTen.\n\n3A. TAXES\n\n3A.1 They come on top.\n\n4. LAW\n\nIreland.', ['3', '3A', '3A.1', '4']],
    ['bare numbers below dotted ones', '1. Use\n\nYou may\n\n1 copy it;\n\n2 Sell it;\n\n3 Lend it.\n\n2. Law\n\nIreland.', ['1', '2']],
    ['bullets before brackets', '1. Use. You may:\n\n* (i) copy it;\n\n* (ii) sell it.\n\n2. Law. Ireland.', ['1', '1(i)', '1(ii)', '2']],
    ['a heading between the entries', '3. WARRANTY\n\n(i) WITHOUT A FEE, THIS APPLIES:\n\nDISCLAIMER:\n\nNothing is promised.\n\n(ii) FOR A FEE, THIS APPLIES:\n\na. It works.\n\n4. LAW\n\nIreland.', ['3', '3(i)', '3(ii)', '3(ii).a', '4']],
    ['a heading below a section', '2. GRANT\n\nGrant by Each of Us\n\na) Copies. You may.\n\nb) Patents. You may.\n\n3. LAW\n\nIreland.', ['2', '2(a)', '2(b)', '3']],
    ['the last section’s entries, a paragraph between them', '1. Use. You may.\n\n2. General.\n\n(a) Law.\n\nIreland governs.\n\n(b) Courts.', ['1', '2', '2(a)', '2(b)']],
  ])('counts %s', (_, source, expected) => expect(cited(source).filter((one) => expected.includes(one) || !/^[123]$/.test(one))).toEqual(expected)) // biome-ignore format: a row for each

  test('begins a list where a heading of Markdown leads to it', () => {
    const source =
      '# Lamp Terms\n\n## 1. Use\n\nYou shall:\n1. ask\n2. pay\n\n## 2. Law\n\nIreland.\n\n## Section 3: Audit\n\nYearly.\n'
    expect(cited(source, 'markdown')).toEqual(['1', '1.1', '1.2', '2', '3'])
  })
})

describe('headings without numbers', () => {
  test('may be set in the letters of a sentence', () => {
    const source =
      'Lamp Terms\n\nGrant of rights\n\nYou may use the lamp wherever you like, and lend it to friends.\n\nNo warranty\n\nThe lamp comes as it is, and nobody promises that it burns.\n\nThank you\n\nWe hope that you like the lamp, and that it burns for a long time.\n'
    expect(shown(source)).toEqual([
      'title Title', 'heading Heading “Grant of rights”', 'paragraph “Grant of rights”, “You may use the lamp wherever you …”',
      'heading Heading “No warranty”', 'paragraph “No warranty”, “The lamp comes as it is, and …”',
      'paragraph “No warranty”, “Thank you”', 'paragraph “No warranty”, “We hope that you like the lamp …”',
    ]) // biome-ignore format: a few in a row
  })

  test('are no lines of an address, no names of parties, no end of a sentence in capitals', () => {
    const source = `Lamp Terms

1. Law. Ireland.

2. Warranty. THE LAMP IS LICENSED AS IT IS. YOU BEAR THE
RISK OF USING IT. NOBODY GIVES ANY EXPRESS
WARRANTIES, GUARANTEES OR CONDITIONS
TO ANYBODY.

Lamp Works Limited
The West Wing
Glass Wharf
Bristol, BS2 0EL
`
    const clauses = clausesOf(parseAgreement(source, { format: 'text' }))
    expect(clauses.filter(({ kind }) => kind === 'heading')).toEqual([])
    expect(clauses.find(({ number }) => number === '2')?.text).toContain('CONDITIONS TO ANYBODY.')
  })
})

describe('a text in the frame of a comment', () => {
  test.each([
    ['#', '# Use is permitted provided that these\n# conditions are met:\n#\n# 1. Keep this notice and the list of\n#    conditions.\n# 2. Name us.\n'],
    ['//', '// Use is permitted provided that these\n// conditions are met:\n//\n// 1. Keep this notice and the list of\n//    conditions.\n// 2. Name us.\n'],
  ])('%s is read without it', (_, source) => {
    const clauses = clausesOf(parseAgreement(source))
    expect(clauses.map(({ text }) => text)).toEqual([
      'Use is permitted provided that these conditions are met:', 'Keep this notice and the list of conditions.', 'Name us.',
    ]) // biome-ignore format: a few in a row
  }) // biome-ignore format: a row for each

  test('a definition whose term has a line of its own is one clause', () => {
    const [, first] = clausesOf(
      parseAgreement('Lamp Terms\n\n"Lamp"\n\nmeans the light that burns on the mole.\n', { format: 'text' }),
    )
    expect(first).toMatchObject({ kind: 'definition', terms: ['Lamp'] })
  })
})

describe('a model contract', () => {
  const MODEL = `MODEL HARBOUR CONTRACT

Schedules

1. Definitions

2. Fees

3. [Own Terms]

THIS CONTRACT is made on 20

BETWEEN:

(1) the Port; and

(2) the Pilot.

IT IS AGREED as follows:

Section A: Beginning

1. Definitions

1.1 Words mean what they say.

2. Ships

2.1 The Pilot brings ships in.

Section B: Money

3. Fees

3.1 The Port pays.
`

  test('begins behind the list of its schedules, and none of its words are those of the last entry', () => {
    const clauses = clausesOf(parseAgreement(MODEL, { format: 'text' }))
    expect(clauses.find(({ text }) => text.includes('[Own Terms]'))?.text).toBe('[Own Terms]')
    const made = clauses.findIndex(({ text }) => text.startsWith('THIS CONTRACT'))
    expect(clauses[made]!.number).toBe('')
    for (const { citation } of clauses.slice(made)) expect(citation).not.toContain('Schedules')
  })

  test('cites sections that are counted through its parts by their own number', () => {
    const clauses = clausesOf(parseAgreement(MODEL, { format: 'text' }))
    const cited = clauses.filter(({ number }) => /^\d/.test(number)).map(({ citation }) => citation)
    expect(cited.slice(-6)).toEqual(['1', '1.1', '2', '2.1', '3', '3.1'])
  })

  test('cites sections that begin anew in each part by the part', () => {
    const numbered = (label: string, level: number, text: string) =>
      ({ type: 'paragraph', label, level, text }) as const
    const of = (third: string) =>
      clausesOf(
        parseBlocks([
          numbered('Section A:', 0, 'One'),
          numbered('1.', 1, 'First'),
          numbered('2.', 1, 'Second'),
          numbered('2.1', 2, 'Inner'),
          numbered('Section B:', 0, 'Two'),
          numbered(third, 1, 'Third'),
          numbered(`${third}1`, 2, 'Last'),
        ]),
      ).map(({ citation }) => citation)
    expect(of('1.')).toEqual(['A', 'A.1', 'A.2', '2.1', 'B', 'B.1', '1.1'])
    expect(of('3.')).toEqual(['A', '1', '2', '2.1', 'B', '3', '3.1'])
  })
})
