import { beforeAll, describe, expect, test } from 'vitest'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { type Answer, assess, type Matter, mergeFindings } from '../../../src/matter/index.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

type Use = NonNullable<Matter['uses']>[number]
type Client = NonNullable<Matter['client']>
const pictures: Use = {
  name: 'pictures',
  models: [{ model: 'Llama 4 Scout' }],
  status: 'in-use',
  since: '2025-05',
  audience: ['staff'],
  inside: 'own',
  weights_recipients: ['nobody'],
  fine_tuning: { done: false },
  output_training: { done: false },
  sensitive_uses: [],
}

function matterOf(client: Client, uses: Use[], more: Partial<Matter> = {}): Matter {
  return {
    matter: 'A',
    client: { name: 'Rook', affiliates: [], ...client },
    reach: { monthly_active_users: { Site: { at_most: 1000 } }, acquisitions: [], affiliates_complete: true },
    litigation: { planned: false, suits: [] },
    uses,
    ...more,
  }
}

function answer(client: Client, use: Partial<Use> = {}, more: Partial<Matter> = {}): Answer {
  return assess(matterOf(client, [{ ...pictures, ...use }], more), library).answers[0]!
}

const fr: Client = { principal_place_of_business: 'FR' }
const us: Client = { principal_place_of_business: 'US' }
const opens = ({ open }: Answer) => open.map(({ says }) => says).join(' ')

describe('who the licensee is', () => {
  test.each([
    ['company', 'not-usable'],
    ['individual', 'not-usable'],
    ['public-body', 'clarify-with-meta'],
    ['association', 'clarify-with-meta'],
  ] as const)('%s in the Union, with a multimodal model: %s', (kind, path) => {
    expect(answer({ ...fr, kind }).path).toBe(path)
    expect(answer({ ...us, kind }).path).toBe('go')
  })

  test('public_body, as older files say it, is the same', () => {
    expect(answer({ ...fr, public_body: true }).path).toBe('clarify-with-meta')
    expect(answer({ ...fr, public_body: true, kind: 'company' }).path).toBe('not-usable')
  })

  test('an individual counts where he or she is domiciled, and contracts where he or she lives', () => {
    const abroad = answer({ ...us, kind: 'individual', domicile: 'BE' })
    expect([abroad.path, abroad.licensor]).toEqual(['not-usable', 'Meta Platforms, Inc.'])
    expect(opens(abroad)).toContain('Neither “principal place of business” nor domicile is defined')
    expect(answer({ ...fr, kind: 'individual', domicile: 'US' }).path).toBe('go')
  })

  test('somebody who acts for herself is judged by herself, in a client that is a public body', () => {
    const client: Client = {
      ...fr,
      kind: 'public-body',
      licensees: [{ name: 'Dr. Bakema', kind: 'individual', country: 'FR' }],
    }
    const own = answer(client, { company: 'Dr. Bakema' })
    expect([own.company, own.path]).toEqual(['Dr. Bakema', 'not-usable'])
    expect(answer(client).path).toBe('clarify-with-meta')
  })

  test('an individual who is too young is no licensee for certain; whether one is, is asked', () => {
    const text = { models: [{ model: 'Llama 3.1 8B' }] }
    const of = (age: boolean | 'unknown') => answer({ ...us, kind: 'individual', of_age: age }, text)
    expect(of(true).path).toBe('go')
    expect(of(false).path).toBe('clarify-with-meta')
    expect(of('unknown').path).toBe('not-decided')
    expect(of('unknown').questions.map(({ fact }) => fact)).toEqual(['client.of_age'])
    expect(
      answer(
        { ...us, kind: 'individual', of_age: false },
        { models: [{ model: 'LLaMA 7B' }], research: true },
      ).path,
    ).toBe('go')
  })
})

describe('a licensee that moved into the Union', () => {
  const moved: Client = { principal_place_of_business: 'AT', place_before: 'CH', place_since: '2026-02-01' }

  test('has had no right since the move, and a right before it', () => {
    const now = answer(moved)
    expect([now.path, now.pastUnlicensedUse.since]).toEqual(['not-usable', '2026-02-01'])
    expect(opens(now)).toContain('lost by it is not said')
    expect(answer(moved, { since: '2026-03' }).pastUnlicensedUse.since).toBe('2026-03')
  })

  test('is judged for a use that ended before by where it was then', () => {
    expect(answer(moved, { until: '2026-01-31' }).path).toBe('go')
    expect(answer(moved, { until: '2026-02-01' }).path).toBe('not-usable')
  })

  test('is told of no move where it came from within the Union', () => {
    const within = answer({ ...moved, place_before: 'DE' })
    expect([within.path, within.pastUnlicensedUse.since]).toEqual(['not-usable', '2025-05'])
  })
})

