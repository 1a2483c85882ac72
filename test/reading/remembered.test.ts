import { expect, test, vi } from 'vitest'
import { moneyIn } from '../../src/reading/money.ts'
import { remembered } from '../../src/reading/remembered.ts'

test('words are read once, also where nothing was found in them', () => {
  const read = vi.fn((words: string) => (words.startsWith('a') ? words.length : undefined))
  const length = remembered(read)
  expect([length('abc'), length('xyz'), length('abc'), length('xyz')]).toEqual([3, undefined, 3, undefined])
  expect(read).toHaveBeenCalledTimes(2)
})

test('what is divided otherwise is something else', () => {
  const joined = remembered((left: string, right: string) => `${left}|${right}`)
  expect([joined('ab', 'c'), joined('a', 'bc')]).toEqual(['ab|c', 'a|bc'])
})

test('the oldest is forgotten first, and whole papers are not kept', () => {
  const read = vi.fn((words: string) => words.length)
  const length = remembered(read, 2)
  for (const words of ['a', 'b', 'c', 'b', 'a']) length(words)
  expect(read).toHaveBeenCalledTimes(4)
  const paper = 'x'.repeat(5_000)
  length(paper)
  length(paper)
  expect(read).toHaveBeenCalledTimes(6)
})

test('an amount is found by every kind of sign, code and name', () => {
  const said = ['US$5m', 'Rs. 500', 'SFr. 20', '5 zł', 'RMB 5', 'USD 10,000', '€7', '20 Swiss francs']
  expect(said.map((words) => moneyIn(words)[0]?.currency)).toEqual([
    'USD',
    'INR',
    'CHF',
    'PLN',
    'CNY',
    'USD',
    'EUR',
    'CHF',
  ])
  expect(moneyIn('Vendor 5, Inc., a corporation at Quay 5')).toEqual([])
})
