import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grouped, listed } from '../src/in-words.ts'

test('a list is said as a sentence says it', () => {
  expect(listed([])).toBe('')
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b'], 'or', true)).toBe('a or b')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(listed(['a', 'b', 'c'], 'or', true)).toBe('a, b, or c')
})

test('a number has its groups as the language has them', () => {
  // Nobody writes minus nought.
  const numbers = fc
    .oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.integer().map((whole) => whole / 100),
    )
    .map((value) => value + 0)
  fc.assert(
    fc.property(numbers, (value) => {
      expect(grouped(value)).toBe(value.toLocaleString('en-US'))
    }),
  )
})
