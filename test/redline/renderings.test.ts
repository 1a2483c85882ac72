import { describe, expect, test } from 'vitest'
import { clausesOf } from '../../src/agreement/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { amendmentsOf, redlineOf, textAfter, textBefore } from '../../src/redline/index.ts'
import { redlineToDocx } from '../../src/word/index.ts'
import fc from '../setup/fast-check.ts'
import { readAgreement } from '../word/read-paragraphs.ts'
import { edited } from './agreements.ts'
import { carryOut, linesOf, tidy } from './letter.ts'

const library = await loadLibrary()
const license = library.licenses.get('llama-3.1')!

describe('whatever edits are made', () => {
  test('the marked clauses hold the agreement before and the one after, and nothing else', () => {
    fc.assert(
      fc.property(edited, ({ before, edits }) => {
        const { after, clauses } = redlineOf(before, 'test', edits)
        const texts = (list: typeof clauses, of: typeof textAfter) => list.map(({ pieces }) => of(pieces))
        expect(
          texts(
            clauses.filter(({ added }) => !added),
            textBefore,
          ),
        ).toEqual(clausesOf(before).map(({ text }) => text))
        expect(
          texts(
            clauses.filter(({ deleted }) => !deleted),
            textAfter,
          ),
        ).toEqual(clausesOf(after).map(({ text }) => text))
        expect(new Set(clausesOf(after).map(({ path }) => path)).size).toBe(clausesOf(after).length)
      }),
    )
  })

  test('their order does not matter', () => {
    const shuffled = edited.chain(({ before, edits }) =>
      fc.record({
        before: fc.constant(before),
        edits: fc.constant(edits),
        other: fc.shuffledSubarray(edits, { minLength: edits.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ before, edits, other }) => {
        expect(redlineOf(before, 'test', other)).toEqual(redlineOf(before, 'test', edits))
      }),
    )
  })

  test('no double space and none before a comma is left behind', () => {
    fc.assert(
      fc.property(edited, ({ before, edits }) => {
        for (const { pieces } of redlineOf(before, 'test', edits).clauses) {
          expect(textAfter(pieces)).not.toMatch(/ {2}|^ | $| [,.;)]/u)
        }
      }),
    )
  })

  test('who carries out the letter has the agreement with the edits', () => {
    fc.assert(
      fc.property(edited, ({ before, edits }) => {
        const redline = redlineOf(before, 'test', edits)
        const amendments = amendmentsOf(edits, license, library, redline)
        const words = (lines: { name: string; words: string }[]) =>
          lines.map((line) => ({ ...line, words: tidy(line.words) }))
        const letter = amendments.map(({ instruction }) => instruction)
        expect(words(carryOut(before, letter))).toEqual(words(linesOf(redline.after)))
      }),
    )
  })

  test('who accepts the Word file has it too, and who rejects it the agreement as it was', async () => {
    await fc.assert(
      fc.asyncProperty(edited, async ({ before, edits }) => {
        const redline = redlineOf(before, 'test', edits)
        const docx = await redlineToDocx(redline, { author: 'Counsel', date: '2025-01-31' })
        const lines = (agreement: typeof before) =>
          clausesOf(agreement).map(({ label, text }) => (label === '' ? text : `${label}\t${text}`))
        expect(readAgreement(docx, 'accept')).toEqual(lines(redline.after))
        expect(readAgreement(docx, 'reject')).toEqual(lines(before))
      }),
      { numRuns: 25 },
    )
  })
})
