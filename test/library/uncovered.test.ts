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
