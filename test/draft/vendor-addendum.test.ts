import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import {
  chooseFlowDowns,
  type DraftDocument,
  type DraftOptions,
  draft,
  draftToMarkdown,
} from '../../src/draft/index.ts'
import fc from '../setup/fast-check.ts'
import { library, templates } from './loaded.ts'
import { toKeep } from './making.ts'
import { anyFacts, kinds, makerFor, matterOf, models, parties } from './vendor-matters.ts'

function make(facts: object, options: DraftOptions = {}): DraftDocument {
  return draft('vendor-addendum', { templates, library, matter: matterOf(facts), options })
}

/** A vendor of a kind, with models. */
function vendor(kind: string, names: string[], more: object = {}): object {
  return { ...parties, vendor: { ...parties.vendor, ...makerFor(kind), kind, models: names, ...more } }
}

function included(facts: object): string[] {
  return chooseFlowDowns(matterOf(facts), library)
    .filter((one) => one.in)
    .map(({ flowDown }) => flowDown.id)
}

/** Every number that is printed before a clause, by name, and every reference. */
function structureOf({ tree }: DraftDocument) {
  const clauses = new Map<string, { number: string; depth: number }>()
  const references: { target: string; number: string }[] = []
  visit(tree, (node) => {
    if (node.type === 'clauseBlock' && node.id !== '')
      clauses.set(node.id, { number: node.number, depth: node.depth })
    if (node.type === 'schedule') clauses.set(node.id, { number: node.number, depth: 0 })
    if (node.type === 'clauseReference') references.push({ target: node.target, number: node.number })
  })
  return { clauses, references }
}

describe('each variant reads as it should', () => {
  const variants: Record<string, object> = {
    'managed-api': vendor('managed-api', ['Llama 3.1', 'Llama 3.2-Vision'], { sees_prompts: true }),
    saas: vendor('saas', ['Llama 3.3'], { sees_prompts: true, data_location: 'the United States' }),
    'fine-tuning': vendor('fine-tuning', ['Llama 3'], { sees_prompts: true }),
    'on-premises-delivery': vendor('on-premises-delivery', ['Llama 2', 'Llama 3.1'], { sees_prompts: false }),
    'embedded-product': vendor('embedded-product', ['Llama 3.2'], { sees_prompts: false }),
    integrator: { ...vendor('integrator', ['Llama 4'], { sees_prompts: true }), fine_tuning: { done: true } },
    contractor: vendor('contractor', ['Llama 3.1'], { sees_prompts: true }),
    reseller: vendor('reseller', ['Llama 3.3', 'Llama 4'], { sees_prompts: true }),
    'own-reseller': {
      ...vendor('own-reseller', ['Llama 4']),
      role: 'vendor',
      weights_recipients: ['customers'],
      domains: ['health'],
    },
  }
  for (const kind of kinds) {
    test(kind, async () => {
      const made = make({ personal_data: true, domains: [], ...variants[kind] })
      expect(made.messages).toEqual([])
      expect(made.blanks).toEqual([])
      await expect(toKeep(made)).toMatchFileSnapshot(`golden/vendor-addendum-${kind}.md`)
    })
  }
})

describe('what the facts choose', () => {
  test('the ban on improving other models is passed down for Llama 2 and 3 alone', () => {
    for (const name of models) {
      expect(included(vendor('saas', [name])).includes('output-training')).toBe(
        ['Llama 2', 'Llama 3'].includes(name),
      )
    }
  })

  test('the display is asked from Llama 3 on', () => {
    for (const name of models)
      expect(included(vendor('saas', [name])).includes('display-and-naming')).toBe(name !== 'Llama 2')
  })

  test('the European Union clause is there for multimodal models alone', () => {
    for (const name of models) {
      const multimodal = ['Llama 3.2-Vision', 'Llama 4'].includes(name)
      expect(included(vendor('saas', [name])).includes('eu-multimodal')).toBe(multimodal)
    }
  })

  test('with several licenses a clause speaks of those that it is in for', () => {
    const text = draftToMarkdown(make({ ...vendor('saas', ['Llama 2', 'Llama 3.1']), personal_data: false }))
    expect(text).toContain('applies to Models under the Llama 2 Community License Agreement, and')
    expect(text).toContain('“Built with Llama” for Models under the Llama 3.1 Community License Agreement')
  })

  test('a clause that hangs on an unknown fact is in, and the record asks the question', () => {
    const facts = vendor('saas', ['Llama 3.3'], { sees_prompts: 'unknown' })
    const chosen = chooseFlowDowns(matterOf(facts), library).find(
      ({ flowDown }) => flowDown.id === 'confidentiality',
    )
    expect(chosen).toMatchObject({
      in: true,
      why: expect.stringContaining('Can the vendor see prompts and outputs?'),
    })
  })

  test('the record says of every clause why it is in or out, and no level; a final addendum has no record', () => {
    const facts = { ...vendor('saas', ['Llama 3.3']), negotiation: { positions: { insurance: 'off' } } }
    const text = draftToMarkdown(make(facts))
    const record = text.slice(text.indexOf('Record of the clauses'))
    for (const { title } of library.flowDowns.values()) expect(record).toContain(`| ${title}`)
    expect(record).toContain('Left out by decision in the matter.')
    expect(text).not.toMatch(/fallback|walk-away/i)
    expect(draftToMarkdown(make(facts, { final: true }))).not.toContain('Record of the clauses')
  })

  test('a definition that no clause uses is left out', () => {
    const text = draftToMarkdown(make({ ...vendor('saas', ['Llama 3.3']), fine_tuning: { done: false } }))
    expect(text).not.toContain('Fine-Tuned Model')
    expect(draftToMarkdown(make(vendor('fine-tuning', ['Llama 3.3'])))).toContain(
      '“**Fine-Tuned Model**” means',
    )
  })

  test('what an addendum cannot be made of is told', () => {
    expect(() => make(parties)).toThrow(/vendor\.models/)
    expect(() => make({ ...parties, vendor: { ...parties.vendor, models: ['Llama 3.3'] } })).toThrow(
      /vendor\.kind/,
    )
    expect(() => make(vendor('saas', ['Lama 3.3']))).toThrow(/did you mean Llama 3\.3\?/)
    expect(() => make(vendor('saas', ['LLaMA']))).toThrow(/may not be used in a product/)
    expect(() => make({ ...vendor('saas', ['Llama 4']), role: 'vendor' })).toThrow(/kind: own-reseller/)
    for (const role of ['customer', 'unknown'])
      expect(() => make({ ...vendor('own-reseller', ['Llama 4']), role })).toThrow(/role: vendor/)
  })
})

test('whatever is known and chosen, definitions, references and numbers are right', () => {
  fc.assert(
    fc.property(anyFacts([...library.flowDowns.keys()]), (facts) => {
      // What the facts say against it is the business of another test.
      const made = make(facts, { allowConflicts: true })
      expect(made.messages).toEqual([])
      expect(made.blanks).toEqual([])
      const { clauses, references } = structureOf(made)
      for (const { target, number } of references) {
        // The clause's own number is the end of the number that refers to it.
        expect(number.endsWith(clauses.get(target)!.number.replace(/\.$/, ''))).toBe(true)
      }
      const tops = made.tree.children.flatMap((node) => (node.type === 'clauseBlock' ? [node.number] : []))
      expect(tops).toEqual(tops.map((_, at) => `${at + 1}.`))
      expect(textOf(made.tree)).not.toMatch(/undefined|\[object|\{\{|\}\}|:::/)
    }),
    { numRuns: 60 },
  )
})
