import { expect, test } from 'vitest'
import { letters, roman } from '../../src/agreement/numeral.ts'

const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** A numeral's value: a sign before a larger one is taken away. */
function valueIn(numeral: string): number {
  const signs = [...numeral].map((sign) => values[sign]!)
  return signs.reduce((sum, one, at) => sum + (one < (signs[at + 1] ?? 0) ? -one : one), 0)
}

test('every Roman number is the one that it says, and as short as Romans wrote it', () => {
  for (let number = 1; number < 4000; number += 1) {
    const numeral = roman(number)
    expect(valueIn(numeral)).toBe(number)
    expect(numeral).not.toMatch(/i{4}|x{4}|c{4}|v{2}|l{2}|d{2}/)
  }
})

test.each([
  [4, 'iv'],
  [9, 'ix'],
  [40, 'xl'],
  [90, 'xc'],
  [399, 'cccxcix'],
  [400, 'cd'],
  [444, 'cdxliv'],
  [900, 'cm'],
  [1999, 'mcmxcix'],
])('%i is %s', (number, numeral) => expect(roman(number)).toBe(numeral))

test('letters go on after z as Word has them', () => {
  expect([1, 26, 27, 52, 53].map(letters)).toEqual(['a', 'z', 'aa', 'zz', 'aaa'])
})
