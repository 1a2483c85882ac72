import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { gate, gateReport } from '../../../src/compare/gate.ts'
import { openFile } from '../../../src/texts/index.ts'
import { type WordFileOptions, wordFile } from '../../ooxml/word-file.ts'
import { lines, madePdf } from '../../texts/open/made-pdf.ts'

const run = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
const p = (...runs: string[]) =>
  `<w:p>${runs.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`
const control = (words: string, empty: boolean) =>
  `<w:sdt><w:sdtPr>${empty ? '<w:showingPlcHdr/>' : ''}</w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

const word = (...paragraphs: string[]): WordFileOptions => ({ body: paragraphs.join('') })

async function side(name: string, bytes: Uint8Array) {
  return { id: name, document: await openFile(name, bytes) }
}

async function judged(agreed: WordFileOptions, toSign: WordFileOptions, options = {}) {
  return gate(
    await side('agreed.docx', wordFile(agreed)),
    await side('to-sign.docx', wordFile(toSign)),
    options,
  )
}

async function judgedPdf(agreed: WordFileOptions, ...printed: string[]) {
  return gate(
    await side('agreed.docx', wordFile(agreed)),
    await side('to-sign.pdf', madePdf([{ words: lines(72, 740, printed) }])),
  )
}

const LOAN = [
  p('Lamp Loan'),
  p('1. The Owner lends the Lamp to the Keeper until the Keeper returns it.'),
  p('2. The Keeper pays 30 euros for each month in which the Lamp stands with it.'),
  p('3. Each party may end this loan on 14 days notice.'),
]

describe('the same words', () => {
  test('are the agreed text, whatever runs and looks they have', async () => {
    const other = [
      p(run('Lamp ', '<w:b/>'), run('Loan', '<w:i/>')),
      ...LOAN.slice(1, 3),
      p('3. Each party may end ', 'this loan on 14 days', ' notice.'),
    ]
    expect(await judged(word(...LOAN), word(...other))).toMatchObject({
      verdict: 'same',
      status: 0,
      findings: [],
    })
  })

  test('are the agreed text in a PDF that breaks its lines elsewhere', async () => {
    const report = await judgedPdf(
      word(p('1. The Owner lends the Lamp to the Keeper until the Keeper returns it.')),
      '1. The Owner lends the Lamp to the',
      'Keeper until the Keeper returns it.',
    )
    expect(report).toMatchObject({ status: 0, findings: [] })
  })

  test('printed in capitals are the same words', async () => {
    const report = await judgedPdf(word(p(run('Lamp Loan', '<w:caps/>'))), 'LAMP LOAN')
    expect(report.status).toBe(0)
  })
})

describe('typography', () => {
  test('alone is told sign by sign', async () => {
    const report = await judged(
      word(p('The Keeper’s “Lamp” – lent.')),
      word(p('The Keeper\'s "Lamp" - lent.')),
    )
    expect(report).toMatchObject({ verdict: 'typography', status: 3 })
    expect(report.findings.map(({ agreed, toSign }) => `${agreed}${toSign}`)).toEqual([
      "’'",
      '“"',
      '”"',
      '–-',
    ])
  })

  test('a hyphen at a line’s end of a PDF is typography', async () => {
    const report = await judgedPdf(
      word(p('The Owner lends the Lamp to the Licensee, who keeps it in the house.')),
      'The Owner lends the Lamp to the Licen-',
      'see, who keeps it in the house.',
    )
    expect(report).toMatchObject({ status: 3, findings: [{ kind: 'typography', agreed: 'Licensee' }] })
  })

  test('a hyphen at a line’s end that the agreed text has too is the same word', async () => {
    const report = await judgedPdf(
      word(p('The Owner lends the Lamp and the Keeper may re-sign, if it keeps it in the house.')),
      'The Owner lends the Lamp and the Keeper may re-',
      'sign, if it keeps it in the house.',
    )
    expect(report.status).toBe(0)
  })

  test('a hyphen inside a line is none', async () => {
    expect((await judged(word(p('They may re-sign it.')), word(p('They may resign it.')))).status).toBe(1)
  })
})

describe('clauses in another order', () => {
  test('are told, with their numbers following', async () => {
    const other = [
      LOAN[0]!,
      p('1. The Keeper pays 30 euros for each month in which the Lamp stands with it.'),
      p('2. The Owner lends the Lamp to the Keeper until the Keeper returns it.'),
      LOAN[3]!,
    ]
    const report = await judged(word(...LOAN), word(...other))
    expect(report).toMatchObject({ verdict: 'order', status: 4, findings: [{ kind: 'order' }] })
    expect(report.findings[0]!.agreed).toContain('The Keeper pays')
  })

  test('are none where a number alone is another', async () => {
    const other = [...LOAN.slice(0, 3), p('4. Each party may end this loan on 14 days notice.')]
    expect((await judged(word(...LOAN), word(...other))).status).toBe(1)
  })

  test('are none where two amounts of a table changed places', async () => {
    const [one, other] = [
      table(['First year', '100'], ['Second year', '200']),
      table(['First year', '200'], ['Second year', '100']),
    ]
    expect((await judged(word(...LOAN, one), word(...LOAN, other))).status).toBe(1)
  })
})

describe('blanks', () => {
  const agreed = word(
    p('This loan is between ____ and [Name of the Keeper].'),
    p('1. The fee is [●] euros.'),
    p('2. The Lamp stands at ', control('Click here to say where', true), '.'),
  )
  const filled = (name: string) =>
    word(
      p(`This loan is between Ada Lovelace and ${name}.`),
      p('1. The fee is 30 euros.'),
      p('2. The Lamp stands at ', control('12 High Street, Ely', false), '.'),
    )

  test('that are filled are told with place and words', async () => {
    const report = await judged(agreed, filled('Lamp Keepers, Inc.'))
    expect(report).toMatchObject({ verdict: 'blanks', status: 5 })
    expect(report.findings.map(({ agreed: blank, toSign }) => [blank, toSign])).toEqual([
      ['____', 'Ada Lovelace'],
      ['[Name of the Keeper]', 'Lamp Keepers, Inc.'],
      ['[●]', '30'],
      ['Click here to say where', '12 High Street, Ely'],
    ])
    expect(report.findings[2]!.place).toBe('Section 1')
    expect(gateReport(report)).toContain('blank filled in, Section 1: “[●]” → “30”')
  })

  test('that still stand are no difference', async () => {
    expect((await judged(agreed, agreed)).status).toBe(0)
  })

  test.each([
    ['a term', 'Ada Lovelace, who shall owe nothing'],
    ['a sentence', 'Ada Lovelace. The Owner pays all costs'],
    ['too many words', Array(50).fill('word').join(' ')],
  ])('filled with %s are another text', async (_, name) => {
    expect(await judged(agreed, filled(name))).toMatchObject({ verdict: 'different', status: 1 })
  })

  test('filled with more than their paragraph are another text', async () => {
    const report = await judged(
      word(p('The Keeper is [Name].'), p('The fee is 30 euros.')),
      word(p('The Keeper is Ada'), p('The Owner pays.'), p('The fee is 30 euros.')),
    )
    expect(report.status).toBe(1)
  })

  test('taken out are another text', async () => {
    expect((await judged(word(p('The fee is [●] euros.')), word(p('The fee is euros.')))).status).toBe(1)
  })

  test('of the text to sign excuse nothing', async () => {
    expect((await judged(word(p('The fee is 30 euros.')), word(p('The fee is [●] euros.')))).status).toBe(1)
  })

  test('come before another order, and other words before blanks', async () => {
    const swapped = word(p('Two. The Lamp is lent.'), p('One. The fee is 30 euros.'))
    const report = await judged(word(p('One. The fee is [●] euros.'), p('Two. The Lamp is lent.')), swapped)
    expect(report.findings.map(({ kind }) => kind)).toEqual(['blank', 'order'])
    expect(report.status).toBe(5)
    expect(
      (
        await judged(
          word(p('The fee is [●] euros.'), p('The Lamp is lent.')),
          word(p('The fee is 30 euros.'), p('The Lamp is sold.')),
        )
      ).status,
    ).toBe(1)
  })
})

describe('what an attacker tries', () => {
  const body = LOAN.join('')
  const header = (words: string): WordFileOptions['parts'] => [
    {
      type: 'header',
      id: 'h1',
      name: 'word/header1.xml',
      content: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(words)}</w:hdr>`,
    },
  ]
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
  const note = (words: string) => `<w:footnote w:id="2">${p(words)}</w:footnote>`
  const noted = p('The Lamp', '<w:r><w:footnoteReference w:id="2"/></w:r>', ' is lent.')

  test.each<[string, WordFileOptions, WordFileOptions]>([
    [
      'a number',
      word(...LOAN),
      word(...LOAN.slice(0, 3), p('3. Each party may end this loan on 15 days notice.')),
    ],
    ['a letter of another alphabet', word(p('The Owner pays.')), word(p('The Оwner pays.'))],
    ['a space in a word', word(p('It is notable.')), word(p('It is not able.'))],
    ['a defined term', word(p('The Lamp is lent.')), word(p('The lamp is lent.'))],
    ['a comma', word(p('It pays, if asked.')), word(p('It pays if asked.'))],
    ['hidden words', { body }, { body: body + p(run('The Keeper pays.', '<w:vanish/>')) }],
    ['white words', { body }, { body: body + p(run('The Keeper pays.', '<w:color w:val="FFFFFF"/>')) }],
    [
      'struck words',
      word(p('It may not be sold.')),
      word(p('It may ', run('not ', '<w:strike/>'), 'be sold.')),
    ],
    [
      'words of a field',
      word(p('It pays 30 euros.')),
      word(p('It pays ', `<w:fldSimple w:instr="QUOTE 40">${run('40')}</w:fldSimple>`, ' euros.')),
    ],
    [
      'a header',
      { body: body + section, parts: header('Agreed on 1 May')! },
      { body: body + section, parts: header('Not agreed')! },
    ],
    ['a header that is gone', { body: body + section, parts: header('Agreed on 1 May')! }, { body }],
    ['a note', { body: noted, footnotes: note('Of brass.') }, { body: noted, footnotes: note('Of gold.') }],
    ['a note that is put in', word(p('The Lamp is lent.')), { body: noted, footnotes: note('Of gold.') }],
    [
      'tracked changes that are open',
      word(p('It pays 30.')),
      word(p('It pays ', `<w:ins w:id="1" w:author="A">${run('30')}</w:ins>`, '.')),
    ],
    [
      'a comment',
      word(p('It pays.')),
      {
        body: p('It pays.'),
        comments: `<w:comment w:id="1" w:author="B">${p('But not in May.')}</w:comment>`,
      },
    ],
  ])('%s is told and never passed', async (_, agreed, toSign) => {
    const report = await judged(agreed, toSign)
    expect(report).toMatchObject({ verdict: 'different', status: 1 })
    expect(report.findings.length).toBeGreaterThan(0)
  })

  test('a header is found in the body of a single page, and missed where it is not there', async () => {
    const agreed: WordFileOptions = { body: body + section, parts: header('Agreed on 1 May')! }
    const pages = (...head: string[]) => [
      ...head,
      '',
      'Lamp Loan',
      '1. The Owner lends the Lamp to the Keeper until the Keeper returns it.',
      '2. The Keeper pays 30 euros for each month in which the Lamp stands with it.',
      '3. Each party may end this loan on 14 days notice.',
    ]
    expect((await judgedPdf(agreed, ...pages('Agreed on 1 May'))).status).toBe(0)
    expect((await judgedPdf(agreed, ...pages())).status).toBe(1)
    expect((await judgedPdf(agreed, ...pages('Agreed on 2 May'))).status).toBe(1)
  })

  test('open tracked changes pass where somebody says which state is meant', async () => {
    const toSign = word(p('It pays ', `<w:ins w:id="1" w:author="A">${run('30')}</w:ins>`, '.'))
    expect((await judged(word(p('It pays 30.')), toSign, { trackedRead: true })).status).toBe(0)
  })
})

