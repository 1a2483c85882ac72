import { beforeAll, describe, expect, test } from 'vitest'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { assess, type Matter } from '../../../src/matter/index.ts'
import { assessmentToMarkdown } from '../../../src/matter/report.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

type Use = NonNullable<Matter['uses']>[number]

const use: Use = {
  name: 'chat',
  audience: ['public'],
  access: 'output-only',
  inside: 'own',
  weights_recipients: ['nobody'],
  fine_tuning: { done: false },
  sensitive_uses: [],
}
const improves: Use['output_training'] = {
  done: true,
  models: [
    { name: 'Rook', kind: 'large-language-model', how: 'training', base: 'other', distributed: false },
  ],
}

function matterOf(...uses: Use[]): Matter {
  return {
    matter: 'A',
    client: { name: 'Rook', principal_place_of_business: 'US', affiliates: [] },
    reach: { monthly_active_users: { shop: { at_most: 5000 } }, affiliates_complete: true },
    litigation: { planned: false, suits: [] },
    uses,
  }
}
const assessed = (...uses: Use[]) => assess(matterOf(...uses), library)

describe('a use that is over', () => {
  const over: Use = {
    ...use,
    models: [{ model: 'Llama 2 13B' }],
    status: 'retired',
    since: '2023-10',
    until: '2024-08',
    output_training: improves,
  }

  test('is told by its past: since when, until when, under which license, what was not allowed, what ends it', () => {
    const { answers, retired } = assessed(over)
    expect(answers).toEqual([])
    expect(retired).toMatchObject([{ use: 'chat', license: 'llama-2' }])
    const [{ pastBreach, pastUnlicensedUse, wayOut }] = retired as [(typeof retired)[0]]
    expect(pastBreach).toMatchObject({
      is: 'since',
      since: '2023-10',
      until: '2024-08',
      ends: [library.over],
    })
    expect(pastBreach.what.join()).toContain('improving another large language model')
    expect(pastBreach.citations.map(({ section }) => section)).toContain('1.b.v')
    expect(pastUnlicensedUse.is).toBe('none')
    expect(wayOut).toEqual([])
  })

  test('stands in the report, and where all is over nothing is said to be missing', () => {
    const markdown = assessmentToMarkdown({ title: 'A', assessment: assessed(over), library })
    expect(markdown).toContain('### chat, under Llama 2: over')
    expect(markdown).toContain('yes since 2023-10 until 2024-08')
    expect(markdown).not.toContain('names no model')
    expect(markdown).not.toMatch(/No risk of the library applies|risks apply/)
  })

  test('had nothing to do with what the same use runs on now', () => {
    const { answers, retired } = assessed({
      ...use,
      models: [
        { model: 'Llama 2 13B', status: 'retired', since: '2023-10', until: '2024-08' },
        { model: 'Llama 3.1 8B', status: 'in-use', since: '2024-08' },
      ],
      output_training: improves,
    })
    expect(answers.map(({ license, pastBreach }) => [license, pastBreach.since])).toEqual([
      ['llama-3.1', '2024-08'],
    ])
    expect(
      retired.map(({ license, pastBreach: { is, since, until } }) => [license, is, since, until]),
    ).toEqual([['llama-2', 'since', '2023-10', '2024-08']])
  })

  test('is no past of its own beside another model of the license that is still in use', () => {
    const models: Use['models'] = [
      { model: 'Llama 3.1 70B', status: 'retired', since: '2024-08', until: '2025-01' },
      { model: 'Llama 3.1 8B', status: 'in-use', since: '2025-01' },
    ]
    const { answers, retired } = assessed({ ...use, models, output_training: { done: false } })
    expect(retired).toEqual([])
    expect(answers.map(({ pastBreach: { since, until } }) => [since, until])).toEqual([
      ['2024-08', undefined],
    ])
  })

  test('ended a license that ends by itself for the uses that go on, and is named by them', () => {
    const { answers } = assessed(
      {
        ...over,
        name: 'shop',
        models: [{ model: 'LLaMA 13B' }],
        research: false,
        output_training: { done: false },
      },
      {
        ...use,
        name: 'study',
        models: [{ model: 'LLaMA 7B' }],
        audience: ['staff'],
        research: true,
        since: '2023-05',
        output_training: { done: false },
      },
    )
    expect(answers.map((one) => one.path)).toEqual(['not-usable'])
    expect(answers[0]!.reasons.map(({ statement }) => statement).join()).toContain(
      'the use “shop” of the same',
    )
    expect(answers[0]!.pastUnlicensedUse.since).toBe('2023-10')
  })
})
