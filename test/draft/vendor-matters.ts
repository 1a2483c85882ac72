import { checkFacts, type Matter } from '../../src/matter/index.ts'
import fc from '../setup/fast-check.ts'

/** A matter of facts given in a test. */
export function matterOf(facts: object): Matter {
  const { matter, wrong } = checkFacts({ matter: 'Test', ...facts })
  if (!matter) throw new Error(JSON.stringify(wrong))
  return matter
}

/** Facts that every addendum prints. */
export const parties = {
  client: {
    name: 'Harrow Insurance Company',
    form: 'a New York corporation',
    address: '12 Exchange Court, Albany, New York',
    principal_place_of_business: 'US',
  },
  vendor: {
    name: 'Tidewater Software, Inc.',
    product: 'Tidewater Claims',
    form: 'a Washington corporation',
    address: '4 Pier Road, Tacoma, Washington',
  },
  agreement: { title: 'Master Agreement', date: '2024-03-01' },
}

export const kinds = [
  'managed-api',
  'saas',
  'fine-tuning',
  'on-premises-delivery',
  'embedded-product',
  'integrator',
  'contractor',
  'reseller',
  'own-reseller',
] as const

/** Who makes what a reseller sells. */
export function makerFor(kind: string): object {
  return kind === 'reseller' ? { maker: 'Brightwater Labs, Inc.' } : {}
}

export const models = [
  'Llama 2',
  'Llama 3',
  'Llama 3.1',
  'Llama 3.2',
  'Llama 3.2-Vision',
  'Llama 3.3',
  'Llama 4',
]

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const yesNo = fc.constantFrom<boolean | 'unknown'>(true, false, 'unknown')

/** Any facts that an addendum hangs on, with any level for each of the flow-downs. */
export function anyFacts(flowDowns: string[]): fc.Arbitrary<Record<string, unknown>> {
  const level = fc.constantFrom('preferred', 'fallback', 'walk-away', 'off')
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      models: fc.uniqueArray(fc.constantFrom(...models), { minLength: 1, maxLength: 3 }),
      sees: maybe(yesNo),
      location: maybe(fc.constant('the United States')),
      subcontractors: maybe(fc.constantFrom([], ['Northwind Cloud, Inc.'])),
      fineTuned: maybe(yesNo),
      weights: maybe(fc.constantFrom(['nobody'], ['customers'], ['affiliates', 'public'])),
      personal: maybe(yesNo),
      domains: maybe(fc.constantFrom([], ['insurance'], ['health', 'public-services'])),
      country: maybe(fc.constantFrom('US', 'DE')),
      law: maybe(fc.constant('the State of New York')),
      appetite: maybe(fc.constantFrom('low', 'medium', 'high')),
      levels: fc.dictionary(fc.constantFrom(...flowDowns), level, { maxKeys: flowDowns.length }),
    })
    .map((any) =>
      known({
        role: any.kind === 'own-reseller' ? 'vendor' : 'customer',
        client: { ...parties.client, principal_place_of_business: any.country },
        vendor: {
          ...parties.vendor,
          ...makerFor(any.kind),
          kind: any.kind,
          models: any.models,
          sees_prompts: any.sees,
          data_location: any.location,
          subcontractors: any.subcontractors,
        },
        agreement: parties.agreement,
        fine_tuning: { done: any.fineTuned },
        weights_recipients: any.weights,
        personal_data: any.personal,
        domains: any.domains,
        document: { governing_law: any.law },
        negotiation: { appetite: any.appetite, positions: any.levels },
      }),
    )
}

/** Without the facts that are not given. */
function known(facts: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(facts)) as Record<string, unknown>
}
