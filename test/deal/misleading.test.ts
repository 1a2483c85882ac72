import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { answerReturn, type DealRecord, dealStatus } from '../../src/deal/index.ts'
import { readLines } from '../../src/deal/read/lines.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { resolveWord } from '../../src/markup/index.ts'
import { key, openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const parts = unzipSync(sent)
const xml = strFromU8(parts['word/document.xml']!)
const lines = readLines(sent).lines

function read(changed: string) {
  expect(changed).not.toBe(xml)
  const returned = zipSync({ ...parts, 'word/document.xml': strToU8(changed) })
  return { returned, reading: readReturn(sent, marks, returned, points, 1) }
}

/** The first cross-reference of a point. */
const mark = marks.find(({ paragraph }) => lines[paragraph]!.references.length === 1)!
const [{ target, shown }] = lines[mark.paragraph]!.references as [{ target: string; shown: string }]
const place = xml.indexOf('<w:fldSimple', xml.indexOf(`w:name="${mark.mark}"`))
const inPlace = (what: string, by: string) => xml.slice(0, place) + xml.slice(place).replace(what, by)
const other = lines
  .flatMap(({ targets, section }) => (section === '' ? [] : targets))
  .find((one) => one !== target)!

describe('a cross-reference that misleads', () => {
  it.each([
    [
      'shows a number that its target has not',
      inPlace(`>${shown}<`, `>${shown.replace(/\d+/, '99')}<`),
      '99',
    ],
    ['points elsewhere', inPlace(`REF ${target} `, `REF ${other} `), 'points to'],
  ])('is told where it %s, and written anew', (_, changed, told) => {
    const { returned, reading } = read(changed)
    const one = reading.points.find(({ point }) => point === mark.point)!
    expect(one).toMatchObject({ outcome: 'changed to something else', manner: 'silent' })
    expect(one.pieces.flatMap(({ op, text }) => (op === 'insert' ? [text] : [])).join(' ')).toContain(told)
    expect(reading.points.filter(({ outcome }) => outcome !== 'accepted')).toHaveLength(1)
    const answer = answerReturn({
      ...{ record: { deal: 'tidewater' } as DealRecord, key, points, round: 1 },
      ...{ kept: { sent, marks, returned }, reading, accept: new Set<string>() },
      ...{ author: 'Miriam Okafor', date: '2026-02-20T00:00:00Z' },
    })
    const done = readLines(resolveWord(answer.bytes, { as: 'accept' })).lines
    expect(done.map(({ now }) => now.replaceAll('\u2060', ''))).toContain(
      lines[mark.paragraph]!.now.replaceAll('\u2060', ''),
    )
  })

  it('is none where a program counts anew what stands elsewhere now', () => {
    const { reading } = read(inPlace(`>${shown}<`, `>${shown}.<`))
    expect(reading.points.every(({ outcome }) => outcome === 'accepted')).toBe(true)
  })
})

describe('what a point rests on', () => {
  const status = (changed: string) => {
    const { reading } = read(changed)
    const file = { file: '1-sent.docx', name: 'a', sha256: '', on: '2026-01-05' }
    const record = { deal: 'tidewater', rounds: [{ sent: file, returned: file }] } as unknown as DealRecord
    const turn = { round: 1, marks, reading }
    return dealStatus({ record, key, points, rounds: [{ sent, marks }] }, [turn])
  }

  it('opens it where a definition of a term of it is changed, though its own words stand', () => {
    const { points: all, asks } = status(xml.replace('put into the Service or give to', 'put into'))
    expect(asks).toHaveLength(1)
    const training = all.find(({ point }) => point.id === 'no-training')!
    expect(training).toMatchObject({ state: 'open', nextStep: expect.stringContaining(asks[0]!.id) })
    expect(training.turns[0]!.reading!.outcome).toBe('accepted')
    expect(all.some(({ state }) => state === 'agreed')).toBe(true)
  })

  it('opens it where a row of its schedule is changed', () => {
    const { points: all, asks } = status(xml.replace(/700,000,000|700 million/, '7,000,000,000'))
    expect(asks).toHaveLength(1)
    expect(all.find(({ point }) => point.id === 'user-threshold')!.state).toBe('open')
  })
})
