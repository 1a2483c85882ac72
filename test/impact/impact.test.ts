import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../src/compare/index.ts'
import {
  impactDocument,
  impactOn,
  reAssessed,
  touchedMatter,
  touchedVendors,
} from '../../src/impact/index.ts'
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
    // Nobody has said what 100 million means: the answer is the old one, to be read again, and no other is given.
    const of = (what: string) => touched?.reAssessed.filter((one) => one.what === what)
    expect(of('Answer')).toEqual([
      expect.objectContaining({
        is: 'read-again',
        before: expect.objectContaining({ words: expect.stringContaining('not decided') }),
        because: expect.stringMatching(/section 2 \(changed\)/),
      }),
    ])
    expect(touched?.reAssessed.every(({ after }) => after === undefined)).toBe(true)
    const report = impactDocument({ ...impact, matters: touched ? [touched] : [] }, { libraryDigest: '' })
    const told = JSON.stringify(report.tree)
    expect(told).toContain('1 clause changed')
    expect(told).toContain('1 matter uses one, 1 answer is to be read again')
    expect(told).not.toContain('0 vendors')
  })

  test('leaves an answer that rests on no clause which changed, unless the new text has clauses of its own', () => {
    const matter = readMatter(
      'matter: Oak\nclient: {name: Oak, principal_place_of_business: US, affiliates: []}\nmodels: [{model: Llama 3.1}]\nexposure: internal\ninside: own\n',
      'oak.yaml',
    )
    const answerIn = (newer: string) =>
      touchedMatter('oak.yaml', matter, impactOf(newer), library)?.reAssessed.find(
        ({ kind }) => kind === 'answer',
      )
    expect(answerIn(source.replace('laws of the State of California', 'laws of Ohio'))?.is).toBe('stands')
    const added = `${source.trimEnd()}\n\n8. Audit. Meta may inspect your records at any time.\n`
    expect(answerIn(added)).toMatchObject({
      is: 'read-again',
      because: expect.stringContaining('new clauses'),
    })
  })

  test('to another license of the library tells what each use comes to under both', () => {
    const matter = readMatter(readFileSync('examples/car-maker.yaml', 'utf8'), 'car-maker.yaml')
    const told = reAssessed(matter, 'llama-3.3', 'llama-4', library)
    const [answer] = told.filter(({ kind }) => kind === 'answer')
    expect(answer).toMatchObject({ is: 'changed', after: { words: expect.stringContaining('not usable') } })
    expect(answer!.after!.sections).toMatch(/^Llama 4, .*use policy, /)
    expect(told.filter(({ is, kind }) => is === 'same' && kind !== 'answer')).toEqual([])
    expect(told.map(({ what }) => what)).toContain('A multimodal model in a company of the European Union')
  })
})
