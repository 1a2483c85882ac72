import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { combineWord, compareWord, resolveWord, verifyRedline } from '../../src/markup/index.ts'
import { Problem } from '../../src/problem.ts'
import { p, run, wordFile } from '../ooxml/word-file.ts'
import { flaws } from './flaws.ts'
import { edited, randomDocument, randomFrom, written } from './random-document.ts'

const file = (name: string, bytes: Uint8Array) => ({ name, bytes })
const marked = (base: Uint8Array, now: Uint8Array, author: string) =>
  compareWord(base, now, { author, date: '2026-01-02T00:00:00Z', moves: false }).bytes

/** Two reviewers' mark-ups of one base, in one file. */
function combined(base: Uint8Array, ann: Uint8Array, bob: Uint8Array) {
  return combineWord(
    file('base.docx', base),
    [file('ann.docx', marked(base, ann, 'Ann')), file('bob.docx', marked(base, bob, 'Bob'))],
    { author: 'Us' },
  )
}

/** The file with one author's changes accepted and all others rejected. */
const only = (bytes: Uint8Array, author: string) =>
  resolveWord(resolveWord(bytes, { as: 'accept', author }), { as: 'reject' })

const body = (bytes: Uint8Array) =>
  /<w:body>(.*)<\/w:body>/s.exec(strFromU8(unzipSync(bytes)['word/document.xml']!))![1]!

const word = (...lines: string[]) => wordFile({ body: lines.map((line) => p(line)).join('') })

/** Places in which a file is not another. */
const unlike = (one: Uint8Array, other: Uint8Array) => verifyRedline(one, one, other).breaches

