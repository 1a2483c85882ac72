import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import type { MarkedClause, Redline } from '../../src/redline/types.ts'
import { redlineToDocx } from '../../src/word/index.ts'
import { readAgreement } from './read-paragraphs.ts'
import { expectValid } from './validity.ts'

const redline: Redline = {
  before: parseAgreement('1. Fees. Pay at once.\n\n2. Term. One year.\n\n3. Song. None.'),
  after: parseAgreement('1. Fees. Pay within 30 days.\n\n2. Term. One year.\n\n4. Notice. In writing.'),
  edits: [],
  clauses: [
    {
      path: '1',
      kind: 'section',
      label: '1.',
      depth: 0,
      heading: 'Fees.',
      added: false,
      deleted: false,
      pieces: [
        { op: 'equal', text: 'Fees. Pay ' },
        { op: 'delete', text: 'at once', position: 'payment' },
        { op: 'insert', text: 'within 30 days', position: 'payment' },
        { op: 'equal', text: '.' },
      ],
    },
    {
      path: '2',
      kind: 'section',
      label: '2.',
      depth: 0,
      heading: 'Term.',
      added: false,
      deleted: false,
      pieces: [{ op: 'equal', text: 'Term. One year.' }],
    },
    {
      path: '3',
      kind: 'section',
      label: '3.',
      depth: 0,
      heading: 'Song.',
      added: false,
      deleted: true,
      pieces: [{ op: 'delete', text: 'Song. None.', position: 'song' }],
    },
    {
      path: '4',
      kind: 'section',
      label: '4.',
      depth: 0,
      heading: 'Notice.',
      added: true,
      deleted: false,
      pieces: [{ op: 'insert', text: 'Notice. In writing.', position: 'notice' }],
    },
  ],
}

/** Without a gap where a clause was. */
function renumbered(clause: MarkedClause, at: number): MarkedClause {
  return { ...clause, label: `${at + 1}.` }
}

const options = {
  author: 'A. Counsel',
  date: '2025-01-31',
  comments: [
    { position: 'payment', text: ['Thirty days are usual.'] },
    { position: 'notice', text: ['Notices need a form.', 'Writing is enough.'] },
    { position: 'elsewhere', text: ['Belongs to another license.'] },
  ],
}

describe('the Word redline of a license', () => {
  it('reads as published when all changes are rejected, and as edited when all are accepted', async () => {
    const docx = await redlineToDocx(redline, options)
    expect(readAgreement(docx, 'reject')).toEqual([
      '1.\tFees. Pay at once.',
      '2.\tTerm. One year.',
      '3.\tSong. None.',
    ])
    expect(readAgreement(docx, 'accept')).toEqual([
      '1.\tFees. Pay within 30 days.',
      '2.\tTerm. One year.',
      '4.\tNotice. In writing.',
    ])
  })

  it('has a comment on each edit, on what goes and what comes, and on the words of an added clause, not its number', async () => {
    const { clauses } = redline
    const [fees, term] = clauses
    const again = {
      ...term!,
      pieces: [
        { op: 'equal' as const, text: 'Term. ' },
        { op: 'delete' as const, text: 'One year', position: 'payment' },
        { op: 'insert' as const, text: 'A year', position: 'payment' },
        { op: 'equal' as const, text: '.' },
      ],
    }
    const made = { ...redline, clauses: [fees!, again, ...clauses.slice(2)] }
    const parts = unzipSync(await redlineToDocx(made, options))
    const xml = strFromU8(parts['word/document.xml']!)
    const comments = strFromU8(parts['word/comments.xml']!).split('<w:comment ').slice(1)
    expect(
      comments.map(
        (one) => /Part of the same proposal|Notices need|Thirty days are usual(?!.*Part of)/.exec(one)?.[0],
      ),
    ).toEqual(['Thirty days are usual', 'Part of the same proposal', 'Notices need'])
    const spans = [0, 1, 2].map((id) =>
      new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`)
        .exec(xml)![1]!
        .replace(/<[^>]+>/g, ''),
    )
    expect(spans).toEqual(['at oncewithin 30 days', 'One yearA year', 'Notice. In writing.'])
    expect(xml.match(/<w:commentReference /g)).toHaveLength(3)
  })

  it('has outline levels, and numbers that Word counts where they agree with those printed', async () => {
    const plain = { ...redline, clauses: redline.clauses.filter(({ deleted }) => !deleted).map(renumbered) }
    const numbers = (made: Redline) =>
      redlineToDocx(made, options).then(
        (docx) => strFromU8(unzipSync(docx)['word/document.xml']!).match(/<w:numPr>/g)?.length ?? 0,
      )
    expect(await numbers(plain)).toBe(3)
    // Song goes and Notice keeps its number, which Word would count to 3: all numbers of the list are words.
    expect(await numbers(redline)).toBe(0)
    const docx = await redlineToDocx(plain, options)
    expect(readAgreement(docx, 'accept')).toEqual([
      '1.\tFees. Pay within 30 days.',
      '2.\tTerm. One year.',
      '3.\tNotice. In writing.',
    ])
    expect(readAgreement(docx, 'reject')).toEqual(['1.\tFees. Pay at once.', '2.\tTerm. One year.'])
    expect(strFromU8(unzipSync(docx)['word/styles.xml']!)).toMatch(
      /w:styleId="AgreementLevel2"(?:(?!<\/w:style>).)*<w:outlineLvl w:val="1"\/>/,
    )
    await expectValid(docx)
  })

  it('is valid Open XML', async () => {
    await expectValid(await redlineToDocx(redline, options))
  })
})
