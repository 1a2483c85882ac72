import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { answerReturn, type DealRecord, dealStatus, openAsks } from '../../src/deal/index.ts'
import { readLines } from '../../src/deal/read/lines.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { key, openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const parts = unzipSync(sent)
const footer = Object.keys(parts).find((name) => /^word\/footer\d*\.xml$/.test(name))!
const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
const tracked = (words: string) =>
  `<w:ins w:id="9901" w:author="Pat Lee" w:date="2026-02-01T00:00:00Z">${run(words)}</w:ins>`

/** What came back, with more in a part before what ends it, or in place of a stretch of it. */
function back(changes: Record<string, [string | RegExp, string][]>): Uint8Array {
  const changed = Object.entries(changes).map(([part, all]) => {
    const xml = all.reduce((text, [what, by]) => {
      const next = text.replace(what, by)
      expect(next).not.toBe(text)
      return next
    }, strFromU8(parts[part]!))
    return [part, strToU8(xml)]
  })
  return zipSync({ ...parts, ...Object.fromEntries(changed) })
}

const online = 'The Online Terms of the Vendor prevail over this Addendum.'
const note = 'Nothing in this Section binds the Vendor where it would be inconvenient.'
const box = 'Insurance is subject to availability.'
const inPoint = (id: string) => marks.find(({ point, heading }) => point === id && !heading)!
const atMark = (id: string, xml: string): [RegExp, string] => [
  new RegExp(`(w:name="${inPoint(id).mark}".*?)(</w:p>)`, 's'),
  `$1${xml}$2`,
]
const textBox = `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:300pt;height:40pt"><v:textbox><w:txbxContent><w:p>${run(box)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`

const returned = back({
  [footer]: [['</w:ftr>', `<w:p>${tracked(online)}</w:p></w:ftr>`]],
  'word/footnotes.xml': [
    ['</w:footnotes>', `<w:footnote w:id="77"><w:p>${run(note)}</w:p></w:footnote></w:footnotes>`],
  ],
  'word/document.xml': [
    atMark('moderation', '<w:r><w:footnoteReference w:id="77"/></w:r>'),
    atMark('insurance', textBox),
  ],
})
const record = { deal: 'tidewater', rounds: [{}, {}] } as DealRecord
const reading = readReturn(sent, marks, returned, points, 1)

test('words beside the body are new asks, tracked or not, and open the points on which they hang', () => {
  expect(reading.asks.map(({ beside, kind, manner, after }) => [beside, kind, manner, after])).toEqual([
    ['footer', 'added', 'tracked', online],
    ['footnote', 'added', 'silent', note],
    ['text box', 'added', 'silent', box],
  ])
  const file = { file: '1-sent.docx', name: 'a', sha256: '', on: '2026-01-05' }
  const status = dealStatus(
    {
      ...{ record: { ...record, rounds: [{ sent: file, returned: file }] } as DealRecord, key, points },
      rounds: [{ sent, marks }],
    },
    [{ round: 1, marks, reading }],
  )
  const all = points.map(({ id }) => id)
  expect(status.points.filter(({ state }) => state === 'open').map(({ point }) => point.id)).toEqual(all)
  // What is said of the paper reaches all of it; the last refers to one of the others.
  expect(status.asks.map(({ touches }) => touches)).toEqual([all, ['moderation'], ['insurance', 'survival']])
})

test('they do not go back untold, and no answer says that it struck them', () => {
  const asks = openAsks(record, [{ round: 1, marks, reading }])
  const answer = answerReturn({
    ...{ record, key, points, round: 1, kept: { sent, marks, returned }, reading, asks },
    ...{ accept: new Set<string>(), refuse: new Set([asks[1]!.id]), author: 'Miriam Okafor' },
  })
  expect(answer.asks.map(({ does }) => does)).toEqual(['keep', 'left', 'keep'])
  const remarks = readLines(answer.bytes).comments.map(({ text }) => text)
  for (const words of [online, note, box])
    expect(
      remarks.filter((text) => text.startsWith('We have not agreed') && text.includes(words)),
    ).toHaveLength(1)
  // They are of what we sent then, and stay open as what they asked for.
  const next = readReturn(answer.bytes, answer.marks, answer.bytes, points, 2, returned)
  expect(next.asks).toEqual([])
  expect(
    openAsks(record, [
      { round: 1, marks, reading },
      { round: 2, marks: answer.marks, reading: next },
    ]),
  ).toHaveLength(3)
})

test('what a program fills in at the foot of a page is nobody’s change', () => {
  const shown = (words: string) =>
    readReturn(
      sent,
      marks,
      back({ [footer]: [['"separate"/></w:r>', `"separate"/></w:r>${run(words)}`]] }),
      points,
      1,
    ).asks
  expect(shown('19')).toEqual([])
  expect(
    shown(online)
      .map(({ after }) => after)
      .join(' '),
  ).toContain(online)
})

test('a mark that went astray yields to the words', () => {
  const [one, other] = [inPoint('output-ownership').mark, inPoint('transition').mark]
  const swapped = back({
    'word/document.xml': [
      [`w:name="${one}"`, 'w:name="astray"'],
      [`w:name="${other}"`, `w:name="${one}"`],
      ['w:name="astray"', `w:name="${other}"`],
    ],
  })
  const { points: read, asks } = readReturn(sent, marks, swapped, points, 1)
  expect(read.filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
  expect(asks).toEqual([])
})
