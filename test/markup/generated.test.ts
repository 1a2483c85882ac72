import { describe, expect, it } from 'vitest'
import { compareWord } from '../../src/markup/index.ts'
import { flaws } from './flaws.ts'
import { edited, randomDocument, randomFrom, written } from './random-document.ts'

const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }

describe('random edits of random documents', () => {
  // Each redline is resolved both ways before it is given out, and refused where it gives another file.
  it.each(Array.from({ length: 6 }, (_, at) => at))(
    'come back both ways and keep what a Word file must keep (%i)',
    (part) => {
      for (let seed = part * 25; seed < part * 25 + 25; seed += 1) {
        const random = randomFrom(seed)
        const document = randomDocument(random, 10)
        const [left, right] = [written(document), written(edited(document, random, 1 + random.below(6)))]
        const { bytes } = compareWord(left, right, by)
        expect(flaws(bytes, right), `seed ${seed}`).toEqual([])
        compareWord(right, left, by)
      }
    },
  )

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