test('a whole text that has nothing in common is told as one difference or more, and quickly', async () => {
  const many = (words: string) =>
    word(...Array.from({ length: 800 }, (_, at) => p(`${words} ${at} ____ and [x]`)))
  expect((await judged(many('One two'), many('Three four'))).status).toBe(1)
})

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result && run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('words that Word may change when it opens the file', () => {
  const withField = (instruction: string, result: string) => [
    ...LOAN.slice(0, 3),
    p('3. Each party may end this loan on ', field(instruction, result), ' notice.'),
  ]

  test('are told where the file keeps another value behind the same field', async () => {
    const kept = (value: string) => {
      const settings = `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docVars><w:docVar w:name="Notice" w:val="${value}"/></w:docVars></w:settings>`
      return {
        ...word(...withField('DOCVARIABLE Notice', '14 days')),
        parts: [{ type: 'settings', name: 'word/settings.xml', content: settings }],
      }
    }
    expect((await judged(kept('14 days'), kept('14 days'))).status).toBe(0)
    const report = await judged(kept('14 days'), kept('3 days'))
    expect(report.status).toBe(1)
    expect(JSON.stringify(report.findings)).toContain('3 days')
  })

  test('are told where a property of the file is another', async () => {
    const titled = (title: string) => {
      const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`
      const files = unzipSync(wordFile(word(...withField('DOCPROPERTY Title', '14 days'))))
      const relationships = strFromU8(files['_rels/.rels']!).replace(
        '</Relationships>',
        '<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
      )
      return zipSync({
        ...files,
        '_rels/.rels': strToU8(relationships),
        'docProps/core.xml': strToU8(core),
      })
    }
    const judgedFiles = async (one: string, other: string) =>
      gate(await side('agreed.docx', titled(one)), await side('to-sign.docx', titled(other)))
    expect((await judgedFiles('14 days', '14 days')).status).toBe(0)
    expect((await judgedFiles('14 days', '3 days')).status).toBe(1)
  })

  test('are told where a control is bound to a day of another month, or to data that are gone', async () => {
    const bound = (data: string, shown: string, kind: string) => ({
      body: `<w:p><w:sdt><w:sdtPr>${kind}<w:dataBinding w:xpath="/x/y[1]"/></w:sdtPr><w:sdtContent>${run(shown)}</w:sdtContent></w:sdt></w:p>`,
      parts: [{ type: 'customXml', name: 'customXml/item1.xml', content: `<x><y>${data}</y></x>` }],
    })
    const date = '<w:date><w:lid w:val="de-DE"/></w:date>'
    const status = async (agreed: string, toSign: string, shown: string, kind: string) =>
      (await judged(bound(agreed, shown, kind), bound(toSign, shown, kind))).status
    for (const shown of ['5. März 2026', '05.03.2026', '5 Mar 2026', 'March 5, 2026']) {
      expect(await status('2026-03-05T00:00:00', '2026-03-05T00:00:00', shown, date), shown).toBe(0)
      expect(await status('2026-03-05T00:00:00', '2026-07-05T00:00:00', shown, date), shown).toBe(1)
    }
    expect(await status('Geneva', '', 'Geneva', '<w:text/>')).toBe(1)
  })

  test.each([
    'QUOTE &quot;3 days&quot;',
    'IF 1 = 1 &quot;3 days&quot; x',
    '= 1 + 2',
    'INCLUDETEXT &quot;http://x/y.docx&quot;',
    'DOCPROPERTY Title',
    'FILLIN q',
  ])('are told: %s', async (instruction) => {
    const report = await judged(word(...LOAN), word(...withField(instruction, '14 days')))
    expect(report.status).toBe(1)
    expect(JSON.stringify(report.findings)).toContain('a field that only Word can reckon')
    const both = await judged(
      word(...withField(instruction, '14 days')),
      word(...withField(instruction, '14 days')),
    )
    expect(both.status).toBe(0)
  })

  test('are told where they show nothing yet', async () => {
    const empty = p(
      '3. Each party may ',
      field('QUOTE &quot;not &quot;', ''),
      'end this loan on 14 days notice.',
    )
    expect(await judged(word(...LOAN), word(...LOAN.slice(0, 3), empty))).toMatchObject({ status: 1 })
  })

  test('are not a reference to words of the text itself that shows these words', async () => {
    const marked = (words: string) =>
      p('The notice: ', `<w:bookmarkStart w:id="1" w:name="_Ref1"/>${run(words)}<w:bookmarkEnd w:id="1"/>`)
    const plain = [...LOAN, p('The notice: 14 days')]
    const referring = (words: string) => word(...withField('REF _Ref1 \\h', '14 days'), marked(words))
    expect(await judged(word(...plain), referring('14 days'))).toMatchObject({ status: 0 })
    const elsewhere = await judged(word(...LOAN, p('The notice: 90 days')), referring('90 days'))
    expect(elsewhere.status).toBe(1)
    expect(JSON.stringify(elsewhere.findings)).toContain('leads to “90 days”')
    expect(await judged(word(...LOAN), word(...withField('REF _Ref9', '14 days')))).toMatchObject({
      status: 1,
    })
  })

  test.each([
    ['PAGE', '14'],
    ['SEQ x \\r 90', '14'],
    ['SECTIONPAGES \\# &quot;90&quot;', '14'],
    ['NOTEREF _Ref1', '14'],
    ['EQ 90', '14'],
    ['TOC \\o', '14'],
  ])('are told where a program counts or gathers them: %s', async (instruction, result) => {
    const counted = p('3. Each party may end this loan on ', field(instruction, result), ' days notice.')
    expect(await judged(word(...LOAN), word(...LOAN.slice(0, 3), counted))).toMatchObject({ status: 1 })
    const same = word(...LOAN.slice(0, 3), counted)
    expect(await judged(same, same)).toMatchObject({ status: 0 })
  })

  test('are told where a field has none, and moves others or gives a bookmark words', async () => {
    for (const instruction of ['ADVANCE \\u 400', 'SET fee &quot;900&quot;']) {
      const moved = p('3. Each party may end this loan on 14 days notice.', field(instruction, ''))
      expect(await judged(word(...LOAN), word(...LOAN.slice(0, 3), moved))).toMatchObject({ status: 1 })
    }
  })
})

test('words too small to be read are told', async () => {
  const small = p('3. Each party may end this loan on ', run('14 days', '<w:sz w:val="2"/>'), ' notice.')
  expect(await judged(word(...LOAN), word(...LOAN.slice(0, 3), small))).toMatchObject({ status: 1 })
})
