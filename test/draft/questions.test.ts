import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { draft, draftToMarkdown } from '../../src/draft/index.ts'
import {
  type AskedIn,
  type Assessment,
  assess,
  fieldOf,
  type Matter,
  outcomeWords,
  readMatter,
  trialOn,
  usesOf,
} from '../../src/matter/index.ts'
import { example, library, templates } from './staff-documents.ts'

const names = [
  'acme',
  'hospital-two-uses',
  'car-maker',
  'game-company',
  'start-up',
  'public-body',
  'whitelabel',
]

/** Answers of every kind that a question may have. */
function answersTo(fact: string): unknown[] {
  const { kind, options = [] } = fieldOf(fact) ?? { kind: 'text' }
  switch (kind) {
    case 'yes-no':
      return [true, false]
    case 'choice':
      return [...options]
    case 'choices':
      return [[], ...options.map((one) => [one])]
    case 'number':
      return [0, 1e6, 1e9]
    case 'date':
      return ['2023-01-01', '2026-01-01']
    default:
      return [[]]
  }
}

function withAnswer(matter: Matter, fact: string, value: unknown): Matter {
  const copy = structuredClone(matter) as Record<string, unknown>
  const keys = fact.replaceAll(/\["?([^"\]]*)"?\]/g, '.$1').split('.')
  const last = keys.pop()!
  const at = keys.reduce<Record<string, unknown>>((group, key, place) => {
    if (typeof group[key] !== 'object') group[key] = /^\d+$/.test(keys[place + 1] ?? last) ? [] : {}
    return group[key] as Record<string, unknown>
  }, copy)
  at[last] = value
  return copy as Matter
}

function askedIn({ answers, findings }: Assessment): Set<string> {
  return new Set(
    [
      ...answers.flatMap(({ questions, unless, duties }) => [
        ...questions,
        ...[...unless, ...duties].flatMap((one) => one.questions),
      ]),
      ...findings.filter(({ status }) => status === 'open').flatMap(({ questions }) => questions),
    ].map(({ fact }) => fact),
  )
}

/** What a reader is told: paths, duties, counts, and each risk with its level. */
function outcome({ answers, findings }: Assessment): string {
  return JSON.stringify([
    answers.map(({ path, duties, threshold, pastBreach, pastUnlicensedUse }) => [
      path,
      duties.map(({ is }) => is),
      threshold?.status,
      pastBreach.is,
      pastUnlicensedUse.is,
    ]),
    findings.map(({ risk, license, status, inherent, residual }) =>
      [risk, license, status, inherent?.level, residual?.level].join(),
    ),
  ])
}

test.each(names)('no question of %s is asked whose answers all come to the same', (name) => {
  for (const { matter } of usesOf(example(name))) {
    const before = assess(matter, library)
    for (const fact of askedIn(before)) {
      const turned = answersTo(fact).some(
        (value) => outcome(assess(withAnswer(matter, fact, value), library)) !== outcome(before),
      )
      expect(turned, fact).toBe(true)
    }
  }
})

describe('the answers tried in the memo', () => {
  const memo = (matter: Matter) =>
    draftToMarkdown(
      draft('risk-memo', {
        templates,
        matter,
        library,
        assessment: assess(matter, library),
        options: { allowBlanks: true },
      }),
    ).replaceAll(/ +/g, ' ')

  test('lead to the path that the assessment has with them', () => {
    const source = readFileSync('examples/whitelabel.yaml', 'utf8')
    const matter = readMatter(source, 'whitelabel.yaml')
    const told = /with yes: ([^;]+); with no: ([^;|]+);/.exec(memo(matter))
    expect(told).not.toBeNull()
    const words: Record<string, string> = {
      go: 'go',
      'go-with-duties': 'go, with duties',
      'not-usable': 'not usable for this',
    }
    const [use] = usesOf(matter)
    for (const [at, value] of [true, false].entries()) {
      const { answers } = assess(withAnswer(use!.matter, 'litigation.over_llama_ip', value), library)
      const own = answers.find(({ license }) => license === 'llama-3.1')!
      expect(told![at + 1]).toBe(words[own.path])
    }
  })

  test('say with which of them there is a risk', () => {
    const words = memo(example('acme'))
    expect(words).toContain('with yes, there is the risk: Planned claim (critical)')
    expect(words).toContain('with partly or no, there is the risk: Breach by a vendor (critical)')
  })
})

/** `with yes or partly: go; with any other: not decided` → what each answer comes to. */
function comesTo(told: string, answer: string): string | undefined {
  const groups = told.split('; ').map((one) => /^with (.*): ([^:]+)$/.exec(one)!.slice(1) as [string, string])
  const named = groups.find(([words]) => words.split(/, | or /).includes(answer))
  return (named ?? groups.find(([words]) => words === 'any other'))?.[1]
}

