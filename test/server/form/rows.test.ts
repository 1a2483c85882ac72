import { expect, test } from 'vitest'
import { changedRows } from '../../../src/server/form/rows.ts'

test('a button adds a row to a list of the matter, and takes one out', () => {
  const facts: Record<string, unknown> = { models: [{ license: 'llama-2' }] }
  changedRows(facts, 'add', 'models')
  expect(facts.models).toEqual([{ license: 'llama-2' }, {}])
  changedRows(facts, 'remove', 'models[0]')
  expect(facts.models).toEqual([{}])
})

test.each([
  '__proto__.polluted',
  '__proto__',
  'constructor.prototype.polluted',
  'client.name',
  'nothing',
  '',
])('a button of %j changes neither the facts nor what all objects have', (what) => {
  const facts: Record<string, unknown> = { matter: 'A' }
  for (const action of ['add', 'remove'] as const) changedRows(facts, action, what)
  const polluted = Object.keys(Object.prototype)
  for (const key of polluted) Reflect.deleteProperty(Object.prototype, key)
  expect(polluted).toEqual([])
  expect(Object.getPrototypeOf(facts)).toBe(Object.prototype)
  expect(facts).toEqual({ matter: 'A' })
})
