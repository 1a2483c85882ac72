import { expect, test, vi } from 'vitest'
import { asSentence, clipped, grouped, listed, longDate, sentenceCase } from '../src/in-words.ts'
import fc from './setup/fast-check.ts'

test('a list is said as a sentence says it', () => {
  expect(listed([])).toBe('')
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b'], 'or', true)).toBe('a or b')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(listed(['a', 'b', 'c'], 'or', true)).toBe('a, b, or c')
})

test('what is wrong is a sentence, and a name at its beginning keeps its letters', () => {
  expect(asSentence('this took too long, and was ended')).toBe('This took too long, and was ended.')
  expect(asSentence('llama-9 is no license')).toBe('llama-9 is no license.')
  expect(asSentence('terms.md is empty.')).toBe('terms.md is empty.')
  expect(asSentence('did you mean llama-4?')).toBe('Did you mean llama-4?')
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

test('a number that no reader counts in groups is written as it is', () => {
  expect(grouped(Number.POSITIVE_INFINITY)).toBe('∞')
  expect(grouped(Number.NaN)).toBe('NaN')
  for (const value of [1e21, -1e21, 1e22, 0.0000001, 1.5e-7, 123_456_789_012_345_680_000]) {
    expect(grouped(value)).toBe(value.toLocaleString('en-US'))
  }
  // The language is not asked where it need not be: that loads all that is known of languages.
  const asked = vi.spyOn(Number.prototype, 'toLocaleString')
  grouped(1_234_567.25)
  grouped(999_999_999_999_999_900_000)
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
  expect(grouped(1234.5678)).toBe('1,234.568')
})

test('a day is written out, a month too, and nothing else', () => {
  expect(longDate('2024-07-23')).toBe('July 23, 2024')
  expect(longDate('2024-01-01')).toBe('January 1, 2024')
  expect(longDate('2024-06')).toBe('June 2024')
  const months = Array.from({ length: 12 }, (_, at) => longDate(`2024-${String(at + 1).padStart(2, '0')}`))
  const named = (_: unknown, at: number) =>
    `${new Date(Date.UTC(2024, at)).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })} 2024`
  expect(months).toEqual(months.map(named))
  for (const other of [
    '2024-00-10',
    '2024-13',
    'on 2024-06',
    '2024-06-',
    '2024-06-1',
    '12024-06',
    '2024-06-011',
    '',
  ]) {
    expect(longDate(other)).toBe(other)
  }
})

test('a sentence begins with a capital, and a list of none with nothing', () => {
  expect(sentenceCase('élan of it')).toBe('Élan of it')
  expect(sentenceCase('')).toBe('')
  expect(listed(['only'], 'or', true)).toBe('only')
})

test('words are cut to a length, the ellipsis among it', () => {
  expect(clipped('The supplier shall keep', 12)).toBe('The supplie…')
  expect(clipped('The supplier', 12)).toBe('The supplier')
})
