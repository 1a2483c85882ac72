import { describe, expect, test } from 'vitest'
import { clausesOf, parseAgreement } from '../../src/agreement/index.ts'

/** The citations of the numbered clauses, in order. */
const cited = (source: string): string[] =>
  clausesOf(parseAgreement(source, { format: 'text' }))
    .filter(({ number }) => number !== '')
    .map(({ citation }) => citation)

/** Lines between stars, as some licenses set what they disclaim. */
const box = (...lines: string[]) => {
  const edge = '*'.repeat(40)
  return [edge, ...['', ...lines, ''].map((line) => `*  ${line.padEnd(35)} *`), edge].join('\n')
}

test('what stands in a box is a clause with its sentences whole', () => {
  const source = `1. Use. You may.\n\n${box('2. Risk', '-------', '', 'The lamp is lent as it is, and', 'nobody owes anything for it.')}\n`
  const last = clausesOf(parseAgreement(source, { format: 'text' })).at(-1)!
  expect(`${last.citation}: ${last.text}`).toMatch(
    /^2: Risk.*The lamp is lent as it is, and nobody owes anything for it\.$/s,
  )
})

describe('the section cited is the number printed', () => {
  test.each<[string, string, string[]]>([
    ['from nought', 'Terms\n\n0. Words.\n\nA word.\n\n1. Use.\n\n2. End.', ['0', '1', '2']],
    ['with gaps', 'Terms\n\n7. Use.\n\n8. End.\n\n10. Law.', ['7', '8', '10']],
    ['in brackets', '2. Use.\n\n(a) Copy:\n\n(i) here;\n\n(ii) there.\n\n(b) Sell.', ['2', '2(a)', '2(a)(i)', '2(a)(ii)', '2(b)']],
    ['joined by dots', '2. Use.\n\n  a. Copy:\n\n    1. here;\n\n      A. now.\n\n  b. Sell.', ['2', '2.a', '2.a.1', '2.a.1.A', '2.b']],
    ['that hold the outer ones', '2. Use.\n\n2.1 Copy.\n\n2.1.1 Here.\n\n2.1.2 There.\n\n2.2 Sell.', ['2', '2.1', '2.1.1', '2.1.2', '2.2']],
    ['without dots', 'Terms\n\n1 Words\n\n1.1 A word.\n\n2 Use\n\n2.1 Copy.', ['1', '1.1', '2', '2.1']],
    ['named', 'ARTICLE I WORDS\n\nSection 1.01 A word. It means this.\n\nARTICLE II USE\n\nSECTION 2.01. Copy. You may.', ['ARTICLE I', '1.01', 'ARTICLE II', '2.01']],
    ['named by letters', 'Section A Words\n\nA word.\n\nSection B Use\n\nYou may.\n\nSection C Pay\n\nTen.\n\nSection D End', ['A', 'B', 'C', 'D']],
    ['in a box of stars', `1. Use. You may.\n\n${box('2. Risk', '-------', '', 'The lamp is lent as it is, and', 'nobody owes anything for it.')}\n\n3. Law. Malta.`, ['1', '2', '3']],
    ['put between', '1. Use\n\n1.1 You may.\n\n1.2 Or not.\n\n1.2A Or here.\n\n1.2B Or there.\n\n2. End', ['1', '1.1', '1.2', '1.2A', '1.2B', '2']],
    ['of recitals', 'HIRE AGREEMENT\n\nRECITALS\n\nA. One lends.\n\nB. One hires.\n\n1. Use. You may.\n\n2. End. It ends.', ['Recital A', 'Recital B', '1', '2']],
    ['of recitals in brackets', 'HIRE AGREEMENT\n\nWHEREAS:\n\n(A) One lends.\n\n(B) One hires.\n\n1. Use. You may.', ['Recital (A)', 'Recital (B)', '1']],
    ['of parts with a number of their own', '1. Use.\n\nEXHIBIT A-1\n\n1. Price.\n\nEXHIBIT A-2\n\n1. Place.\n\nSchedule 3B\n\n1. Time.', ['1', 'EXHIBIT A-1, paragraph 1', 'EXHIBIT A-2, paragraph 1', 'Schedule 3B, paragraph 1']],
    ['with a sign', '§ 1 Use\n\nYou may.\n\n§ 2 End\n\nIt ends.\n\n§ 2a Law\n\nIreland.\n\n§ 3 Court\n\nDublin.', ['§ 1', '§ 2', '§ 2a', '§ 3']],
    ['behind a dash of two', 'Section 1 -- Words.\n\n  a. A word.\n\nSection 2 -- Use.\n\n  a. Copy.', ['1', '1.a', '2', '2.a']],
    ['in chains', '2 Use\n\n2(a) You may copy\n\n2(a)(i) here; and\n\n2(a)(ii) there.\n\n2(b) You may not sell.\n\n3 Law', ['2', '2(a)', '2(a)(i)', '2(a)(ii)', '2(b)', '3']],
    ['with letters before', 'A.1 Use. You may.\n\nA.2 End. It ends.\n\nB.1 Law. Ireland.', ['A.1', 'A.2', 'B.1']],
    ['doubled letters', '1. Nutzung. Erlaubt ist:\n\na) Lesen:\n\naa) hier;\n\nbb) dort.\n\nb) Leihen.', ['1', '1(a)', '1(a)(aa)', '1(a)(bb)', '1(b)']],
    ['doubled letters behind z', `1. Words:\n\n${'abcdefghijklmnopqrstuvwxyz'.split('').map((sign) => `(${sign}) word;`).join('\n\n')}\n\n(aa) last.`, ['1', ...'abcdefghijklmnopqrstuvwxyz'.split('').map((sign) => `1(${sign})`), '1(aa)']],
    ['as the French count', 'CONTRAT\n\nArticle 1er - Objet\n\nUne lampe.\n\nArticle 2 - Durée\n\nUn an.\n\nArticle 2 bis - Prix\n\nDix.\n\nArticle 3 - Droit\n\nIrlande.', ['Article 1er', 'Article 2', 'Article 2 bis', 'Article 3']],
    ['under a heading that other numbers are above', '1. Use\n\nYou may.\n\n2. General\n\n1. It is whole.\n\n2. It is in writing.\n\n3. It binds.\n\n3. Law\n\nIreland.', ['1', '2', '2.1', '2.2', '2.3', '3']],
    ['behind a heading without number', '1. Rights\n\nYou may.\n\nCopies\n\nYou may make two copies of each lamp.\n\n2. Price\n\nTen.\n\n3. Law\n\nIreland.', ['1', '2', '3']],
    ['behind contents without pages', '1. Use\n2. Price\n3. Term\n4. Law\n\n1. Use. You may.\n\n2. Price. Ten.\n\n3. Term. A year.\n\n4. Law. Ireland.', ['1', '2', '3', '4']],
    ['ninth letters', '(h) Eight:\n\n(i) one;\n\n(ii) two.\n\n(i) Nine:\n\n(i) one;\n\n(ii) two.\n\n(j) Ten.', ['(h)', '(h)(i)', '(h)(ii)', '(i)', '(i)(i)', '(i)(ii)', '(j)']],
    ['run in', 'Section 2.02 Loans. (a) One.\n\n(b) Two.\n\nSection 2.03 Fees. None.', ['2.02', '2.02(a)', '2.02(b)', '2.03']],
    ['of schedules that begin anew', '1. Use.\n\n2. End.\n\nSchedule 1\n\n1. Price.\n\n2. Place.', ['1', '2', 'Schedule 1, paragraph 1', 'Schedule 1, paragraph 2']],
    ['under headings in capitals', 'GRANT.\n\n1.1 Copy. You may.\n\nGENERAL.\n\n6.1 Law. Ireland.', ['1.1', '6.1']],
  ])('%s', (_, source, expected) => expect(cited(source)).toEqual(expected)) // biome-ignore format: a row for each

  test.each([
    ['a reference that the margin breaks', `1. Fees. The fee that Clause\n2. of the order form gives is due within ten days of it.\n\n2. Law. Ireland.`],
    ['a number in a sentence', `1. Fees. Whatever is not paid in time bears interest at the rate of\n8. 5 percent a year until it has been paid in full by the party.\n\n2. Law. Ireland.`],
    ['an instrument’s number', `1. Law. The law of Ireland governs this agreement, see S.I. No.\n12. of 2013, and its courts decide.\n\n2. Form. Writing.`],
    ['a letter that a sentence refers to', `1. Fees. Ten euros, for what the Customer is given under\nClause C Services, or any other, on the day.\n\n2. Law. Ireland.`],
    ['a day', `1. Miete. Das Verhältnis über die Lampe beginnt am\n1. Januar 2024 und endet, wenn es gekündigt wird.\n\n2. Recht. Irland.`],
    ['a share', `1. Fees. Orders of a thousand lamps or more need\n6.1 per cent. deposit.\n\n2. Law. Ireland.`],
    ['one that a sentence points to', `1. Title. It passes on delivery. In addition to\n2) above, risk passes too.\n\n2. Risk. With title.`],
    ['an enumeration in a sentence', `1. Steps. We protect you with two steps, which are these:\n(1) we write it, and (2) we sign it with our names.\n\n2. Law. Ireland.`],
    ['five digits', `1. Fees. Ten euros.\n\n94103. California.\n\n2. Law. Ireland.`],
  ])('%s is no number of a clause', (_, source) => expect(cited(source)).toEqual(['1', '2'])) // biome-ignore format: a row for each
})