describe('what the memo says of an answer is what the assessment has with it', () => {
  test.each([...names, 'vendor-saas'])('in %s', (name) => {
    const matter = example(name)
    const trial = trialOn(matter, library)
    for (const use of usesOf(matter)) {
      const before = assess(use.matter, library)
      for (const fact of askedIn(before)) {
        const { kind, options = [] } = fieldOf(fact) ?? { kind: 'text' }
        const values = kind === 'yes-no' ? [true, false] : kind === 'choice' ? options : []
        // A whole assessment for each is dear; the first and the last are the ones that differ.
        for (const value of [values[0], values.at(-1)].filter((one) => one !== undefined)) {
          const words = value === true ? 'yes' : value === false ? 'no' : String(value).replaceAll('-', ' ')
          const after = assess(answeredAt(use.matter, fact, value), library)
          for (const answer of after.answers) {
            if (answer.license === undefined) continue
            const asked: AskedIn = { fact, use: use.name, license: answer.license }
            const path = trial.path(asked)
            if (path !== '') expect(comesTo(path, words), `${fact}: ${path}`).toBe(outcomeWords[answer.path])
            for (const { duty, is, questions } of answer.duties) {
              const due = trial.duty(asked, duty)
              const expected =
                is === 'applies'
                  ? 'due'
                  : is === 'not'
                    ? 'not due'
                    : questions.length > 0
                      ? 'still open'
                      : 'left open by the text'
              if (due !== '') expect(comesTo(due, words), `${fact}, ${duty}: ${due}`).toBe(expected)
            }
          }
          for (const { risk, license, status } of after.findings) {
            const having = trial.risk({ fact, use: use.name, license }, risk)
            const listedIn = having
              .replace(/^with (?:any but )?/, '')
              .split(/, | or /)
              .includes(words)
            if (having !== '' && !having.startsWith('with any but') && status !== 'open')
              expect([risk, fact, words, listedIn]).toEqual([risk, fact, words, status === 'applies'])
          }
        }
      }
    }
  })
})

/** As {@link withAnswer}, and said of the one vendor in both places that an older file has. */
function answeredAt(matter: Matter, fact: string, value: unknown): Matter {
  const own = fact.replace(/^vendors\[\d+\]/, 'vendor')
  const older = own !== fact && matter.vendor !== undefined
  return withAnswer(older ? withAnswer(matter, own, value) : matter, fact, value)
}

describe('a question for a number, a day or a place says where its answers part', () => {
  const license = 'llama-3.1'
  const base = {
    matter: 'Test',
    client: { name: 'Corvane', principal_place_of_business: 'US', affiliates: [] },
    litigation: { planned: 'no', suits: [], over_llama_ip: 'no', against_meta: 'no' },
    uses: [
      {
        name: 'one',
        models: ['Llama 3.1 8B'],
        audience: ['staff'],
        inside: 'own',
        status: 'in-use',
        deployment: ['on-premises'],
        weights_recipients: ['nobody'],
        fine_tuning: { done: 'no' },
        output_training: { done: 'no' },
        near_policy_uses: [],
        domains: [],
      },
    ],
  }
  const trial = (facts: object) =>
    trialOn(readMatter(JSON.stringify({ ...base, ...facts }), 'test.yaml'), library)
  const asked = (fact: string) => ({ fact, use: 'one', license })

  test('users up to the threshold and above it, to the user', () => {
    const reach = { affiliates_complete: 'yes', acquisitions: [] }
    expect(trial({ reach }).path(asked('reach.monthly_active_users'))).toBe(
      'with up to 700,000,000: go; with 700,000,001 or more: a separate license is needed',
    )
  })

  test('users of one product, less those of the others', () => {
    const reach = {
      affiliates_complete: 'yes',
      acquisitions: [],
      monthly_active_users: { Mail: { months: { '2024-06': 200_000_000 } }, Maps: { months: {} } },
    }
    expect(trial({ reach }).path(asked('reach.monthly_active_users["Maps"]'))).toBe(
      'with up to 500,000,000: go; with 500,000,001 or more: a separate license is needed',
    )
  })

  test('users planned, for a risk', () => {
    const reach = {
      affiliates_complete: 'yes',
      acquisitions: [],
      monthly_active_users: { Mail: { months: { '2024-06': 200_000_000 } } },
    }
    expect(trial({ reach }).risk(asked('reach.planned_users'), 'growth-past-threshold')).toBe(
      'with 700,000,001 or more',
    )
  })

  test('a place in the Union and any other', () => {
    const { path } = trialOn(
      readMatter(
        JSON.stringify({
          matter: 'Test',
          client: { name: 'Corvane', affiliates: [] },
          litigation: base.litigation,
          reach: { affiliates_complete: 'yes', acquisitions: [], monthly_active_users: { Mail: 12_000 } },
          uses: [{ ...base.uses[0], models: ['Llama 3.2 11B Vision'] }],
        }),
        'test.yaml',
      ),
      library,
    )
    expect(path({ fact: 'client.principal_place_of_business', use: 'one', license: 'llama-3.2' })).toBe(
      'with a country of the European Union: not usable for this; with any other: go',
    )
  })
})

test('limits that all wait for one answer are told by the question, once', () => {
  const matter = readMatter(
    JSON.stringify({
      matter: 'Test',
      client: { name: 'Corvane', principal_place_of_business: 'US', affiliates: [] },
      reach: { affiliates_complete: 'yes', acquisitions: [], monthly_active_users: { Mail: 12_000 } },
      litigation: { planned: 'no', suits: [], over_llama_ip: 'no', against_meta: 'no' },
      uses: [
        { name: 'one', models: ['Llama 3.3 70B'], audience: ['staff'], inside: 'own', domains: ['credit'] },
      ],
    }),
    'test.yaml',
  )
  const input = { templates, matter, library, assessment: assess(matter, library) }
  const words = draftToMarkdown(draft('risk-memo', { ...input, options: { allowBlanks: true } }))
  expect(words).toMatch(/Not known: .*\? \d+ limits of the license hang on it \(Llama 3\.3, /)
  expect(words.match(/Not known whether this holds/g) ?? []).toEqual([])
})
