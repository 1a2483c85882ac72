import { describe, expect, test } from 'vitest'
import { addendumConflicts, draft, draftToMarkdown } from '../../src/draft/index.ts'
import fc from '../setup/fast-check.ts'
import { library, templates } from './loaded.ts'
import { kinds, makerFor, matterOf, parties } from './vendor-matters.ts'

interface Given {
  kind?: string
  model?: string
  vendor?: object
  client?: object
  [fact: string]: unknown
}

/** A matter of one vendor; role follows from the kind. */
function facts({ kind = 'saas', model = 'Llama 3.3', vendor = {}, client = {}, ...more }: Given) {
  return {
    ...parties,
    role: kind === 'own-reseller' ? 'vendor' : 'customer',
    client: { ...parties.client, affiliates: [], ...client },
    vendor: {
      ...parties.vendor,
      ...makerFor(kind),
      principal_place_of_business: 'US',
      kind,
      models: [model],
      ...vendor,
    },
    ...more,
  }
}

const stops = (given: object) =>
  addendumConflicts(matterOf(given), library)
    .filter((one) => one.stops)
    .map(({ id }) => id)
const notes = (given: object) =>
  addendumConflicts(matterOf(given), library)
    .filter((one) => !one.stops)
    .map(({ id }) => id)
const made = (given: object, options = {}) =>
  draft('vendor-addendum', { templates, library, matter: matterOf(given), options })

describe('a fact that contradicts the paper stops it', () => {
  test('a multimodal model and a party in the Union: who exercises rights may not, an end user may', () => {
    const table = Object.fromEntries(
      kinds.map((kind) => [
        kind,
        [
          stops(facts({ kind, model: 'Llama 4', vendor: { principal_place_of_business: 'DE' } })),
          stops(facts({ kind, model: 'Llama 3.2-Vision', client: { principal_place_of_business: 'FR' } })),
        ],
      ]),
    )
    const vendor = ['vendor-in-union']
    expect(table).toEqual({
      'managed-api': [vendor, []],
      saas: [vendor, []],
      'fine-tuning': [vendor, ['customer-in-union']],
      'on-premises-delivery': [vendor, ['customer-in-union']],
      'embedded-product': [vendor, []],
      integrator: [vendor, ['customer-in-union']],
      contractor: [vendor, ['customer-in-union']],
      // A seller exercises no rights, whoever its maker is; so does one that sells the client’s product on, and the client does.
      reseller: [[], []],
      'own-reseller': [[], ['supplier-in-union']],
    })
  })

  test.each([
    ['a text model of the same version', { model: 'Llama 3.2' }],
    ['a version whose policy has no such restriction', { model: 'Llama 3.1' }],
    ['a grant from Meta', { model: 'Llama 4', vendor: { meta_grant: 'granted' } }],
    ['a company outside', { model: 'Llama 4', client: { principal_place_of_business: 'NO' } }],
  ])('nothing stops it with %s', (_, given) => {
    const there = { client: { principal_place_of_business: 'AT' }, kind: 'on-premises-delivery', ...given }
    expect(stops(facts(there))).toEqual([])
  })

  test('whether a public body is a company is open, so that it is a note', () => {
    const body = facts({
      kind: 'on-premises-delivery',
      model: 'Llama 4',
      client: { principal_place_of_business: 'DE', kind: 'public-body' },
    })
    expect(stops(body)).toEqual([])
    expect(notes(body)).toContain('public-body-in-union')
  })

  test.each([
    ['vendor-above-threshold', { vendor: { above_threshold: true } }],
    ['vendor-unlicensed', { vendor: { licensed: 'no' } }],
    ['vendor-claims-infringement', { vendor: { infringement_claim: true } }],
    [
      'customer-above-threshold',
      {
        kind: 'on-premises-delivery',
        reach: {
          monthly_active_users: { A: { users: 900_000_000, months: { '2024-11': 900_000_000 } } },
          acquisitions: [],
          affiliates_complete: true,
        },
      },
    ],
    [
      'client-claims-infringement',
      {
        kind: 'on-premises-delivery',
        models: [{ model: 'Llama 3.3', status: 'in-use' }],
        litigation: { suits: [{ by: 'client', claim: 'models-infringe', filed: '2026-01-05' }] },
      },
    ],
    [
      'outputs-improve-models',
      {
        model: 'Llama 2',
        output_training: {
          done: true,
          models: [{ name: 'Own', kind: 'large-language-model', how: 'training', base: 'other' }],
        },
      },
    ],
    ['guns-and-weapons-does', { sensitive_uses: [{ what: 'weapons', how: 'does' }] }],
  ])('%s', (id, given) => {
    const { reach, ...rest } = given as Given & { reach?: { monthly_active_users: object } }
    const matter = facts({
      ...rest,
      ...(reach && { reach: { monthly_active_users: reach.monthly_active_users } }),
    })
    expect(stops(matter)).toContain(id)
    expect(() => made(matter, { allowBlanks: true })).toThrow(/the facts contradict it: .*Way out: /)
  })

  test('of a clause that is left out nothing is contradicted', () => {
    const off = { negotiation: { positions: { 'authorized-licensee': 'off' } } }
    expect(stops({ ...facts({ vendor: { licensed: 'no' } }), ...off })).toEqual([])
  })

  test('a use that runs on another product says nothing against this addendum', () => {
    const matter = {
      ...facts({}),
      uses: [
        { name: 'here', vendor: parties.vendor.name, models: [{ model: 'Llama 3.3' }] },
        {
          name: 'there',
          models: [{ model: 'Llama 3.3' }],
          sensitive_uses: [{ what: 'weapons', how: 'does' }],
        },
      ],
    }
    expect(() => made(matter, { allowBlanks: true })).not.toThrow()
  })

  test('it says which sections, and the way out; with conflicts allowed it is a note, and never in a final paper', () => {
    const there = facts({ kind: 'saas', model: 'Llama 4', vendor: { principal_place_of_business: 'DE' } })
    expect(() => made(there)).toThrow(
      /Llama 4.*use policy.*text model.*outside the European Union.*Meta’s written grant a condition/s,
    )
    const noted = made(there, { allowConflicts: true })
    expect(draftToMarkdown(noted)).toContain('Contradiction: The vendor has its principal place of business')
    expect(noted.conflicts?.map(({ id }) => id)).toContain('vendor-in-union')
    expect(() => made(there, { allowConflicts: true, final: true })).toThrow(/No final document/)
    const granted = made({ ...there, vendor: { ...there.vendor, meta_grant: 'condition' } })
    expect(draftToMarkdown(granted)).toMatch(/begins that part only when Meta has granted the right/)
  })
})

