import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import type { Redline } from '../../src/redline/types.ts'
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

  it('has one comment for each position that changed something, at its first change', async () => {
    const parts = unzipSync(await redlineToDocx(redline, options))
    const xml = strFromU8(parts['word/document.xml']!)
    expect(strFromU8(parts['word/comments.xml']!).match(/<w:comment /g)).toHaveLength(2)
    expect(xml.match(/<w:commentRangeStart w:id="\d+"\/>/g)).toHaveLength(2)
    expect(xml).toMatch(/<w:commentRangeStart w:id="0"\/><w:del [^>]*><w:r><w:delText[^>]*>at once</)
  })

  it('is valid Open XML', async () => {
    await expectValid(await redlineToDocx(redline, options))
  })
})
