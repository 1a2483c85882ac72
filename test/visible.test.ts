import { expect, test } from 'vitest'
import { visible } from '../src/visible.ts'

test('a control character is one picture, and words in any script stay as they are', () => {
  expect(visible('a\u001b[2J\u007f\u0085b')).toBe('a␛[2J␡\ufffdb')
  const words = 'Zwei Jahre\tשנתיים\n二年 e\u0301 👩‍⚖️ \u200f'
  expect(visible(words)).toBe(words)
})

test('a tab and the end of a line are the only ones that stay', () => {
  const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code))
  const kept = all.filter((sign) => visible(sign) === sign)
  expect(kept.filter((sign) => sign < ' ').join('')).toBe('\t\n')
  expect(kept.filter((sign) => sign > '~')).toEqual([])
  expect(visible('\u001f\u0000')).toBe('␟␀')
  expect(visible('\u202a\u202e\u2066\u2069')).toBe('\ufffd'.repeat(4))
  expect(visible('\u2029\u202f\u2065\u206a')).toBe('\u2029\u202f\u2065\u206a')
})