test('whatever is said, the addendum denies no fact, or is not made', () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const any = fc.record({
    kind: fc.constantFrom(...kinds),
    model: fc.constantFrom('Llama 2', 'Llama 3.1', 'Llama 3.2', 'Llama 3.2-Vision', 'Llama 4'),
    vendorAt: maybe(fc.constantFrom('US', 'DE', 'CH')),
    clientAt: maybe(fc.constantFrom('US', 'IT', 'GB')),
    above: maybe(fc.boolean()),
    licensed: maybe(fc.constantFrom('yes', 'no')),
    claim: maybe(fc.boolean()),
    grant: maybe(fc.constantFrom('granted', 'condition', 'none')),
    weights: maybe(fc.constantFrom(['nobody'], ['customers'])),
  })
  fc.assert(
    fc.property(any, (one) => {
      const given = JSON.parse(
        JSON.stringify(
          facts({
            kind: one.kind,
            model: one.model,
            client: { principal_place_of_business: one.clientAt },
            vendor: {
              principal_place_of_business: one.vendorAt,
              above_threshold: one.above,
              licensed: one.licensed,
              infringement_claim: one.claim,
              meta_grant: one.grant,
            },
            weights_recipients: one.weights,
          }),
        ),
      ) as object
      let words: string
      try {
        words = draftToMarkdown(made(given)).split('Record of the clauses')[0]!.replaceAll(/\s+/g, ' ')
      } catch (error) {
        // What stops it is one of the facts that were given, never one that is not.
        expect(String(error)).toMatch(/the facts contradict it/)
        expect([
          one.vendorAt === 'DE',
          one.clientAt === 'IT',
          one.above,
          one.licensed === 'no',
          one.claim,
        ]).toContain(true)
        return
      }
      const granted = one.grant === 'granted' || one.grant === 'condition'
      if (granted) {
        expect(words).toContain('Reserved Right')
        return
      }
      // Read without the library’s conditions: what the paper says of the parties, beside what was said of them.
      if (one.vendorAt === 'DE')
        expect(words).not.toMatch(/warrants that (?:neither )?it (?:nor|is not)[^.]*European Union/)
      if (one.above) expect(words).not.toMatch(/no more monthly active users|were not above the threshold/)
      if (one.licensed === 'no') expect(words).not.toMatch(/Vendor warrants[^.]*it has accepted/)
      if (one.claim) expect(words).not.toMatch(/Vendor warrants[^.]*is in force/)
      if (one.clientAt === 'IT' && /Vision|4/.test(one.model))
        expect(words).not.toMatch(/The Customer takes the copies of the Llama Materials/)
    }),
    { numRuns: 80 },
  )
})
