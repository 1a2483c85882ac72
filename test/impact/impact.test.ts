import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../src/compare/index.ts'
import { impactDocument, impactOn, touchedMatter, touchedVendors } from '../../src/impact/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { readRecord } from '../../src/register/index.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: what a change of a text touches is not tried')

describe.runIf(texts)('a change of a text', async () => {
  const library = await loadLibrary()
  const source = texts ? readFileSync(join(texts, 'llama-3.1', 'license.txt'), 'utf8') : ''
  const impactOf = (newer: string) => {
    const left = { id: 'llama-3.1', known: true, source }
    const right = { id: 'newer.txt', known: false, source: newer }
    const { comparison } = compareTexts(library, left, right, 'official')
    return impactOn(library, { text: 'llama-3.1', license: 'llama-3.1', comparison })
  }
  const vendor = (id: string, facts: string) => ({ id, base: '', record: readRecord(facts, `${id}.yaml`) })
  const of = (impact: ReturnType<typeof impactOf>, id: string) =>
    impact.topics.find((topic) => topic.id === id)

  test('that is none touches nothing', () => {
    const { clauses, topics, positions, flowDowns } = impactOf(source)
    expect([clauses, topics, positions, flowDowns]).toEqual([[], [], [], []])
  })

  test('touches the topic of its clause, the quotes in it, and what rests on that topic', () => {
    const impact = impactOf(source.replace('700 million', '100 million'))
    expect(impact.clauses.map(({ was, fate }) => [was, fate])).toEqual([['2', 'changed']])
    expect(of(impact, 'user-threshold')?.quotes).toEqual([
      expect.objectContaining({ section: '2', fate: 'gone', text: expect.stringContaining('700 million') }),
    ])
    expect(impact.flowDowns.map(({ id }) => id)).toContain('user-threshold')
    expect(impact.positions.length).toBeGreaterThan(0)
    expect(of(impact, 'indemnity')).toBeUndefined()
  })

  test('that takes a clause away tells where what it was quoted for stands, or that it is gone', () => {
    const from = source.indexOf('7. Governing Law')
    const to = source.indexOf('\n', from)
    const impact = impactOf(source.slice(0, from) + source.slice(to))
    expect(impact.clauses.map(({ was, fate }) => [was, fate])).toEqual([['7', 'gone']])
    const [gone] = impact.topics.filter(({ sections }) => sections.some(({ fate }) => fate === 'gone'))
    expect(gone?.quotes.every(({ fate }) => fate === 'gone')).toBe(true)
  })

  test('touches the vendors on its models, each by what was signed, and no others', () => {
    const impact = impactOf(source.replace('700 million', '100 million'))
    const touched = touchedVendors(
      [
        vendor(
          'oak',
          'vendor: {name: Oak, models: [Llama 3.1]}\nstatus: signed\nlevels: {user-threshold: fallback, insurance: preferred}',
        ),
        vendor('elm', 'vendor: {name: Elm, models: [Llama 3.1]}\nstatus: sent'),
        vendor('ash', 'vendor: {name: Ash, models: [Llama 3.3]}\nstatus: signed'),
        vendor('yew', 'vendor: {name: Yew, models: [Llama 3.1]}\nstatus: declined'),
      ],
      impact,
      library,
    )
    expect(touched.map(({ id, flowDowns }) => [id, flowDowns])).toEqual([
      ['oak', [{ id: 'user-threshold', level: 'fallback' }]],
      ['elm', []],
    ])
    expect(touched[0]!.todo).toContain('one clause of the contract')
    expect(touched[1]!.todo).toContain('draft it again')
  })

  test('touches the matters under the license alone, by the answers that cite what changed', () => {
    const impact = impactOf(source.replace('700 million', '100 million'))
    const matter = (model: string) =>
      readMatter(
        `matter: Oak\nclient: {name: Oak, principal_place_of_business: US, affiliates: []}\nmodels: [{model: ${model}}]\nexposure: product\nreach: {monthly_active_users: {Oak Search: 900000000}}\n`,
        'oak.yaml',
      )
    expect(touchedMatter('oak.yaml', matter('Llama 4 Scout'), impact, library)).toBeUndefined()
    const touched = touchedMatter('oak.yaml', matter('Llama 3.1'), impact, library)
    expect([...(touched?.answers ?? []), ...(touched?.risks ?? [])].length).toBeGreaterThan(0)
    const report = impactDocument({ ...impact, matters: touched ? [touched] : [] }, { libraryDigest: '' })
    const told = JSON.stringify(report.tree)
    expect(told).toContain('1 clause changed')
    expect(told).toContain('1 matter uses one')
    expect(told).not.toContain('0 vendors')
  })
})