test('the words below a heading in the letters of a sentence are those of its section, be it the last', () => {
  const source = 'HIRE\n\n1. Hire\n\n1.1 It is hired.\n\n2. Governing law\n\nThe law of Ireland governs it.'
  const last = clausesOf(parseAgreement(source, { format: 'text' })).at(-1)!
  expect([last.citation, last.heading]).toEqual(['2', 'Governing law'])
})

describe('a clause without a number', () => {
  const citations = (source: string) => clausesOf(parseAgreement(source)).map(({ citation }) => citation)

  test('is cited by what stands above it and its first words', () => {
    const source =
      '# Lantern Policy\n\n## Prohibited Uses\n\n* Break the law, including to:\n    * Collect, process or disclose what is private about anybody\n'
    expect(citations(source)).toEqual([
      'Title',
      'Heading “Prohibited Uses”',
      '“Prohibited Uses”, item “Break the law, including to”',
      '“Break the law, including to”, item “Collect, process or disclose what is private …”',
    ])
  })

  test('stands under the numbered clause that it belongs to', () => {
    expect(citations('1. Use.\n\n1.1 Copy. You may.\n\nOnly once.\n\n1.2 Sell. No.\n\n2. Law. Ireland.')).toEqual([
      '1', '1.1', '1.1, “Only once”', '1.2', '2',
    ]) // biome-ignore format: the citations in a row
  })

  test('is a recital only before the operative words', () => {
    const kinds = (source: string) => clausesOf(parseAgreement(source)).map(({ kind }) => kind)
    expect(kinds('Open Terms\n\nLast Modified: April 28, 2025\n\nLicense Grant. We grant it.\n\nLaw. Ireland.')).toEqual([
      'title', 'recital', 'paragraph', 'paragraph',
    ]) // biome-ignore format: the kinds in a row
    expect(citations('Open Terms\n\nLast Modified: April 28, 2025\n\nLicense Grant. We grant it.\n\nLaw. Ireland.')).toEqual([
      'Title', 'Recital “Last Modified: April 28, 2025”', '“License Grant”', '“Law”',
    ]) // biome-ignore format: the citations in a row
    expect(kinds('Use is permitted provided that these conditions are met:\n\n1. Name us.\n\n2. Keep this.')).toEqual([
      'paragraph', 'section', 'section',
    ]) // biome-ignore format: the kinds in a row
  })
})

