import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import {
  assess,
  changesBetween,
  citationsOf,
  countUsers,
  evaluate,
  type Matter,
  matterSchema,
  readMatter,
  situationOf,
  withFacts,
} from '../../src/matter/index.ts'
import fc from '../setup/fast-check.ts'
import { inCountry, training, usersIn, using } from './matters.ts'

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
    ['a large figure of no month', { A: 400_000_000 }, 'not-known'],
    ['a product without figure', { A: 'unknown' as const }, 'not-known'],
    [
      'another month than the one before the date',
      { A: { users: 800_000_000, months: { '2024-07': 800_000_000 } } },
      'not-known',
    ],
    ['no product', {}, 'below'],
  ])('%s', (_, users, status) => {
    expect(countUsers(reach(users), 'llama-3.1', library)?.status).toBe(status)
  })

  it('stays open without all affiliates', () => {
    expect(countUsers(reach({ A: 5 }, false), 'llama-3.1', library)?.status).toBe('not-known')
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

describe('the findings of whole matters', () => {
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

describe('a risk that can apply under a license', () => {
  it('cites words of that license, in its reason and beside it', () => {
    const silent = [...library.licenses.keys()].flatMap((license) => {
      const nothingKnown = situationOf({ matter: 'A' }, license, library)
      return [...library.risks.values()]
        .filter(({ when }) => evaluate(when, nothingKnown).holds !== false)
        .flatMap(({ id, reason, cites }) => {
          const slots = [...reason.matchAll(/\{\{cite ([a-z-]+)\}\}/g)].map(([, topic]) => topic!)
          const inReason = slots.filter((topic) => citationsOf(library, license, topic).length === 0)
          const beside = cites.some(({ topic }) => citationsOf(library, license, topic).length > 0)
          return [...inReason, ...(beside ? [] : ['nothing beside'])].map(
            (what) => `${license} ${id} ${what}`,
          )
        })
    })
    expect(silent).toEqual([])
  })
})

describe('what is found in a small pilot inside', () => {
  const listed = (matter: Matter, status: string) =>
    assess(matter, library)
      .findings.filter((one) => one.status === status)
      .map(({ risk }) => risk)
      .sort()

  it('is what every licensee bears, what its own facts add, and what it has not said', () => {
    expect(listed(example('internal-pilot'), 'applies')).toEqual([
      'acceptance-without-authority',
      'california-courts',
      'no-cure-sudden-loss',
      'no-warranty-no-recourse',
      'personal-data',
      'policy-breach-by-staff',
      'policy-changes-unnoticed',
      'uncapped-indemnity',
      'weights-leak',
    ])
    expect(listed(example('internal-pilot'), 'open')).toEqual([
      'no-incident-plan',
      'no-records',
      'upgrade-without-review',
    ])
  })

  it('is nothing critical or high', () => {
    const levels = assess(example('internal-pilot'), library).findings.map((one) => one.inherent?.level)
    expect(levels).not.toContain('critical')
    expect(levels).not.toContain('high')
  })
})

describe('the level', () => {
  const controlNames = Object.keys(matterSchema.shape.controls.unwrap().shape)
  const state = fc.constantFrom('yes', 'partly', 'no', 'unknown')
  const states = fc.record(Object.fromEntries(controlNames.map((name) => [name, state])))
  const exposed = (controls: Matter['controls']): Matter => ({
    ...example('whitelabel'),
    ...(controls ? { controls } : {}),
  })
  const score = ({ likelihood, impact }: { likelihood: number; impact: number }) => likelihood * impact

  it('is never raised by controls', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...controlNames), (given, one) => {
        const before = assess(exposed({ ...given, [one]: 'no' }), library).findings
        const after = assess(exposed({ ...given, [one]: 'yes' }), library).findings
        for (const finding of after.filter((each) => each.residual)) {
          expect(score(finding.residual!)).toBeLessThanOrEqual(score(finding.inherent!))
          const was = before.find((each) => each.risk === finding.risk && each.license === finding.license)
          expect(was?.residual, finding.risk).toBeDefined()
          expect(score(finding.residual!)).toBeLessThanOrEqual(score(was!.residual!))
        }
      }),
      { numRuns: 15 },
    )
  })

  it('that remains says which control lowered it', () => {
    const matter = exposed({ moderation: 'yes', filtering: 'partly', logging: 'yes' })
    const finding = assess(matter, library).findings.find(({ risk }) => risk === 'policy-breach-by-users')!
    expect(finding.inherent).toEqual({ likelihood: 3, impact: 4, level: 'high' })
    expect(finding.residual).toEqual({ likelihood: 2, impact: 3, level: 'medium' })
    expect(finding.shifts).toContain('residual likelihood lowered by 1: moderation is in place')
  })
})

