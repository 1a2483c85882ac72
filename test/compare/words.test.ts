import { describe, expect, test } from 'vitest'
import { diffWords } from '../../src/compare/index.ts'
import { processorTime } from '../processor-time.ts'
import fc from '../setup/fast-check.ts'
import { marked } from './texts.ts'

const word = fc.constantFrom(
  ...[
    'the',
    'of',
    'and',
    'a',
    'is',
    'License',
    'Materials',
    'shall',
    'not',
    'fee',
    '30',
    '700 million',
    '3.1',
  ],
  ...[
    '“Notice”',
    'entity’s',
    "entity's",
    '(c)',
    '©',
    'non-exclusive',
    '5%',
    'https://a.example/b',
    'été',
    '𝒳',
  ],
)
const joint = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '; ', '', ' (', ') ', '-', '/')
const prose = fc.array(fc.tuple(word, joint), { maxLength: 40 }).map((words) =>
  words
    .map(([one, space]) => one + space)
    .join('')
    .trim(),
)
const anything = fc.oneof(prose, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }))

describe('the words that differ', () => {
  test('give both texts back to the letter, whatever they are', () => {
    fc.assert(
      fc.property(anything, anything, (left, right) => {
        const pieces = diffWords(left, right)
        const without = (op: string) =>
          pieces
            .filter((piece) => piece.op !== op)
            .map(({ text }) => text)
            .join('')
        expect(without('insert')).toBe(left)
        expect(without('delete')).toBe(right)
        for (const { text } of pieces) expect(text).not.toBe('')
        pieces.slice(1).forEach((piece, at) => {
          expect(piece.op).not.toBe(pieces[at]!.op)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('are whole words', () => {
    fc.assert(
      fc.property(prose, prose, (left, right) => {
        const pieces = diffWords(left, right)
        for (const [text, op] of [
          [left, 'insert'],
          [right, 'delete'],
        ] as const) {
          let at = 0
          for (const piece of pieces) {
            if (piece.op === op) continue
            at += piece.text.length
            expect(text.slice(Math.max(0, at - 1), at + 1)).not.toMatch(/^[A-Za-z]{2}$|^\d{2}$/)
          }
        }
      }),
    )
  })

  test('leave no island of fewer than three words, or of small words alone', () => {
    const plain = fc
      .array(fc.constantFrom('the', 'of', 'a', 'fee', 'party', 'term', 'notice', 'shall', 'pay', 'law'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(plain, plain, (left, right) => {
        const pieces = diffWords(left, right)
        const islands = pieces.filter(({ op }, at) => op === 'equal' && at > 0 && at < pieces.length - 1)
        for (const { text } of islands) {
          expect(text.trim().split(' ').length).toBeGreaterThanOrEqual(3)
          expect(text).toMatch(/fee|party|term|notice|law|pay/)
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['within 30 days of notice', 'within 60 days of notice', 'within [-30-]{+60+} days of notice'],
    ['above 700 million users', 'above 70 million users', 'above [-700 million-]{+70 million+} users'],
    ['a rate of 4.5% a year', 'a rate of 4.75% a year', 'a rate of [-4.5%-]{+4.75%+} a year'],
    ['you may sell copies of it', 'you may not sell copies of it', 'you may {+not +}sell copies of it'],
    ['in thirty (30) days of it', 'in sixty (60) days of it', 'in [-thirty (30)-]{+sixty (60)+} days of it'],
    ['the fee, which is due', 'the fee which is due', 'the fee[-,-] which is due'],
    [
      'one party shall pay the fee',
      'each customer will pay the fee',
      '[-one party shall-]{+each customer will+} pay the fee',
    ],
    ["the Licensee's notice", 'the Licensee’s notice', "the Licensee[-'-]{+’+}s notice"],
    ['', 'all of it', '{+all of it+}'],
  ])('%s → %s', (left, right, expected) => {
    expect(marked(diffWords(left, right))).toBe(expected)
  })

  test('are found in time where two long texts have little in common', () => {
    const text = (step: number) =>
      Array.from({ length: 20_000 }, (_, at) => `w${(at * step) % 9973}`).join(' ')
    expect(processorTime(() => diffWords(text(7), text(11)))).toBeLessThan(10_000)
  })
})
