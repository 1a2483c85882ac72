import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import { openFacts, readMatter } from '../../src/matter/index.ts'

const library = await loadLibrary()
const open = (yaml: string) => openFacts(readMatter(yaml, 'matter'), library, { assessment: ['all'] })

describe('the facts that can still change what is said', () => {
  test('are none before a model is named, since nothing else can be said', () => {
    expect(open('matter: A').all.size).toBe(0)
  })

  test('close as they are answered, and open where an answer makes them count', () => {
    const before = open('matter: A\nmodels: [{ model: Llama 3.1 }]')
    expect(before.open).toContain('fine_tuning.done')
    expect(before.open).toEqual(before.all)
    const after = open('matter: A\nmodels: [{ model: Llama 3.1 }]\nfine_tuning: { done: yes }')
    expect(after.open).not.toContain('fine_tuning.done')
    expect(after.all).toContain('fine_tuning.done')
    expect(before.open).not.toContain('fine_tuning.data')
    expect(after.open).toContain('fine_tuning.data')
  })

  test('stand at the use that they are asked of, and at the top where they hold for all uses', () => {
    const source = readFileSync('examples/hospital-two-uses.yaml', 'utf8')
    expect(open(source).open).toContain('uses[0].fine_tuning.data')
    const uses =
      'uses: [{ name: a, models: [{ model: Llama 3 }] }, { name: b, models: [{ model: Llama 3 }] }]'
    expect(open(`matter: A\n${uses}`).open).toContain('uses[1].fine_tuning.done')
    const forAll = open(`matter: A\n${uses}\nfine_tuning: { done: yes }`).open
    expect(forAll).toContain('fine_tuning.data')
    expect([...forAll].filter((fact) => fact.includes('fine_tuning'))).toEqual(['fine_tuning.data'])
  })

  test('are those of the conditions too by which a document judges', () => {
    const matter = readMatter('matter: A\nmodels: [{ model: Llama 3.1 }]\nvendor: { name: B }', 'matter')
    const { open: asked } = openFacts(matter, library, { judges: ['flow-downs'] })
    expect(asked).toContain('vendor.kind')
  })
})
