import { expect, test } from 'vitest'
import { clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { uncovered } from '../../src/library/uncovered.ts'

const agreement = parseAgreement(
  '1. Use. You may (a) copy the Works; (b) change the Works; and (c) hand them on.\n\n2. Term. It lasts a year.\n',
)
const [use, term] = clausesOf(agreement).filter(({ kind }) => kind !== 'heading')
const items = use!.items.map(({ path }) => path)
const left = (...taken: string[]) => uncovered(agreement, new Set(taken)).map(({ path }) => path)

test('a clause that no topic takes is left, whole', () => {
  expect(items).toHaveLength(3)
  expect(left()).toEqual([use!.path, term!.path])
  expect(left(use!.path)).toEqual([term!.path])
})

test('where topics divide an enumeration, each entry that none takes is left', () => {
  expect(left(term!.path, items[0]!)).toEqual([items[1], items[2]])
  expect(left(term!.path, items[0]!, items[2]!)).toEqual([items[1]])
  expect(left(term!.path, ...items)).toEqual([])
})

test('a topic that takes the clause takes its entries', () => {
  expect(left(term!.path, use!.path, items[0]!)).toEqual([])
})

test('an entry is told with its own words, and a clause with all of them', () => {
  const told = uncovered(agreement, new Set([term!.path, items[0]!]))
  expect(told.map(({ text }) => text)).toEqual(['(b) change the Works; and', '(c) hand them on.'])
  expect(told.every(({ clause }) => clause === use)).toBe(true)
  expect(uncovered(agreement, new Set()).map(({ text }) => text)).toEqual([use!.text, term!.text])
})

test('a heading that orders the text is no clause to take, and one that says something is', () => {
  const ordered = parseAgreement(
    '# Harbour terms\n\n## Rules\n\n1. Moorings.\n\n   a. One boat a berth.\n\n2. Moorings last a night.\n\nNo anchor is dropped.\n',
  )
  const kinds = clausesOf(ordered).map(({ kind, text }) => `${kind}: ${text}`)
  const told = uncovered(ordered, new Set()).map(({ clause, text }) => `${clause.kind}: ${text}`)
  const orders = kinds.filter((one) => !told.includes(one))
  expect(told.some((one) => one.startsWith('heading'))).toBe(false)
  expect(orders.some((one) => /^section: Moorings\.?$/.test(one))).toBe(true)
  expect(told.some((one) => one.includes('last a night'))).toBe(true)
  expect(told.some((one) => one.includes('One boat a berth'))).toBe(true)
})
