import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { answerReturn, type DealRecord, openAsks } from '../../src/deal/index.ts'
import { readLines } from '../../src/deal/read/lines.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { resolveWord } from '../../src/markup/index.ts'
import { key, openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const record = { deal: 'tidewater', rounds: [{}, {}] } as DealRecord
const raise = '<w:p><w:r><w:t>The Vendor may raise its fees by ten percent in each year.</w:t></w:r></w:p>'

function edited(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(sent)
  const xml = strFromU8(parts['word/document.xml']!)
  const changed = change(xml)
  expect(changed).not.toBe(xml)
  return zipSync({ ...parts, 'word/document.xml': strToU8(changed) })
}

/** What they ask for: a new clause, and less in a definition, both without a mark. */
const returned = edited((xml) => {
  const end = xml.lastIndexOf('<w:sectPr')
  return `${xml.slice(0, end)}${raise}${xml.slice(end)}`.replace(
    'put into the Service or give to',
    'put into',
  )
})

function answered(accept: string[], refuse: string[]) {
  const reading = readReturn(sent, marks, returned, points, 1)
  const asks = openAsks(record, [{ round: 1, marks, reading }])
  const answer = answerReturn({
    ...{ record, key, points, round: 1, kept: { sent, marks, returned }, reading, asks },
    ...{
      accept: new Set(accept),
      refuse: new Set(refuse),
      author: 'Miriam Okafor',
      date: '2026-02-20T00:00:00Z',
    },
  })
  return { reading, asks, answer }
}

const wordsOf = (bytes: Uint8Array) =>
  readLines(bytes)
    .lines.map(({ now }) => now)
    .join('\n')

describe('what they ask for outside our points', () => {
  it('goes back with a remark, and is open after they accepted all that we sent', () => {
    const { reading, asks, answer } = answered([], [])
    expect(asks.map(({ id, kind }) => [id, kind])).toEqual([
      ['ask-1-1', 'changed'],
      ['ask-1-2', 'added'],
    ])
    expect(answer.asks.map(({ does }) => does)).toEqual(['keep', 'keep'])
    expect(readLines(answer.bytes).comments.map(({ text }) => text)).toEqual(
      Array(2).fill('We have not agreed to this change and reserve our position on it.'),
    )
    const next = readReturn(
      answer.bytes,
      answer.marks,
      resolveWord(answer.bytes, { as: 'accept' }),
      points,
      2,
    )
    expect(next.asks).toEqual([])
    const rounds = [
      { round: 1, marks, reading },
      { round: 2, marks: answer.marks, reading: next },
    ]
    expect(openAsks(record, rounds).map(({ id }) => id)).toEqual(['ask-1-1', 'ask-1-2'])
  })

  it('is struck or put back where a person refuses it, and stays where it is taken', () => {
    const { answer } = answered(['ask-1-2'], ['ask-1-1'])
    const words = wordsOf(answer.bytes)
    expect(words).toContain('put into the Service or give to')
    expect(words).toContain('may raise its fees')
    expect(wordsOf(answered([], ['ask-1-2']).answer.bytes)).not.toContain('may raise its fees')
    const asks = { taken: ['ask-1-2'], struck: ['ask-1-1'] }
    const { reading } = answered([], [])
    const settled = { ...record, rounds: [{}, { asks }] } as DealRecord
    expect(openAsks(settled, [{ round: 1, marks, reading }])).toEqual([])
  })

  it('needs an approval where words are taken that are none of ours, whatever the evidence says', () => {
    const theirs = edited((xml) =>
      xml.replace('Feedback on Output is Customer Data', 'Feedback on Output is no data'),
    )
    const reading = readReturn(sent, marks, theirs, points, 1)
    const found = reading.points.find(({ outcome }) => outcome === 'changed to something else')!
    const review = { verdict: 'preferred', because: '' }
    const { points: said } = answerReturn({
      ...{
        record,
        key,
        points,
        round: 1,
        kept: { sent, marks, returned: theirs },
        accept: new Set([found.point]),
      },
      reading: {
        ...reading,
        points: reading.points.map((one) => (one === found ? { ...one, review } : one)),
      },
      author: 'Miriam Okafor',
    })
    expect(said.find(({ point }) => point === found.point)).toMatchObject({ does: 'accept', below: true })
  })
})

describe('what they took is nothing to give away', () => {
  it.each([
    [
      'two words of one paragraph',
      'does not use Customer Data or Output, and does not let',
      'does use Customer Data or Output, and does let',
      'as it was',
    ],
    ['a sum', 'USD 5,000,000 for each claim', 'USD 500,000 for each claim', 'USD 2,000,000 for each claim'],
  ])('where they changed %s: that alone is answered', (_, from, to, answer) => {
    const theirs = edited((xml) => xml.replace(from, to))
    const reading = readReturn(sent, marks, theirs, points, 1)
    const { bytes, points: said } = answerReturn({
      ...{ record, key, points, round: 1, kept: { sent, marks, returned: theirs } },
      ...{ accept: new Set<string>(), reading, author: 'Miriam Okafor' },
    })
    expect(said.filter(({ does }) => does !== 'keep')).toMatchObject([{ does: 'counter' }])
    const words = wordsOf(resolveWord(bytes, { as: 'accept' }))
    expect(words).toBe(answer === 'as it was' ? wordsOf(sent) : wordsOf(sent).replace(from, answer))
  })
})

describe('words that nobody sees as they stand', () => {
  const run =
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>[^<]*Feedback on Output is Customer Data[^<]*<\/w:t><\/w:r>/s
  it.each([
    ['are struck by hand', (own: string) => own.replace('<w:r>', '<w:r><w:rPr><w:strike/></w:rPr>')],
    ['are hidden', (own: string) => own.replace('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>')],
    [
      'are put in hidden',
      (own: string) =>
        `${own}<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> if it so wishes</w:t></w:r>`,
    ],
  ])('%s: told as changed without a mark, and put right', (_, change) => {
    const theirs = edited((xml) => xml.replace(run, change))
    const reading = readReturn(sent, marks, theirs, points, 1)
    const odd = reading.points.filter(({ outcome }) => outcome !== 'accepted')
    expect(odd).toMatchObject([{ outcome: 'changed to something else', manner: 'silent' }])
    const { bytes, points: said } = answerReturn({
      ...{
        record,
        key,
        points,
        round: 1,
        kept: { sent, marks, returned: theirs },
        accept: new Set<string>(),
      },
      ...{ reading, author: 'Miriam Okafor' },
    })
    expect(said.filter(({ does }) => does !== 'keep')).toMatchObject([{ does: 'counter' }])
    const back = readLines(resolveWord(bytes, { as: 'accept' })).lines
    expect(back.filter(({ masked }) => masked).map(({ now }) => now)).toEqual([])
  })
})
