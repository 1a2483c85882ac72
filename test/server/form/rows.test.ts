import { expect, test } from 'vitest'
import { changedRows } from '../../../src/server/form/rows.ts'

test('a button adds a row to a list of the matter, and takes one out', () => {
  const facts: Record<string, unknown> = { models: [{ license: 'llama-2' }] }
  changedRows(facts, 'add', 'models')
  expect(facts.models).toEqual([{ license: 'llama-2' }, {}])
  changedRows(facts, 'remove', 'models[0]')
  expect(facts.models).toEqual([{}])
})

test('a button adds the first row of a list, and one in a row of another list', () => {
  const facts: Record<string, unknown> = {}
  changedRows(facts, 'add', 'vendors')
  expect(facts.vendors).toEqual([{}])
  // A model is asked for before anybody adds one.
  changedRows(facts, 'add', 'models')
  expect(facts.models).toEqual([{}, {}])
  changedRows(facts, 'add', 'reach.monthly_active_users')
  expect(facts.reach).toEqual({ monthly_active_users: { 'Product 1': {} } })
  const uses: Record<string, unknown> = {
    uses: [{ name: 'a' }, { name: 'b', sensitive_uses: [{ what: 'x' }] }],
  }
  changedRows(uses, 'add', 'uses[1].sensitive_uses')
  changedRows(uses, 'add', 'uses[0].sensitive_uses')
  expect(uses.uses).toEqual([
    { name: 'a', sensitive_uses: [{}] },
    { name: 'b', sensitive_uses: [{ what: 'x' }, {}] },
  ])
})

test('a second use takes what was said of the only one with it', () => {
  const facts: Record<string, unknown> = {
    matter: 'A',
    client: { name: 'B' },
    models: [{ model: 'Llama 3' }],
    vendor: { name: 'C' },
    audience: ['staff'],
  }
  changedRows(facts, 'add', 'uses')
  expect(facts).toEqual({
    matter: 'A',
    client: { name: 'B' },
    vendor: { name: 'C' },
    uses: [{ models: [{ model: 'Llama 3' }], audience: ['staff'] }, {}],
  })
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
