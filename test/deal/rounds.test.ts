import { beforeAll, describe, expect, it } from 'vitest'
import type { DealRecord, KeptRound } from '../../src/deal/index.ts'
import { answerReturn, requireKey } from '../../src/deal/index.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { answer, hasOffice, savedByOffice, withoutMarks } from './counterparty.ts'
import { fallbacksOf, key, openedDeal } from './deal.ts'
import { mustBe, toldOf } from './told.ts'

const { bytes: sent, marks, points, ...rest } = await openedDeal()
const fallbacks = fallbacksOf({ bytes: sent, marks, points, ...rest })
const them = { author: 'Pat Lee', date: '2026-02-03T10:00:00Z' }

const seeds = process.env.CLAUSEBOOK_LONG ? 60 : 6

describe('a return is read as it was made', () => {
  it('finds every point of the matter in the file that was drafted for it', () => {
    expect(points).toHaveLength(24)
    expect(rest.missing).toEqual([])
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(marks.length)
  })

  it('says that all is accepted of what comes back as it was sent', () => {
    const reading = readReturn(sent, marks, sent, points, 1)
    expect(new Set(reading.points.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
    expect(reading.asks).toEqual([])
  })

  it.each(Array.from({ length: seeds }, (_, at) => at + 1))('tells what was done (seed %i)', (seed) => {
    const { bytes, done } = answer(sent, marks, fallbacks, seed, them)
    const reading = readReturn(sent, marks, bytes, points, 1)
    expect(toldOf(reading)).toEqual(mustBe(done))
    for (const { by, manner } of reading.points) expect(by).toEqual(manner === 'tracked' ? [them] : [])
  })

  it.each(Array.from({ length: Math.ceil(seeds / 2) }, (_, at) => at + 1))(
    'tells the same where no mark came back (seed %i)',
    (seed) => {
      const { bytes, done } = answer(sent, marks, fallbacks, seed, them)
      const reading = readReturn(sent, marks, withoutMarks(bytes), points, 1)
      expect(reading.marks.found).toBe(0)
      expect(toldOf(reading)).toEqual(mustBe(done))
    },
  )
})

describe('five rounds', () => {
  it.each(Array.from({ length: process.env.CLAUSEBOOK_LONG ? 12 : 1 }, (_, at) => at + 1))(
    'are told as they were (seed %i)',
    (seed) => {
      let kept: KeptRound = { sent, marks }
      let before: Uint8Array | undefined
      const record = { deal: 'tidewater' } as DealRecord
      for (let round = 1; round <= 5; round += 1) {
        const level = new Map(kept.marks.map(({ point, level }) => [point, level]))
        const other = new Map([...fallbacks].filter(([point]) => level.get(point) === 'preferred'))
        const hand = { author: 'Pat Lee', date: `2026-0${round + 1}-03T10:00:00Z` }
        const { bytes, done } = answer(kept.sent, kept.marks, other, 100 * seed + round, hand)
        const reading = readReturn(kept.sent, kept.marks, bytes, points, round, before)
        expect(toldOf(reading), `round ${round}`).toEqual(mustBe(done))
        const next = answerReturn({
          record,
          key,
          points,
          round,
          kept: { ...kept, returned: bytes },
          reading,
          accept: new Set(),
          author: 'Miriam Okafor',
          date: `2026-0${round + 1}-20T00:00:00Z`,
        })
        expect(next.points.filter(({ does }) => does === 'left')).toEqual([])
        kept = { sent: next.bytes, marks: next.marks }
        before = bytes
        requireKey({ record, key, rounds: [...Array(round).fill({ sent, marks: [] }), kept] })
      }
    },
  )
})

if (!hasOffice) console.info('skipped: LibreOffice is not here, so no other program saves a return')

describe.skipIf(!hasOffice)('through LibreOffice', () => {
  const returns = Array.from({ length: process.env.CLAUSEBOOK_LONG ? 20 : 1 }, (_, at) =>
    answer(sent, marks, fallbacks, at + 1, them),
  )
  let saved: Uint8Array[]
  beforeAll(() => {
    saved = savedByOffice(returns.map(({ bytes }) => bytes))
  })

  it.each(returns.map(({ done }, at) => [at + 1, done] as const))(
    'tells the same (seed %i)',
    (seed, done) => {
      const reading = readReturn(sent, marks, saved[seed - 1]!, points, 1)
      expect(toldOf(reading)).toEqual(mustBe(done))
    },
  )
})
