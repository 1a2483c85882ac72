import { expect, test } from 'vitest'
import { coherenceLine } from '../../src/coherence/index.ts'
import { documentOf, draft, draftInputs, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { matterOf } from '../draft/vendor-matters.ts'
import fc from '../setup/fast-check.ts'

const library = await loadLibrary()
const templates = await loadTemplates()
const store = openTexts(library.licenses)
const folder = process.env.CLAUSEBOOK_TEXTS
if (!folder)
  console.info('CLAUSEBOOK_TEXTS is not set: letters of random matters are not read with their licenses')

const positions = [...library.positions.values()]
  .filter(({ counterparty }) => counterparty === 'meta')
  .map(({ id }) => id)
const models = ['Llama 2', 'Llama 3', 'Llama 3.1', 'Llama 3.2', 'Llama 3.2-Vision', 'Llama 3.3', 'Llama 4']
const months = ['2023-06', '2024-03', '2024-06', '2024-08', '2024-11', '2025-03']
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const matters = fc
  .record({
    country: fc.constantFrom('US', 'DE', 'GB', 'JP'),
    affiliates: fc.array(
      fc.record({
        name: fc.constantFrom('Birch Ltd.', 'Cedar Works GmbH', 'Elm SAS'),
        country: fc.constantFrom('IE', 'DE', 'US'),
        uses_models: fc.constantFrom<boolean | 'unknown'>(true, false, 'unknown'),
      }),
      { maxLength: 2 },
    ),
    models: fc.uniqueArray(fc.constantFrom(...models), { minLength: 1, maxLength: 3 }),
    exposure: maybe(fc.constantFrom('internal', 'product')),
    recipients: maybe(fc.constantFrom(['nobody'], ['affiliates', 'contractors'], ['customers'])),
    tuned: maybe(fc.boolean()),
    domains: maybe(fc.constantFrom([], ['health'], ['public-services'])),
    users: maybe(fc.constantFrom(2_000_000, 650_000_000, 800_000_000)),
    appetite: maybe(fc.constantFrom('low', 'medium', 'high')),
    breadth: maybe(fc.constantFrom('short', 'full')),
    disclose: maybe(fc.constantFrom([], ['user-counts', 'affiliates'])),
    notices: maybe(fc.constant('Legal, 1 Harbor Way')),
    levels: fc.dictionary(
      fc.constantFrom(...positions),
      fc.constantFrom('preferred', 'fallback', 'walk-away', 'off'),
      { maxKeys: 8 },
    ),
    topics: maybe(fc.uniqueArray(fc.constantFrom(...library.topics.keys()), { minLength: 1, maxLength: 12 })),
    others: fc.uniqueArray(fc.constantFrom('Lin Oak', 'Max Fir'), { maxLength: 2 }),
    law: maybe(fc.constantFrom('the State of California', 'Germany')),
  })
  .map((any) =>
    matterOf(
      JSON.parse(
        JSON.stringify({
          role: 'customer',
          client: {
            name: 'Alder Corporation',
            short_name: 'Alder',
            form: 'a company',
            address: '1 Quay, Harborton',
            principal_place_of_business: any.country,
            signatory: { name: 'Ada Moor', title: 'Director' },
            co_signatories: any.others.map((name) => ({ name, title: 'Director' })),
            affiliates: any.affiliates,
          },
          models: any.models.map((model) => ({ model, status: 'in-use' })),
          exposure: any.exposure,
          weights_recipients: any.recipients,
          fine_tuning: { done: any.tuned },
          domains: any.domains,
          ...(any.users === undefined
            ? {}
            : {
                reach: {
                  monthly_active_users: {
                    App: {
                      uses_llama: true,
                      months: Object.fromEntries(months.map((month) => [month, any.users])),
                    },
                  },
                },
              }),
          ...(any.law && { document: { governing_law: any.law } }),
          negotiation: {
            negotiable: any.topics,
            appetite: any.appetite,
            breadth: any.breadth,
            disclose: any.disclose,
            notices_to: any.notices,
            positions: any.levels,
          },
        }),
      ) as object,
    ),
  )

test.runIf(folder)(
  'no letter leaves with anything that does not fit together, whatever the matter',
  async () => {
    const kind = documentOf('side-letter')
    await fc.assert(
      fc.asyncProperty(matters, async (matter) => {
        // Two positions that exclude each other are refused by name, before there is a letter.
        const inputs = await draftInputs(kind, matter, library, store).catch((error: Error) => error)
        if (inputs instanceof Error) {
          expect(inputs.message).toMatch(/exclude each other/)
          return
        }
        const options = { allowBlanks: true }
        // What the matter itself leaves out, or has at a level that does not do, is told of for that.
        const insists = (inputs.redline ?? []).some(({ notes = [] }) =>
          notes.some(({ kind }) => kind === 'missing'),
        )
        const letter = draft('side-letter', { library, templates, matter, ...inputs, options })
        const told = (letter.coherence ?? []).filter(
          // The letter's own law is the matter's word, whatever the license has.
          ({ rule, paper }) => !(rule === 'law-and-courts' && paper === 'side-letter' && matter.document),
        )
        if (!insists) expect(told.map(coherenceLine)).toEqual([])
        expect(letter.messages).toEqual([])
      }),
      { numRuns: 10 },
    )
  },
)
