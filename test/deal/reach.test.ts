import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  answerReturn,
  type DealRecord,
  dealDocument,
  dealStatus,
  readDealTurns,
  standingWords,
} from '../../src/deal/index.ts'
import { key, openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const parts = unzipSync(sent)
const xml = strFromU8(parts['word/document.xml']!)
const file = { file: '1-sent.docx', name: 'a', sha256: '', on: '2026-01-05' }
const record = {
  ...{ version: 1, deal: 'tidewater', matter: 'm.yaml', paper: 'vendor-addendum' },
  rounds: [{ sent: file, returned: file }],
} as DealRecord

const withXml = (changed: string) => {
  expect(changed).not.toBe(xml)
  return zipSync({ ...parts, 'word/document.xml': strToU8(changed) })
}
const changed = (from: string, to: string) => withXml(xml.replace(from, to))
/** A paragraph of their own behind the last of General, without a mark. */
const added = (words: string) =>
  withXml(
    xml.replace(
      /(The parties may sign in counterparts.*?<\/w:p>)/s,
      `$1<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`,
    ),
  )
const statusOf = (returned: Uint8Array) => {
  const deal = { record, key, points, rounds: [{ sent, marks, returned }] }
  return dealStatus(deal, readDealTurns(deal))
}
const openIn = (returned: Uint8Array) =>
  statusOf(returned).points.flatMap(({ point, state }) => (state === 'open' ? [point.id] : []))
const pointsIn = (from: number, to: number) => [
  ...new Set(
    marks.flatMap(({ point, section }) => {
      const at = Number.parseInt(section, 10)
      return at >= from && at <= to ? [point] : []
    }),
  ),
]
const all = points.map(({ id }) => id)

describe('an ask that reaches all of the paper opens every point, with what it does', () => {
  test.each([
    ['No sentence in this Addendum is binding on the Vendor.', 'changes what binds'],
    ['What the Vendor undertakes in this Addendum is a goal, and no obligation.', 'changes what binds'],
    ['The Customer waives every right that it has against the Vendor.', 'changes what binds'],
    [
      'In no event will the Vendor be liable for more than one month of fees.',
      'changes what anyone is liable for',
    ],
    ['Service credits are the only remedy of the Customer.', 'changes what anyone is liable for'],
    ['The order form of the Vendor takes precedence.', 'changes which paper or clause prevails'],
    [
      'Notwithstanding the rest, the Vendor may do as its policy says.',
      'changes which paper or clause prevails',
    ],
    [
      'The Vendor may amend this Addendum by posting a new one.',
      'changes what the paper applies to, how it is read, or how it changes or ends',
    ],
    [
      'This Addendum lapses after 30 days unless the Vendor renews it.',
      'changes what the paper applies to, how it is read, or how it changes or ends',
    ],
  ])('%s', (words, because) => {
    const status = statusOf(added(words))
    expect(status.points.filter(({ state }) => state === 'agreed')).toEqual([])
    expect(status.points.every(({ nextStep }) => nextStep.includes(because))).toBe(true)
    expect(status.points[0]!.nextStep).toContain('Decide on ask-1-1, which ')
    expect(standingWords(status)).toBe(
      `Of 24 points 0 are agreed, 24 are open, only for what they ask for outside our points; 1 change came back without a mark: 0 in our points, 1 outside them; 1 ask of theirs is open, and touches all points.`,
    )
  })

  test('so does a change of the paragraph that says how ours are read, until it is struck', () => {
    const returned = changed('shall” and “shall not” would', 'should” and “should not” would')
    const status = statusOf(returned)
    expect(status.points[0]!.nextStep).toBe('Decide on ask-1-1, which changes what binds (2.2)')
    expect(openIn(returned)).toEqual(all)
    expect(JSON.stringify(dealDocument(status, { libraryDigest: '' }).tree)).toContain('touches all points')
    const struck = {
      ...record,
      rounds: [record.rounds[0]!, { sent: file, asks: { taken: [], struck: ['ask-1-1'] } }],
    } as DealRecord
    const kept = { sent, marks, returned }
    const reading = readDealTurns({ record, key, points, rounds: [kept] })[0]!.reading!
    const { bytes, marks: next } = answerReturn({
      ...{ record, key, points, round: 1, kept, reading, asks: reading.asks },
      ...{ accept: new Set<string>(), refuse: new Set(['ask-1-1']), author: 'Miriam Okafor' },
    })
    const deal = { record: struck, key, points, rounds: [kept, { sent: bytes, marks: next }] }
    expect(dealStatus(deal, readDealTurns(deal)).points.every(({ state }) => state === 'agreed')).toBe(true)
  })
})

describe('which law a paper is under', () => {
  test('is an ask of theirs to be decided, and changes no clause of ours', () => {
    const status = statusOf(added('This Addendum is governed by the laws of Nevada.'))
    expect(status.points.filter(({ state }) => state === 'open')).toEqual([])
    expect(status.asks).toHaveLength(1)
  })

  test('opens what else its sentence changes', () => {
    const words = 'This Addendum is governed by the laws of Nevada, and no promise in it is binding.'
    expect(openIn(added(words))).toEqual(all)
  })
})

describe('an ask that names sections opens the points in them alone', () => {
  test.each([
    ['Sections 10 to 12 are of no effect.', 10, 12],
    ['The Vendor is not bound by Sections 17-19 of this Addendum.', 17, 19],
    ['The Customer bears all that Section 20.1 puts on the Vendor.', 20, 20],
    ['Sections 22 and following fall away.', 22, 26],
  ])('%s', (words, from, to) => {
    expect(openIn(added(words)).sort()).toEqual(pointsIn(from, to).sort())
    const said = words.match(/Sections? [\d.]+(?: to \d+|-\d+| and following)?/)![0]
    expect(statusOf(added(words)).points.find(({ state }) => state === 'open')!.nextStep).toContain(
      `names ${said}`,
    )
  })

  test('and all where it limits all liability beside them', () => {
    expect(openIn(added('Section 5 falls away, and any liability is limited to ten dollars.'))).toEqual(all)
  })
})

describe('an ask that changes who or what is meant opens the points that use the term', () => {
  test.each([
    [
      'who the party is',
      () => changed('a Washington corporation', 'a Nevada shell'),
      'changes who or what “Vendor” is',
    ],
    [
      'who signs',
      () =>
        withXml(xml.replace(/(The parties have signed.*?)Harrow Insurance Company/s, '$1Harrow Reinsurance')),
      'changes who or what “Customer” is',
    ],
    ['what a term takes in', () => added('Weights includes no adapter.'), 'says what “Weights” means'],
    [
      'who stands in for a party',
      () => added('A contractor may act in place of the Vendor.'),
      'says what “Vendor” means',
    ],
  ])('%s', (_, returned, because) => {
    const status = statusOf(returned())
    const open = status.points.filter(({ state }) => state === 'open')
    expect(open.length).toBeGreaterThan(0)
    for (const { nextStep } of open) expect(nextStep).toContain(because)
    expect(standingWords(status)).not.toContain(' 0 are open')
  })
})

describe('an ask that reaches no point leaves them agreed, and the sum says that it is open', () => {
  test.each([
    ['fees', () => added('The Vendor may raise its fees by four percent in each spring.')],
    [
      'a section of another paper',
      () => added('Invoices are sent as Section 10 of the Master Agreement says.'),
    ],
    ['whose law', () => changed('the State of New York', 'the State of Washington')],
    ['who keeps the copy', () => added('The Customer keeps the signed copy.')],
  ])('%s', (_, returned) => {
    const status = statusOf(returned())
    expect(openIn(returned())).toEqual([])
    expect(standingWords(status)).toBe(
      'Of 24 points 24 are agreed as they stand; 1 change came back without a mark: 0 in our points, 1 outside them; 1 ask of theirs is open.',
    )
  })
})