describe('mark-ups of one base in one file', () => {
  const base = word('Fees are due in 30 days.', 'Notices go by mail.', 'The end.')

  it('keep every author, and each one’s text', () => {
    const [ann, bob] = [
      word('Fees are due in 60 days.', 'Notices go by mail.', 'A new clause.', 'The end.'),
      word('Fees are due in 30 days.', 'Notices go by courier.', 'The end.'),
    ]
    const { bytes, report } = combined(base, ann, bob)
    expect(report).toMatchObject({ conflicts: [], shared: [] })
    expect(report.reviewers.map(({ file: name, authors }) => [name, authors])).toEqual([
      ['ann.docx', ['Ann']],
      ['bob.docx', ['Bob']],
    ])
    expect(body(bytes)).toMatch(/w:author="Ann" w:date="2026-01-02T00:00:00Z".*w:author="Bob"/s)
    expect(unlike(only(bytes, 'Ann'), ann)).toEqual([])
    expect(unlike(only(bytes, 'Bob'), bob)).toEqual([])
    expect(unlike(resolveWord(bytes, { as: 'reject' }), base)).toEqual([])
    expect(flaws(bytes, base)).toEqual([])
  })

  it('of a base that has marks of its own are combined on what it was before them, which the message says', () => {
    const of = (notices: string, end: string) => {
      const old =
        '<w:ins w:id="90" w:author="Old" w:date="2025-12-01T00:00:00Z"><w:r><w:t>,in full,</w:t></w:r></w:ins>'
      return wordFile({ body: p(`${run('Fees are due')}${old}${run(' in 30 days.')}`) + p(notices) + p(end) })
    }
    const [tracked, ann, bob] = [
      of('Notices go by mail.', 'The end.'),
      of('Notices go by courier.', 'The end.'),
      of('Notices go by mail.', 'The very end.'),
    ]
    const before = resolveWord(tracked, { as: 'reject' })
    const reviewed = [
      file('ann.docx', marked(before, ann, 'Ann')),
      file('bob.docx', marked(before, bob, 'Bob')),
    ]
    expect(() => combineWord(file('base.docx', tracked), reviewed, { author: 'Us' })).toThrow(
      expect.objectContaining({
        place: { file: 'base.docx' },
        message: expect.stringMatching(/tracked changes of its own.*resolve FILE --reject/),
      }),
    )
    const { bytes, report } = combineWord(file('base.docx', before), reviewed, { author: 'Us' })
    expect(report.conflicts).toEqual([])
    expect(body(bytes).match(/w:author="Old"/g)).toHaveLength(1)
    expect(
      unlike(resolveWord(resolveWord(bytes, { as: 'accept', author: 'Old' }), { as: 'reject' }), tracked),
    ).toEqual([])
    expect(body(bytes)).toMatch(/w:author="Ann".*w:author="Bob"/s)
  })

  it('have the same change once, told with both', () => {
    const now = word('Fees are due in 60 days.', 'Notices go by mail.', 'The end.')
    const { bytes, report } = combined(base, now, now)
    expect(body(bytes).match(/<w:ins /g)).toHaveLength(1)
    expect(report.shared).toEqual([
      {
        place: 'Fees are due in 30 days.',
        wishes: ['Ann', 'Bob'].map((author) => ({
          file: `${author.toLowerCase()}.docx`,
          author,
          date: '2026-01-02T00:00:00Z',
          deleted: '30',
          inserted: '60',
        })),
      },
    ])
  })

  it('show a conflict with both changes and a comment, and decide nothing', () => {
    const { bytes, report } = combined(
      base,
      word('Fees are due in 60 days.', 'Notices go by mail.', 'The end.'),
      word('Fees are due in 45 days.', 'Notices go by mail.', 'The end.'),
    )
    expect(report.conflicts.map(({ wishes }) => wishes.map(({ inserted }) => inserted))).toEqual([
      ['60', '45'],
    ])
    const text = body(bytes)
    for (const words of ['60', '45'])
      expect(text).toMatch(new RegExp(`<w:ins [^>]*><w:r><w:t[^>]*>${words}<`))
    expect(text.match(/<w:delText[^>]*>30</g)).toHaveLength(1)
    const comments = Object.entries(unzipSync(bytes)).find(([name]) => name.includes('comments'))
    expect(strFromU8(comments![1])).toMatch(/Conflict.*Ann: “30” → “60”.*Bob: “30” → “45”/s)
    expect(flaws(bytes, base)).toEqual([])
  })

  it('keep a reviewer’s comments, rows, notes and links', () => {
    const table = (...rows: string[]) =>
      `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr><w:tc>${p(row)}</w:tc></w:tr>`).join('')}</w:tbl>${p('End.')}`
    const start = wordFile({ body: p('Fees are due.') + table('one', 'two') })
    const ann = wordFile({ body: p('Fees are payable.') + table('one', 'two') })
    const bob = wordFile({
      body: `<w:p>${run('Fees are due.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>${table('one', 'middle', 'two')}`,
      footnotes: `<w:footnote w:id="1">${p('Net of tax.')}</w:footnote>`,
    })
    const { bytes, report } = combined(start, ann, bob)
    expect(report.conflicts).toEqual([])
    expect(unlike(only(bytes, 'Bob'), bob)).toEqual([])
    expect(unlike(only(bytes, 'Ann'), ann)).toEqual([])
    const commented = wordFile({
      body:
        p(
          `<w:commentRangeStart w:id="5"/>${run('Fees are due.')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
        ) + table('one', 'two'),
      comments: `<w:comment w:id="5" w:author="Cy">${p('Since when?')}</w:comment>`,
    })
    const more = combineWord(
      file('base.docx', start),
      [file('ann.docx', marked(start, ann, 'Ann')), file('cy.docx', commented)],
      { author: 'Us' },
    )
    const comments = Object.entries(unzipSync(more.bytes)).find(([name]) => name.includes('comments'))
    expect(strFromU8(comments![1])).toMatch(/w:author="Cy".*Since when\?/s)
    expect(flaws(more.bytes, start)).toEqual([])
  })

  it('keep the looks that a later reviewer changed, and count those that an earlier one changed otherwise', () => {
    const line = (looks: string, own = '', words = 'Fees are due in 30 days.') =>
      `<w:p>${own && `<w:pPr>${own}</w:pPr>`}<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t>${words}</w:t></w:r></w:p>`
    const of = (...lines: string[]) => wordFile({ body: lines.join('') + p('The end.') })
    const [base, ann, bob] = [
      of(line(''), line('<w:i/>')),
      of(line('', '', 'Fees are due in 60 days.'), line('<w:u w:val="single"/>')),
      of(line('<w:b/>', '<w:jc w:val="center"/>'), line('')),
    ]
    const looked = (now: Uint8Array, author: string) =>
      compareWord(base, now, { author, date: '2026-01-02T00:00:00Z', formatting: true }).bytes
    const { bytes, report } = combineWord(
      file('base.docx', base),
      [file('ann.docx', looked(ann, 'Ann')), file('bob.docx', looked(bob, 'Bob'))],
      { author: 'Us' },
    )
    expect(report.conflicts).toEqual([])
    expect(report.reviewers.map(({ leftOut }) => leftOut)).toEqual([[], ['1 tracked changes of looks']])
    const looksAs = (now: Uint8Array, then: Uint8Array) =>
      verifyRedline(now, now, then, { formatting: true }).looks.filter(
        ({ resolved }) => resolved === 'accept',
      )
    expect(looksAs(resolveWord(bytes, { as: 'reject' }), base)).toEqual([])
    const alone = resolveWord(bytes, { as: 'accept', author: 'Bob', others: 'reject' })
    expect(body(alone)).toMatch(/<w:jc w:val="center"\/>.*<w:b\/>.*Fees are due in /)
    expect(looksAs(resolveWord(bytes, { as: 'accept', author: 'Ann', others: 'reject' }), ann)).toEqual([])
    expect(body(bytes)).toMatch(/<w:b\/><w:rPrChange [^>]*w:author="Bob"[^>]*>/)
    expect(flaws(bytes, base, { mixed: true })).toEqual([])
  })

  it('mark what is in a row that came with a mark of its own alone', () => {
    const rows = (...all: string[]) =>
      wordFile({ body: `<w:tbl><w:tblPr/><w:tblGrid/>${all.join('')}</w:tbl>${p('End.')}` })
    const row = (words: string, mark = '') =>
      `<w:tr>${mark && `<w:trPr>${mark}</w:trPr>`}<w:tc>${p(words)}${p('more')}</w:tc></w:tr>`
    const [base, bob] = [
      rows(row('one'), row('two')),
      rows(
        row('one'),
        row('new', '<w:ins w:id="9" w:author="Bob"/>'),
        row('two', '<w:del w:id="8" w:author="Bob"/>'),
      ),
    ]
    const ann = marked(base, rows(row('one or more'), row('two')), 'Ann')
    const { bytes } = combineWord(file('base.docx', base), [file('ann.docx', ann), file('bob.docx', bob)], {
      author: 'Us',
    })
    expect(verifyRedline(bytes, base, resolveWord(bytes, { as: 'accept' })).rows).toEqual([])
    expect(flaws(bytes, base)).toEqual([])
    expect(body(bytes)).toMatch(/<w:ins [^>]*w:author="Bob"[^>]*><w:r><w:t[^>]*>new</)
    expect(body(bytes)).toMatch(/<w:del [^>]*w:author="Bob"[^>]*><w:r><w:delText[^>]*>two</)
    expect(unlike(only(bytes, 'Bob'), bob)).toEqual([])
  })

  it('keep columns that one puts in, cells that another takes out, and words of a third', () => {
    const table = (rows: string[][]) =>
      wordFile({
        body: `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>${p('End.')}`,
      })
    const start = [
      ['service', 'monthly fee', 'notice period'],
      ['hosting', 'one hundred', 'thirty days'],
    ]
    const base = table(start)
    const ann = table(start.map((row, at) => [...row, ['owner', 'Alice'][at]!]))
    const bob = table(start.map((row) => row.slice(1)))
    const cy = table(start.map((row) => row.map((cell) => cell.replace('thirty', 'sixty'))))
    const { bytes, report } = combineWord(
      file('base.docx', base),
      [
        file('ann.docx', marked(base, ann, 'Ann')),
        file('bob.docx', marked(base, bob, 'Bob')),
        file('cy.docx', marked(base, cy, 'Cy')),
      ],
      { author: 'Us' },
    )
    expect(report.conflicts).toEqual([])
    expect(body(bytes).match(/<w:cell(?:Ins|Del) [^>]*w:author="\w+"/g)).toHaveLength(4)
    for (const [author, own] of [
      ['Ann', ann],
      ['Bob', bob],
      ['Cy', cy],
    ] as const)
      expect(unlike(only(bytes, author), own)).toEqual([])
    expect(flaws(bytes, base)).toEqual([])
  })

  it('are refused with the place where one has another base', () => {
    const refused = () =>
      combineWord(
        file('base.docx', base),
        [
          file('ann.docx', base),
          file('bob.docx', word('Fees are due in 31 days.', 'Notices go by mail.', 'The end.')),
        ],
        { author: 'Us' },
      )
    expect(refused).toThrow(Problem)
    expect(refused).toThrow(/no mark-up of base\.docx.*line 1 of the body is “Fees are due in 31 days\.”/)
  })
})

describe('generated mark-ups', () => {
  it.each(Array.from({ length: 5 }, (_, at) => at))(
    'give back the base, and each author’s text where nobody else touched it (%i)',
    (part) => {
      let free = 0
      for (let seed = part * 20; seed < part * 20 + 20; seed += 1) {
        const random = randomFrom(seed)
        const document = randomDocument(random, 12)
        const base = written(document)
        const [ann, bob] = [written(edited(document, random, 2)), written(edited(document, random, 2))]
        const { bytes, report } = combined(base, ann, bob)
        expect(unlike(resolveWord(bytes, { as: 'reject' }), base), `seed ${seed}`).toEqual([])
        expect(flaws(bytes, base, { mixed: true }), `seed ${seed}`).toEqual([])
        if (report.conflicts.length + report.shared.length > 0) continue
        free += 1
        expect(unlike(only(bytes, 'Ann'), ann), `Ann of seed ${seed}`).toEqual([])
        expect(unlike(only(bytes, 'Bob'), bob), `Bob of seed ${seed}`).toEqual([])
      }
      expect(free).toBeGreaterThan(5)
    },
  )
})