describe('license paths and what-if', () => {
  it('finds the community license enough for a small pilot inside', () => {
    expect(assess(example('internal-pilot'), library).paths.map(({ outcome }) => outcome)).toEqual(['go'])
  })

  it('shows what another model would do', () => {
    const pilot = example('internal-pilot')
    const after = withFacts(pilot, ['models[0].model=Llama 4'])
    const changes = changesBetween(assess(pilot, library), assess(after, library))
    expect(changes).toContainEqual({
      license: 'llama-4',
      what: 'License path',
      before: 'not in use',
      after: 'not usable for this',
    })
  })

  it('refuses a model with a license that is not its own', () => {
    const matter: Matter = { matter: 'A', models: [{ model: 'Llama 4', license: 'llama-3.1' }] }
    expect(() => assess(matter, library)).toThrow('Llama 4 is under llama-4, not llama-3.1')
  })

  const settled = { litigation: { over_llama_ip: false, planned: false }, near_policy_uses: [] }
  const away: Partial<Matter> = {
    ...settled,
    output_training: { done: false },
    fine_tuning: { done: false },
    exposure: 'internal',
    weights_recipients: ['nobody'],
    ...usersIn('2024-06', 1),
  }
  it.each([
    ['a small product', using('Llama 3.1', away, { exposure: 'product' }), 'go-with-duties'],
    ['a product of a research model', using('LLaMA', away, { exposure: 'product' }), 'not-usable'],
    ['a research model, of which nobody says what for', using('LLaMA', away), 'not-decided'],
    ['above the threshold', using('Llama 3.1', away, usersIn('2024-06', 9e8)), 'separate-license'],
    ['near the threshold', using('Llama 3.1', away, usersIn('2024-06', 6e8)), 'go'],
    [
      'outputs into another model',
      using('Llama 2', away, usersIn('2023-06', 1), training({ base: 'other' })),
      'not-usable',
    ],
    [
      'a multimodal model in France',
      using('Llama 4', away, usersIn('2025-03', 1), inCountry('FR')),
      'not-usable',
    ],
    [
      'military use, how near not said',
      using('Llama 3.1', away, { near_policy_uses: ['military'] }),
      'not-decided',
    ],
    [
      'a power grid',
      using('Llama 3.1', away, { sensitive_uses: [{ what: 'critical-infrastructure', how: 'related' }] }),
      'clarify-with-meta',
    ],
    ['a suit over Llama', using('Llama 3.1', away, { litigation: { over_llama_ip: true } }), 'not-usable'],
    [
      'uses not known',
      using('Llama 3.1', { litigation: settled.litigation }, usersIn('2024-06', 1)),
      'not-decided',
    ],
  ])('%s', (_, matter, outcome) => {
    expect(assess(matter, library).paths.map((path) => path.outcome)).toEqual([outcome])
  })

  it('tells what could still turn the path, and what to ask', () => {
    const matter = withFacts(example('internal-pilot'), ['litigation.over_llama_ip=unknown'])
    const [path] = assess(matter, library).paths
    expect(path).toMatchObject({
      outcome: 'not-decided',
      unless: [{ outcome: 'not-usable', questions: [{ fact: 'litigation.over_llama_ip' }] }],
    })
  })

  it('keeps what is decided while something worse is open', () => {
    const matter = withFacts(example('internal-pilot'), [
      'models[0].model=Llama 4',
      'litigation.over_llama_ip=unknown',
    ])
    const [path] = assess(matter, library).paths
    expect(path).toMatchObject({ outcome: 'not-usable', unless: [] })
  })

  it('compares the licenses for a matter', () => {
    const { paths } = assess(example('internal-pilot'), library, { allLicenses: true })
    expect(paths).toHaveLength(7)
  })
})
