import { describe, expect, it } from 'vitest'
import { compareWord } from '../../src/markup/index.ts'
import { flaws } from './flaws.ts'
import { edited, randomDocument, randomFrom, written } from './random-document.ts'

const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }

/** Documents of each part; some thousand in `npm run test:long`. */
const seeds = process.env.CLAUSEBOOK_LONG ? 1000 : 25

describe('random edits of random documents', () => {
  // Each redline is resolved both ways before it is given out, and refused where it gives another file.
  it.each(Array.from({ length: 6 }, (_, at) => at))(
    'come back both ways and keep what a Word file must keep (%i)',
    (part) => {
      for (let seed = part * seeds; seed < (part + 1) * seeds; seed += 1) {
        const random = randomFrom(seed)
        const document = randomDocument(random, 10)
        const [left, right] = [written(document), written(edited(document, random, 1 + random.below(6)))]
        const { bytes } = compareWord(left, right, by)
        expect(flaws(bytes, right), `seed ${seed}`).toEqual([])
        compareWord(right, left, by)
      }
    },
  )

  it('are the same changes the other way round', () => {
    let [there, back, differing] = [0, 0, 0]
    for (let seed = 0; seed < 40; seed += 1) {
      const random = randomFrom(seed)
      const document = randomDocument(random, 8)
      const [left, right] = [written(document), written(edited(document, random, 1 + random.below(4)))]
      const one = compareWord(left, right, { ...by, moves: false }).counts
      const other = compareWord(right, left, { ...by, moves: false }).counts
      there += one.insertions + one.deletions
      back += other.insertions + other.deletions
      if (one.insertions !== other.deletions || one.deletions !== other.insertions) differing += 1
    }
    // A mark is written in as many pieces as the markup of its side has, so the numbers are near, and not always the same.
    expect(Math.abs(there - back) / Math.max(there, back)).toBeLessThan(0.05)
    expect(differing).toBeLessThan(10)
  })

  it('have more changes where there were more of them', () => {
    const counts = [1, 4, 16].map((edits) => {
      let changes = 0
      for (let seed = 0; seed < 15; seed += 1) {
        const random = randomFrom(seed)
        const document = randomDocument(random, 20)
        const { counts } = compareWord(written(document), written(edited(document, random, edits)), by)
        changes += counts.insertions + counts.deletions
      }
      return changes
    })
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts[0]).toBeLessThan(counts[2]! / 3)
  })
})