describe('what a lawyer sees at once', () => {
  const shown = (source: string) =>
    clausesOf(parseAgreement(source, { format: 'text' })).map(({ kind, citation }) => `${kind} ${citation}`)

  test('a first line in any letters is the title', () => {
    for (const first of ['lampMIME LICENSE', 'Anepok License v. 1.0', 'Colour Profile License agreement'])
      expect(shown(`${first}\n\nPermission is granted to anybody to use the lamp.`)[0]).toBe('title Title')
    expect(shown('This license is subject to the terms.\n\n1. Use. You may.')[0]).toMatch(/^recital/)
  })

  test('what follows the first words that permit is no recital', () => {
    const source =
      'Lamp\n\nYou may use it, provided that these terms are met:\n\nCopies must carry this.\n\nDisclaimer\n\nNo warranty is given at all.'
    expect(shown(source)).toEqual([
      'title Title', 'paragraph Paragraph “You may use it, provided that these …”', 'paragraph Paragraph “Copies must carry this”',
      'heading Heading “Disclaimer”', 'paragraph “Disclaimer”, “No warranty is given at all”',
    ]) // biome-ignore format: a row for each
  })

  test('a list behind a colon stands under it, though one above could begin anew', () => {
    expect(cited('1. Use.\n\na. You may not\n\nb. redistribute:\n\n1. the whole, or\n\n2. a part.\n\nc. Sell it.\n\n2. Law. Ireland.')).toEqual([
      '1', '1.a', '1.b', '1.b.1', '1.b.2', '1.c', '2',
    ]) // biome-ignore format: the citations in a row
    expect(cited('(a) One of them;\n\n(b) another.\n\n1. The Lamp. It burns.\n\n2. Export. You warrant:\n\n(a) this; and\n\n(b) that.')).toEqual([
      '(a)', '(b)', '1', '2', '2(a)', '2(b)',
    ]) // biome-ignore format: the citations in a row
  })

  test('two lists that count alike are told apart by what leads to them', () => {
    expect(
      shown(
        'Lamp\n\nIf you share it, you must give:\n\n1. a name\n\n2. a link\n\nIf you sell it, you must give:\n\n1. a price',
      ),
    ).toContain('section “If you sell it, you must give”, 1')
  })

  test('words set left of centred numbers belong to the number above them', () => {
    expect(
      shown(
        '    Article 1 - RIGHTS\n\n      1.1 COPIES\n\nThe right to copy.\n\nIt includes printing.\n\n      1.2 SALES\n\nNone.\n\n    Article 2 - LAW\n\nIreland.',
      ),
    ).toContain('paragraph 1.1, “It includes printing”')
  })

  test('an exhibit is a heading, a line for a name or a year is none', () => {
    const source =
      '1. Use. You may.\n\n2. Law. The law of Ireland governs.\n\nName: ____\n\nCopyright © 2020 Lamp Corporation\n\nAddendum: How to use this license\n\nPut it in a file.'
    expect(shown(source).slice(2)).toEqual([
      'paragraph Paragraph “Name: ____”', 'paragraph Paragraph “Copyright © 2020 Lamp Corporation”',
      'heading Heading “Addendum: How to use this license”', 'paragraph “Addendum: How to use this license”, “Put it in a file”',
    ]) // biome-ignore format: a row for each
  })
})

describe('Markdown', () => {
  const cited = (source: string) =>
    clausesOf(parseAgreement(source, { format: 'markdown' })).map(({ citation }) => citation)

  test('counts as a reader of it shows', () => {
    expect(cited('1. One\n1. Two\n1. Three\n')).toEqual(['1', '2', '3'])
    expect(cited('1. One:\n    8. Eight\n    8. Nine\n2. Two\n')).toEqual(['1', '1.8', '1.9', '2'])
  })

  test('has the number printed where it is escaped, in bold or a heading', () => {
    expect(cited('1\\. One\n\n3\\. Three\n')).toEqual(['1', '3'])
    expect(cited('## 1. One\n\nText.\n\n## 3. Three\n\nText.\n')).toEqual(['1', '3'])
  })
})