describe('who does not run the model', () => {
  const sold: Partial<Use> = {
    inside: 'outputs-alone',
    audience: ['customers'],
    output_training: {
      done: true,
      models: [{ name: 'Kite', kind: 'large-language-model', base: 'other', distributed: true }],
    },
  }

  test('and has outputs of others needs no right, and whether it owes the name is open', () => {
    const bought = answer(fr, sold)
    expect(bought.path).toBe('go-with-duties')
    expect(bought.duties.map(({ is }) => is)).toEqual(['not', 'not', 'open', 'open'])
    expect(opens(bought)).toContain('bound by an agreement that it never accepted')
    expect(answer(fr, { ...sold, inside: 'own' }).path).toBe('not-usable')
  })

  test('and trains with outputs of an older version is told that its bar is in doubt', () => {
    const old = { models: [{ model: 'Llama 3 8B' }] }
    expect(answer(us, { ...sold, ...old }).path).toBe('clarify-with-meta')
    expect(answer(us, { ...sold, ...old, inside: 'own' }).path).toBe('not-usable')
  })

  test('and lets machines to those who do exercises no right', () => {
    const bare = answer(fr, { inside: 'renters', audience: ['customers'] })
    expect(bare.path).toBe('go')
    expect(bare.reasons[0]?.statement).toContain('lets machines')
    expect(bare.pastUnlicensedUse.is).toBe('none')
  })
})

describe('a model of several that is in doubt', () => {
  const trained: Partial<Use> = {
    output_training: {
      done: true,
      models: [{ name: 'Kite', kind: 'large-language-model', base: 'other', distributed: false }],
    },
  }
  const of = (certain: boolean | 'unknown') => {
    const models = [{ model: 'Llama 2 70B', certain }, { model: 'Llama 3.1 70B' }]
    return assess(matterOf(us, [{ ...pictures, ...trained, models }]), library).answers
  }

  test('decides nothing before it is known whether it was used', () => {
    const [two, later] = of('unknown')
    expect([two!.path, later!.path]).toEqual(['not-decided', 'go'])
    expect(two!.questions.map(({ fact }) => fact)).toEqual(['models[0].certain'])
    expect(two!.questions[0]?.question).toContain('Llama 2 70B')
    expect(two!.pastBreach.is).toBe('open')
    expect(of(true)[0]!.path).toBe('not-usable')
  })
})

describe('a suit over a version', () => {
  const suits = (filed: string, licenses: string[] = ['llama-2']) => ({
    litigation: {
      planned: false,
      suits: [{ by: 'client' as const, claim: 'models-infringe' as const, licenses, filed }],
    },
  })
  const two: Partial<Use> = { models: [{ model: 'Llama 2 13B' }], since: '2025-08' }

  test('that was filed before the client took the license ends none for certain', () => {
    const before = answer(us, two, suits('2024-01-15'))
    expect([before.path, before.pastUnlicensedUse.is]).toEqual(['clarify-with-meta', 'open'])
    expect(answer(us, two, suits('2025-09-01')).path).toBe('not-usable')
    expect(answer(us, two, suits('2025-08-20')).path).toBe('not-usable')
  })

  test('looks at the first use of all that the client has under the license', () => {
    const early: Use = { ...pictures, ...two, name: 'early', since: '2023-10' }
    const late: Use = { ...pictures, ...two }
    const answers = assess(matterOf(us, [early, late], suits('2024-01-15')), library).answers
    expect(answers.map(({ path }) => path)).toEqual(['not-usable', 'not-usable'])
  })

  test('is told of beside another version, and does not end it', () => {
    const other = answer(us, { models: [{ model: 'Llama 3.1 8B' }] }, suits('2025-09-01'))
    expect(other.path).toBe('go')
    expect(opens(other)).toContain('a suit about another version does not end this one')
  })
})

test('a guard with the file of one license and the policy of another has the policy of both cited in each finding', () => {
  const matter = matterOf(us, [{ ...pictures, models: [{ model: 'Llama Guard 2' }], audience: ['public'] }])
  const { findings } = assess(matter, library)
  const ofPolicy = findings.filter(
    ({ status, citations }) =>
      status === 'applies' && citations.some(({ document }) => document === 'use-policy'),
  )
  expect(ofPolicy.length).toBeGreaterThan(2)
  const licenses = (one: { citations: { license: string; document: string }[] }) => [
    ...new Set(
      one.citations.flatMap(({ license, document }) => (document === 'use-policy' ? [license] : [])),
    ),
  ]
  for (const one of [...ofPolicy, ...mergeFindings(ofPolicy, library)])
    expect(licenses(one), one.risk).toEqual(['llama-2', 'llama-3'])
  expect(ofPolicy.map(({ reason }) => reason).join()).toContain('Llama 2 and Meta Llama 3, use policy')
})
