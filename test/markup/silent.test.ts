import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../src/compare/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { compareWord } from '../../src/markup/index.ts'
import { type SilentReport, silentChanges } from '../../src/markup/silent.ts'
import { wordDocument } from '../../src/texts/word.ts'
import { p, run, wordFile } from '../ooxml/word-file.ts'
import fc from '../setup/fast-check.ts'
import { edited, randomDocument, randomFrom, written } from './random-document.ts'

const library = await loadLibrary()
const they = 'w:author="They" w:date="2026-01-02T00:00:00Z"'

function silent(sent: Uint8Array, returned: Uint8Array): SilentReport {
  const text = (id: string, bytes: Uint8Array, view: 'accepted' | 'original') => ({
    id,
    known: false,
    document: wordDocument(bytes, { view, hidden: true }),
  })
  const { comparison } = compareTexts(
    library,
    text('sent.docx', sent, 'accepted'),
    text('returned.docx', returned, 'original'),
  )
  return silentChanges(comparison, {
    sent: { name: 'sent.docx', sha256: '', view: 'accepted', bytes: sent },
    returned: { name: 'returned.docx', sha256: '', bytes: returned },
  })
}

const stories = ['body', 'table', 'footnote', 'header', 'box', 'comment', 'hidden'] as const
type Place = (typeof stories)[number]

const sentences: Record<Place, string> = {
  body: '2. Fees are due within thirty days after each invoice.',
  table: 'Support costs ninety dollars a month.',
  footnote: 'Net of all taxes that are withheld.',
  header: 'Order number seven of the first May.',
  box: 'Draft for discussion among counsel only.',
  comment: 'Please confirm the cap before Friday.',
  hidden: 'Internal floor is twelve percent below.',
}

/** A file with words in every story; some of the body is tracked by Them. */
function file(words: Record<Place, string>, tracked: boolean): Uint8Array {
  const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(words.box)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
  const del = (some: string) =>
    tracked
      ? `<w:del w:id="91" ${they}><w:r><w:delText xml:space="preserve">${some}</w:delText></w:r></w:del>`
      : run(some)
  const ins = (some: string) => (tracked ? `<w:ins w:id="92" ${they}>${run(some)}</w:ins>` : '')
  return wordFile({
    body: [
      p(`${run('1. Each party keeps ')}${del('all ')}${ins('most ')}${run('secrets for five years.')}`),
      p(`${run(words.body)}<w:r><w:footnoteReference w:id="2"/></w:r>${box}`),
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${p('Support')}</w:tc><w:tc>${p(words.table)}</w:tc></w:tr></w:tbl>`,
      p(
        `<w:commentRangeStart w:id="5"/>${run('3. The term ends when a party says so.')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
      ),
      p(run(words.hidden, '<w:vanish/>')),
      '<w:sectPr><w:headerReference w:type="default" r:id="head"/></w:sectPr>',
    ].join(''),
    footnotes: `<w:footnote w:id="2">${p(words.footnote)}</w:footnote>`,
    comments: `<w:comment w:id="5" w:author="Us">${p(words.comment)}</w:comment>`,
    parts: [
      {
        type: 'header',
        id: 'head',
        name: 'word/header1.xml',
        content: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(words.header)}</w:hdr>`,
      },
    ],
  })
}

describe('what came back changed without being tracked', () => {
  it('is nothing where all is tracked, and that is counted by author', () => {
    const report = silent(file(sentences, false), file(sentences, true))
    expect(report).toMatchObject({
      changes: [],
      readWhole: true,
      tracked: [{ author: 'They', changes: 2, comments: 0 }],
    })
  })

  it('is found in every story, whichever word it is, and nothing else with it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stories), fc.nat(), (place, at) => {
        const cut = sentences[place].split(' ')
        // The number of a clause is its label, which has a test of its own.
        const word = (place === 'body' ? 1 : 0) + (at % (cut.length - (place === 'body' ? 1 : 0)))
        const changed = cut.map((one, index) => (index === word ? 'ZEBRA' : one)).join(' ')
        const { changes } = silent(file(sentences, false), file({ ...sentences, [place]: changed }, true))
        expect(changes.map(({ kind, before, after }) => ({ kind, before, after }))).toEqual([
          { kind: 'words', before: expect.stringContaining(cut[word]!.replace(/\W/g, '')), after: 'ZEBRA' },
        ])
      }),
    )
  })

  it('says where it stands, what stands around it, and who tracked something there', () => {
    const sent = wordFile({ body: p('1. We may not sue you before a court.') + p('2. The end comes later.') })
    const returned = wordFile({
      body:
        p(
          `${run('1. We may sue you before a')}<w:ins w:id="1" ${they}>${run(' competent')}</w:ins>${run(' court.')}`,
        ) + p('2. The end comes soon.'),
    })
    expect(silent(sent, returned).changes).toEqual([
      {
        kind: 'words',
        place: 'Section 1',
        story: 'body',
        before: 'not ',
        after: '',
        around: { before: 'We may ', after: 'sue you before a' },
        nearby: ['They'],
      },
      {
        kind: 'words',
        place: 'Section 2',
        story: 'body',
        before: 'later',
        after: 'soon',
        around: { before: 'The end comes ', after: '.' },
        nearby: [],
      },
    ])
  })

  it('tells what is no letter: white space, an end of a paragraph, a field, another picture', () => {
    const field = (instruction: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('5')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const of = (before: string, after: string) =>
      silent(wordFile({ body: before + p('9. Last.') }), wordFile({ body: after + p('9. Last.') })).changes
    const told = (before: string, after: string) => of(before, after).map((one) => [one.kind, one.before])
    expect(told(p('1. Pay  now.'), p('1. Pay now.'))).toEqual([
      ['other', 'white space: 1. Pay[2 spaces]now.'],
    ])
    expect(told(p('1. Pay now.'), p('1. Pay now.') + p(''))).toEqual([['other', 'ends of paragraphs: ']])
    expect(
      told(p(`${run('1. See ')}${field('REF a')}`), p(`${run('1. See ')}${field('REF b')}`)),
    ).toContainEqual(['other', 'a field: 1. See [field REF a: ]5'])
    expect(of(p('1. Pay  now.'), p('1. Pay now.'))[0]).toMatchObject({ place: 'Section 1' })
  })

  it('tells a clause that stands elsewhere, and one with another number', () => {
    const one = '1. Fees are due each month in advance and are not refunded.'
    const two = '2. Taxes are borne by the party that owes them by law.'
    const of = (...after: string[]) =>
      silent(
        wordFile({ body: [one, two].map((line) => p(line)).join('') }),
        wordFile({ body: after.map((line) => p(line)).join('') }),
      ).changes
    expect(of(one, two.replace('2.', '3.')).map(({ kind, place }) => [kind, place])).toEqual([
      ['number', 'Section 3'],
    ])
    expect(of(two, one).some(({ kind }) => kind === 'moved')).toBe(true)
  })

  it('counts a new comment by its author, and not as silent', () => {
    const sent = wordFile({ body: p('1. Pay now.') })
    const returned = wordFile({
      body: p(
        `<w:commentRangeStart w:id="5"/>${run('1. Pay now.')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
      ),
      comments: `<w:comment w:id="5" w:author="They">${p('No.')}${p('Never.')}</w:comment>`,
    })
    expect(silent(sent, returned)).toMatchObject({
      changes: [],
      tracked: [{ author: 'They', changes: 0, comments: 1 }],
    })
  })
})

