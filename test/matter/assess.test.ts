import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import {
  assess,
  changesBetween,
  countUsers,
  type Matter,
  readMatter,
  withFacts,
} from '../../src/matter/index.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

const example = (name: string) => readMatter(readFileSync(`examples/${name}.yaml`, 'utf8'), name)
const reach = (
  users: NonNullable<NonNullable<Matter['reach']>['monthly_active_users']>,
  complete = true,
): Matter => ({
  matter: 'A',
  reach: { monthly_active_users: users, affiliates_complete: complete, acquisitions: [] },
})

describe('the threshold of section 2', () => {
  it.each([
    ['at the number', { A: { months: { '2024-06': 700_000_000 } } }, 'below'],
    ['one above the number', { A: { months: { '2024-06': 700_000_001 } } }, 'above'],
    [
      'the sum of two products',
      { A: { months: { '2024-06': 400_000_000 } }, B: { months: { '2024-06': 400_000_000 } } },
      'above',
    ],
    [
      'shared users',
      {
        A: { months: { '2024-06': 400_000_000 }, shared_with: ['B'] },
        B: { months: { '2024-06': 400_000_000 } },
      },
      'open',
    ],
    ['a small figure of no month', { A: 50_000 }, 'below'],
    ['a large figure of no month', { A: 400_000_000 }, 'open'],
    ['a product without figure', { A: 'unknown' as const }, 'open'],
    [
      'another month than the one before the date',
      { A: { users: 800_000_000, months: { '2024-07': 800_000_000 } } },
      'open',
    ],
    ['no product', {}, 'below'],
  ])('%s', (_, users, status) => {
    expect(countUsers(reach(users), 'llama-3.1', library)?.status).toBe(status)
  })

  it('stays open without all affiliates', () => {
    expect(countUsers(reach({ A: 5 }, false), 'llama-3.1', library)?.status).toBe('open')
  })

  it('counts in the month before each version’s date', () => {
    const months = ['llama-2', 'llama-3', 'llama-3.1', 'llama-3.2', 'llama-3.3', 'llama-4'].map(
      (license) => countUsers(reach({}), license, library)?.month,
    )
    expect(months).toEqual(['2023-06', '2024-03', '2024-06', '2024-08', '2024-11', '2025-03'])
  })

  it('is not there in the first license', () => {
    expect(countUsers(reach({}), 'llama-1', library)).toBeUndefined()
  })
})

const base: Partial<Matter> = { client: { principal_place_of_business: 'US', affiliates: [] } }
const under = (model: string, more: Partial<Matter> = {}): Matter => ({
  matter: 'A',
  models: [{ model, status: 'in-use' }],
  ...base,
  ...more,
})
const trains = (on: 'llama' | 'other'): Partial<Matter> => ({
  output_training: { done: true, models: [{ name: 'X', base: on, distributed: false }] },
})
const de: Partial<Matter> = { client: { principal_place_of_business: 'DE', affiliates: [] } }
const huge = (month: string): Partial<Matter> => reach({ A: { months: { [month]: 900_000_000 } } })

