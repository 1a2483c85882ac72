import { beforeAll, describe, expect, test } from 'vitest'
import { draft, draftToMarkdown, loadTemplates, type Templates } from '../../src/draft/index.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { kinds, makerFor, matterOf, parties } from './vendor-matters.ts'

let library: Library
let templates: Templates
beforeAll(async () => {
  ;[library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
})

/** The words of an addendum, without the record of its clauses. */
function words(kind: string, names: string[], { vendor = {}, ...more }: Record<string, object> = {}): string {
  const role = kind === 'own-reseller' ? 'vendor' : 'customer'
  const facts = {
    ...parties,
    role,
    ...more,
    vendor: { ...parties.vendor, ...makerFor(kind), kind, models: names, ...vendor },
  }
  const text = draftToMarkdown(
    draft('vendor-addendum', { templates, library, matter: matterOf(facts), options: {} }),
  )
  return text.slice(0, text.indexOf('Record of the clauses'))
}

const fineTuned = { fine_tuning: { done: true } }
const modest = { negotiation: { appetite: 'high' } }

describe('what a vendor’s counsel would not sign', () => {
  test('nobody is bound to the uses that the policy rules out', () => {
    for (const more of [{}, modest]) {
      const text = words('own-reseller', ['Llama 4'], more)
      expect(text).toMatch(/(the customer|them) from the uses that Schedule\s3 rules out/)
      expect(text).not.toMatch(/bind (the customer|them) to the uses/)
    }
  })

  test('a reseller that exercises no rights under the license cannot lose the contract for having none', () => {
    for (const more of [{}, modest]) {
      const text = words('own-reseller', ['Llama 4'], { ...more, weights_recipients: ['nobody'] })
      expect(text).toContain('a party has lost rights under the License that it needs for the Service')
      expect(text).toMatch(/\| Acceptance of the License +\| Supplier/)
      expect(text).not.toContain('copies that run at')
    }
  })

  test('where a fine-tuned model is delivered, copies do change hands', () => {
    for (const kind of ['managed-api', 'saas', 'fine-tuning']) {
      const text = words(kind, ['Llama 3.1'], fineTuned)
      expect(text).toContain('delivers each Fine-Tuned Model')
      expect(text).toContain('The Customer takes the copies of the Llama Materials')
      expect(text).not.toContain('no copy of the Llama Materials')
      expect(text).toContain('a text file named “Notice”')
    }
    expect(words('saas', ['Llama 3.1'], { fine_tuning: { done: false } })).toContain(
      'no copy of the Llama Materials',
    )
  })

  test('nor does a fine-tuned multimodal model reach a customer in the European Union', () => {
    for (const more of [fineTuned, { ...fineTuned, ...modest }])
      expect(words('fine-tuning', ['Llama 4'], more)).toMatch(
        /hands no Weights of such a Model, or of a Fine-Tuned Model built on it, to an entity/,
      )
  })

  test('an integrator runs nothing that the customer runs, and watches what it gives notice of', () => {
    for (const more of [{}, modest]) {
      const text = words('integrator', ['Llama 3.3'], more)
      expect(text).toContain('The Vendor builds into its deliverables')
      expect(text).not.toMatch(/The Vendor runs (measures|filters)/)
      expect(text).toMatch(/\| Watch over changes of License and Use Policy +\| Vendor/)
      expect(text).not.toContain('or Output infringes')
    }
    expect(words('contractor', ['Llama 3.3'])).toMatch(
      /\| Watch over changes of License and Use Policy +\| Customer/,
    )
  })

  test('the indemnity against misuse of Customer Data is not carved out again', () => {
    for (const kind of kinds.filter((one) => one !== 'own-reseller'))
      expect(words(kind, ['Llama 3.3'])).not.toContain('arises from Customer Data,')
  })
})

test('lists read as sentences whichever clauses are in', () => {
  const blind = words('managed-api', ['Llama 3', 'Llama 3.1', 'Llama 3.3'], {
    ...modest,
    vendor: { sees_prompts: false },
  })
  expect(blind).toMatch(/Liability under Section\s\d+ is limited/)
  const seeing = words('managed-api', ['Llama 3.3'], { ...modest, vendor: { sees_prompts: true } })
  expect(seeing).toMatch(/Liability under Section\s\d+ and Section\s\d+ is limited/)
  expect(blind).not.toMatch(/(“Built with[^”]*”), \1/)
})