describe('of generated files', () => {
  it('nothing is silent where every edit is tracked, and something is where one word is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = randomFrom(seed)
        const document = randomDocument(random, 8)
        const [sent, theirs] = [written(document), written(edited(document, random, 3))]
        const returned = compareWord(sent, theirs, { author: 'They' }).bytes
        expect(silent(sent, returned).changes).toEqual([])
        const slipped = compareWord(
          written([
            ...document,
            { kind: 'paragraph', looks: '', pieces: [{ kind: 'words', words: ['ZEBRA'], looks: '' }] },
          ]),
          theirs,
          { author: 'They' },
        ).bytes
        const { changes } = silent(sent, slipped)
        expect(changes.some(({ after }) => after.includes('ZEBRA'))).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

describe('what is no word', () => {
  const one = (...runs: string[]) =>
    wordFile({ body: `${p('First clause.')}${p(runs.join(''))}${p('Last clause.')}` })
  const sent = one(run('The Keeper shall not pay.'))
  const returned = (properties: string) => one(run('The Keeper shall '), run('not ', properties), run('pay.'))

  it.each([
    ['hidden', '<w:vanish/>'],
    ['struck out', '<w:strike/>'],
    ['in white', '<w:color w:val="FFFFFF"/>'],
    ['in less than 3½ points', '<w:sz w:val="2"/>'],
  ])('but takes a word from the reader is told: %s', (why, properties) => {
    const { changes, readWhole } = silent(sent, returned(properties))
    expect(changes).toMatchObject([{ kind: 'look', before: 'not', after: `not [${why}]` }])
    expect(readWhole).toBe(true)
    expect(silent(returned(properties), returned(properties)).changes).toEqual([])
  })

  it('is silent no more where it is tracked, and then counted by author', () => {
    const tracked = returned(`<w:vanish/><w:rPrChange w:id="7" ${they}><w:rPr/></w:rPrChange>`)
    expect(silent(sent, tracked)).toMatchObject({
      changes: [],
      tracked: [{ author: 'They', changes: 1, comments: 0 }],
    })
  })

  it('is shown by what differs: the field, the space, the place', () => {
    const fee = (after: string) => wordFile({ body: `${p('First clause.')}${p(after)}` })
    const field = `<w:fldSimple w:instr=" SEQ x \\r 9 ">${run('100')}</w:fldSimple>`
    const [change] = silent(fee(run('Fee: 100')), fee(run('Fee: ') + field)).changes
    expect([change?.before, change?.after]).toEqual(['a field: Fee: 100', expect.stringContaining('SEQ x')])
    const [space] = silent(fee(run('Fee: 100')), fee(run('Fee:\u00a0100'))).changes
    expect([space?.before, space?.after]).toEqual([
      'white space: Fee: 100',
      'white space: Fee:[no-break space]100',
    ])
    const clauses = [
      'Each party keeps all secrets.',
      'Notice is thirty days.',
      'The law is that of Delaware.',
    ]
    const file = (...some: string[]) => wordFile({ body: some.map((words) => p(words)).join('') })
    const [moved] = silent(file(...clauses), file(clauses[1]!, clauses[0]!, clauses[2]!)).changes
    expect(moved).toMatchObject({ kind: 'moved' })
    expect(moved?.before).not.toBe(moved?.after)
  })

  it('is no picture where words themselves have angle brackets', () => {
    const added = wordFile({ body: `${p('First clause.')}${p('See &lt;b&gt;here&lt;/b&gt; {all}.')}` })
    const { changes } = silent(wordFile({ body: p('First clause.') }), added)
    expect(changes.map(({ kind }) => kind)).toEqual(['words'])
  })
})
