import { beforeAll, describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { assess, readMatter, vendorChosen } from '../../src/matter/index.ts'
import { factsFromAnswers } from '../../src/matter/written.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

/** A vendor that has answered everything, and nothing to worry about. */
const answered = {
  name: 'Tidewater Software, Inc.',
  product: 'Tidewater Claims',
  kind: 'saas',
  form: 'a Washington corporation',
  address: '4 Pier Road, Tacoma, Washington',
  principal_place_of_business: 'US',
  models: ['Llama 3.2 11B Vision'],
  licensed: 'yes',
  above_threshold: 'no',
  weights_source: 'llama.com, checked by digest',
  infringement_claim: 'no',
  policy_in_terms: 'yes',
  moderation: 'yes',
  known_dangers: 'yes',
  display_at: 'the foot of each page',
  sees_prompts: 'yes',
  trains_on_customer_data: 'no',
  retention_days: 30,
  data_location: 'the United States',
  subcontractors: [] as string[],
  indemnifies: 'no',
  insurance: 'cyber, 5 million dollars',
  certifications: ['SOC 2 Type II'],
  contact: 'Contracts, contracts@tidewater.example',
  incident_contact: 'Duty engineer, duty@tidewater.example',
}

const told = (vendor: object, place: 'vendors' | 'vendor' = 'vendors') => {
  const matter = readMatter(
    JSON.stringify({
      matter: 'A',
      client: { name: 'Harrow', principal_place_of_business: 'US', affiliates: [] },
      reach: { monthly_active_users: {}, acquisitions: [], affiliates_complete: 'yes' },
      litigation: { planned: 'no', suits: [] },
      controls: { vendor_flow_down: 'no' },
      personal_data: 'yes',
      ...(place === 'vendors' ? { vendors: [vendor] } : { vendor }),
      uses: [
        {
          name: 'claims',
          models: ['Llama 3.2 11B Vision'],
          status: 'in-use',
          inside: 'vendor-product',
          vendor: answered.name,
          audience: ['staff'],
          access: 'output-only',
          weights_recipients: ['nobody'],
          fine_tuning: { done: 'no' },
          output_training: { done: 'no' },
          domains: ['insurance'],
          sensitive_uses: [],
        },
      ],
    }),
    'a.yaml',
  )
  const { findings, answers, unknownModels } = assess(matter, library)
  const lines = [
    ...findings.map(({ risk, status, inherent, residual, shifts, told: reason, questions }) =>
      [
        risk,
        status,
        inherent?.level,
        residual?.level,
        ...shifts,
        reason,
        ...questions.map(({ fact }) => fact),
      ].join(' · '),
    ),
    ...answers.flatMap(({ path, reasons }) => [path, ...reasons.map(({ statement }) => statement)]),
    ...unknownModels.map(({ name }) => name),
  ]
  return { lines, answers }
}

/** Each answer, another one, and words of what then is said. `undefined` is an answer that was not given. */
const rows: [keyof typeof answered, unknown, RegExp][] = [
  ['product', undefined, /not fully identified/],
  ['kind', 'contractor', /./],
  ['form', undefined, /not fully identified/],
  ['address', undefined, /not fully identified/],
  ['principal_place_of_business', 'DE', /holds? no license|has no license/],
  ['models', undefined, /which models it runs/],
  ['licensed', 'no', /has no license/],
  ['above_threshold', 'yes', /has no license/],
  ['weights_source', undefined, /from where it has the weights/],
  ['infringement_claim', 'yes', /has no license/],
  ['policy_in_terms', 'no', /do not bind its users/],
  ['moderation', 'partly', /does not moderate/],
  ['known_dangers', 'no', /does not document the known dangers/],
  ['display_at', 'none', /vendor-duties-not-done · applies/],
  ['sees_prompts', 'no', /./],
  ['trains_on_customer_data', 'yes', /vendor-trains-on-customer-data · applies/],
  ['retention_days', 31, /more than thirty days/],
  ['data_location', undefined, /not said where the data are/],
  ['subcontractors', ['Northwind (hosting, Oregon)'], /subcontractors of a vendor/],
  ['indemnifies', 'yes', /./],
  ['insurance', 'none', /no insurance/],
  ['certifications', [], /no current report/],
  ['contact', undefined, /nobody to receive notices/],
  ['incident_contact', undefined, /nobody to reach/],
]

describe('every answer of a vendor reaches the risk', () => {
  it('has a row for each question but the name', () => {
    expect(rows.map(([fact]) => fact).sort()).toEqual(
      Object.keys(answered)
        .filter((fact) => fact !== 'name')
        .sort(),
    )
    expect(rows).toHaveLength(24)
  })

  it.each(rows)('%s: %j', (fact, value, says) => {
    const { [fact]: _, ...rest } = answered
    // What weighs on a risk is told where the risk applies.
    const base = fact === 'weights_source' || fact === 'models' ? { licensed: 'no' } : {}
    const was = told({ ...answered, ...base }).lines
    const now = told({ ...rest, ...base, ...(value === undefined ? {} : { [fact]: value }) }).lines
    const added = now.filter((line) => !was.includes(line))
    expect([fact, added.length + was.filter((line) => !now.includes(line)).length > 0]).toEqual([fact, true])
    if (says.source !== '.') expect(added.join('\n')).toMatch(says)
  })

  it('takes cover that excludes artificial intelligence for none', () => {
    for (const insurance of [
      'Hiscox, USD 10,000,000 (artificial intelligence excluded)',
      'EUR 5 million, AI is excluded',
      'cyber, not for AI',
    ])
      expect(told({ ...answered, insurance }).lines.join('\n')).toMatch(/no insurance/)
    expect(
      told({ ...answered, insurance: 'cyber, 5 million dollars, AI included' }).lines.join('\n'),
    ).not.toMatch(/no insurance/)
  })

  it('reads an older file, with the vendor by itself, alike', () => {
    expect(told({ ...answered, licensed: 'no' }, 'vendor').lines).toEqual(
      told({ ...answered, licensed: 'no' }).lines,
    )
  })

  it('takes what a use runs on from its vendor where the use does not say', () => {
    const matter = readMatter(
      JSON.stringify({
        matter: 'A',
        vendors: [
          { name: 'One', models: ['Llama 3.3 70B'] },
          { name: 'Two', models: ['Llama 2 7B'] },
        ],
        uses: [{ name: 'a', vendor: 'One', inside: 'vendor-product' }],
      }),
      'a.yaml',
    )
    expect(assess(matter, library).answers.map(({ license }) => license)).toEqual(['llama-3.3'])
  })
})

describe('the vendor that a document is for', () => {
  const source = 'matter: A\nvendors:\n  - name: One\n    kind: saas\n  - name: Two # the second\n'
  const matter = readMatter(source, 'a.yaml')

  it('is chosen by its name from the list', () => {
    expect(vendorChosen(matter, 'Two').vendor).toEqual({ name: 'Two' })
    expect(vendorChosen(matter).vendor).toBeUndefined()
    expect(() => vendorChosen(matter, 'Three')).toThrow(
      /no vendor of the matter has that name: there is One; Two/,
    )
  })

  it('is the only one of the list, with what an older file says of it', () => {
    const one = readMatter(
      'matter: A\nvendors:\n  - { name: One, kind: saas }\nvendor: { name: One, address: Here }\n',
      'a.yaml',
    )
    expect(vendorChosen(one).vendor).toEqual({ name: 'One', kind: 'saas', address: 'Here' })
  })

  it('has its answers written into the list, comments kept', () => {
    const answers = [{ fact: 'vendor.licensed', words: 'no' }]
    const { yaml, taken } = factsFromAnswers(answers, source, 'a.yaml', new Set(['vendor.licensed']), 'Two')
    expect(taken).toEqual(['vendor.licensed'])
    expect(yaml).toContain('name: Two # the second\n    licensed: no')
    expect(() => factsFromAnswers(answers, source, 'a.yaml', new Set(['vendor.licensed']), 'Four')).toThrow(
      /no vendor of the matter has that name/,
    )
  })
})
