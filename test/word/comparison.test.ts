import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareRestated, type Pair, type PairSide, topicRows } from '../../src/compare/index.ts'
import { shortLines } from '../../src/compare/report.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { comparisonToDocx } from '../../src/word/index.ts'
import fc from '../setup/fast-check.ts'
import { comparison, comparisons, paragraphsOf } from './comparisons.ts'
import { readAgreement } from './read-paragraphs.ts'
import { expectValid } from './validity.ts'

const by = { author: 'A. Counsel', date: '2025-01-31' }

function side(text: string, order: number, more: Partial<PairSide> = {}): PairSide {
  return {
    path: `${order + 1}`,
    section: `Section ${order + 1}`,
    kind: 'section',
    label: `${order + 1}.`,
    heading: '',
    text,
    depth: 0,
    order,
    ...more,
  }
}

const body = { document: 'agreement', story: { kind: 'body', name: '' } } as const

const same: Pair = {
  ...body,
  left: side('Term. One year.', 0, { heading: 'Term.' }),
  right: side('Term. One year.', 0, { heading: 'Term.' }),
  status: 'identical',
  moved: false,
  pieces: [{ op: 'equal', text: 'Term. One year.' }],
}

/** One clause that the right text splits in two. */
const split: Pair[] = [
  {
    ...body,
    left: side('Pay fees.', 1, { part: { index: 0, of: 2 } }),
    right: side('Pay fees.', 1),
    status: 'changed',
    moved: false,
    relation: 'split',
    pieces: [{ op: 'equal', text: 'Pay fees.' }],
  },
  {
    ...body,
    left: side('Pay taxes.', 1, { part: { index: 1, of: 2 } }),
    right: side('Pay all taxes.', 2),
    status: 'changed',
    moved: false,
    relation: 'split',
    pieces: [
      { op: 'equal', text: 'Pay ' },
      { op: 'insert', text: 'all ' },
      { op: 'equal', text: 'taxes.' },
    ],
  },
]

describe('the Word redline of a comparison', () => {
  it('reads as the right text when all changes are accepted, and as the left when all are rejected', async () => {
    await fc.assert(
      fc.asyncProperty(comparisons, async (compared) => {
        const docx = await comparisonToDocx(compared, by)
        expect(readAgreement(docx, 'accept')).toEqual(paragraphsOf(compared, 'right'))
        expect(readAgreement(docx, 'reject')).toEqual(paragraphsOf(compared, 'left'))
      }),
      { numRuns: 60 },
    )
  })

  it('is valid Open XML, with ids of their own and no relationship to nothing', async () => {
    for (const compared of fc.sample(comparisons, { numRuns: 4, seed: 7 })) {
      await expectValid(await comparisonToDocx(compared, by))
    }
  })

  it('is the same bytes for the same comparison, whatever the time', async () => {
    const compared = comparison([same, ...split])
    const first = await comparisonToDocx(compared, by)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(Buffer.from(await comparisonToDocx(compared, by)).equals(Buffer.from(first))).toBe(true)
  })

  it('says first what its reader must know, and what the changes mean', async () => {
    const library = await loadLibrary()
    const restated = compareRestated(library, 'llama-2', 'llama-3.1')
    const docx = await comparisonToDocx(restated, { ...by, notes: ['Restatements & not the texts.'] })
    const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
    expect(xml).toContain('Restatements &amp; not the texts.')
    for (const { title } of topicRows(restated)) expect(xml).toContain(title)
    for (const { heading } of shortLines(restated)) expect(xml).toContain(heading)
    await expectValid(docx)
  })

  it('has no revision where a text is compared with itself', async () => {
    const xml = strFromU8(unzipSync(await comparisonToDocx(comparison([same]), by))['word/document.xml']!)
    expect(xml).not.toMatch(/<w:(ins|del|pPrChange)\b/)
  })

  it('splits a clause with an inserted end of a paragraph', async () => {
    const docx = await comparisonToDocx(comparison([same, ...split]), by)
    expect(readAgreement(docx, 'reject')).toEqual(['1.\tTerm. One year.', '2.\tPay fees. Pay taxes.'])
    expect(readAgreement(docx, 'accept')).toEqual([
      '1.\tTerm. One year.',
      '2.\tPay fees.',
      '3.\tPay all taxes.',
    ])
    await expectValid(docx)
  })

  it('merges clauses with a deleted end of a paragraph', async () => {
    const merged = split.map(
      ({ left, right, pieces, ...rest }): Pair => ({
        ...rest,
        left: right!,
        right: left!,
        relation: 'merged',
        pieces: pieces.map(({ op, text }) => ({ op: op === 'insert' ? 'delete' : op, text })),
      }),
    )
    const docx = await comparisonToDocx(comparison([same, ...merged]), by)
    expect(readAgreement(docx, 'accept')).toEqual(['1.\tTerm. One year.', '2.\tPay fees. Pay taxes.'])
    expect(readAgreement(docx, 'reject')).toHaveLength(3)
  })

  it('says who made the changes and when', async () => {
    const xml = strFromU8(unzipSync(await comparisonToDocx(comparison(split), by))['word/document.xml']!)
    expect(xml).toMatch(/<w:ins w:id="\d+" w:author="A. Counsel" w:date="2025-01-31T00:00:00Z">/)
  })
})