describe('findings, by hand from the texts', () => {
  it.each<[string, Matter, string, 'applies' | 'open' | 'does-not-apply']>([
    [
      'Llama 1 in use (2.a)',
      under('LLaMA', { exposure: 'internal' }),
      'research-only-in-production',
      'applies',
    ],
    [
      'Llama 1 evaluated inside',
      { ...under('LLaMA', { exposure: 'internal' }), models: [{ model: 'LLaMA', status: 'evaluated' }] },
      'research-only-in-production',
      'does-not-apply',
    ],
    [
      'Llama 1 evaluated, exposure unknown',
      { ...under('LLaMA'), models: [{ model: 'LLaMA', status: 'evaluated' }] },
      'research-only-in-production',
      'open',
    ],
    [
      'Llama 2 in a product (1.a)',
      under('Llama 2', { exposure: 'product' }),
      'research-only-in-production',
      'does-not-apply',
    ],
    [
      'Llama 2 outputs to another model (1.b.v)',
      under('Llama 2', trains('other')),
      'outputs-train-other-models',
      'applies',
    ],
    [
      'Llama 2 outputs to Llama 2 (1.b.v)',
      under('Llama 2', trains('llama')),
      'outputs-train-other-models',
      'does-not-apply',
    ],
    ['Llama 2 outputs, not known', under('Llama 2'), 'outputs-train-other-models', 'open'],
    [
      'Llama 3 outputs to another model (1.b.v)',
      under('Llama 3', trains('other')),
      'outputs-train-other-models',
      'applies',
    ],
    [
      'Llama 3.1 outputs to another model (1.b.i)',
      under('Llama 3.1', trains('other')),
      'outputs-train-other-models',
      'does-not-apply',
    ],
    [
      'Llama 4 outputs to another model (1.b.i)',
      under('Llama 4', trains('other')),
      'outputs-train-other-models',
      'does-not-apply',
    ],
    ['Llama 3.1 outputs, not known', under('Llama 3.1'), 'outputs-train-other-models', 'does-not-apply'],
    ['Llama 3.2-Vision in Germany', under('Llama 3.2-Vision', de), 'eu-multimodal', 'applies'],
    ['Llama 3.2 text in Germany', under('Llama 3.2', de), 'eu-multimodal', 'does-not-apply'],
    ['Llama 3.2-Vision in the US', under('Llama 3.2-Vision'), 'eu-multimodal', 'does-not-apply'],
    [
      'Llama 3.2-Vision, place not known',
      under('Llama 3.2-Vision', { client: { affiliates: [] } }),
      'eu-multimodal',
      'open',
    ],
    ['Llama 4 in Germany', under('Llama 4', de), 'eu-multimodal', 'applies'],
    [
      'Llama 3.3 in Germany has no multimodal model',
      under('Llama 3.3', de),
      'eu-multimodal',
      'does-not-apply',
    ],
    ['Llama 3.1 in Germany', under('Llama 3.1', de), 'eu-multimodal', 'does-not-apply'],
    [
      '900 million in June 2023 under Llama 2',
      under('Llama 2', huge('2023-06')),
      'threshold-above-on-version-date',
      'applies',
    ],
    [
      '900 million in June 2024 under Llama 3.1',
      under('Llama 3.1', huge('2024-06')),
      'threshold-above-on-version-date',
      'applies',
    ],
    [
      'no threshold in Llama 1',
      under('LLaMA', huge('2023-01')),
      'threshold-above-on-version-date',
      'does-not-apply',
    ],
    ['nothing known of users', under('Llama 3.1'), 'threshold-above-on-version-date', 'open'],
  ])('%s', (_, matter, risk, status) => {
    expect(assess(matter, library).findings.find((one) => one.risk === risk)?.status).toBe(status)
  })

  it('cites a section for all that applies', () => {
    for (const name of ['acme', 'internal-pilot', 'vendor-saas', 'whitelabel']) {
      for (const { status, citations, risk } of assess(example(name), library).findings) {
        if (status === 'applies') expect(citations, risk).not.toEqual([])
      }
    }
  })

  it('is the same each time', () => {
    expect(assess(example('acme'), library)).toEqual(assess(example('acme'), library))
  })
})

describe('license paths and what-if', () => {
  it('finds the community license enough for a small pilot inside', () => {
    expect(assess(example('internal-pilot'), library).paths.map(({ outcome }) => outcome)).toEqual([
      'community-license-is-enough',
    ])
  })

  it('shows what another model would do', () => {
    const pilot = example('internal-pilot')
    const after = withFacts(pilot, ['models[0].model=Llama 4'])
    const changes = changesBetween(assess(pilot, library), assess(after, library))
    expect(changes).toContainEqual({
      license: 'llama-4',
      what: 'License path',
      before: 'not in use',
      after: 'separate-license-needed',
    })
  })

  it('refuses a model with a license that is not its own', () => {
    const matter: Matter = { matter: 'A', models: [{ model: 'Llama 4', license: 'llama-3.1' }] }
    expect(() => assess(matter, library)).toThrow('Llama 4 is under llama-4, not llama-3.1')
  })

  it('compares the licenses for a matter', () => {
    const { paths } = assess(example('internal-pilot'), library, { allLicenses: true })
    expect(paths).toHaveLength(7)
  })
})
