import { describe, expect, test } from 'vitest'
import { policyGroups, policyRule } from '../../src/draft/document/use-policy-rules.ts'
import { draftToMarkdown } from '../../src/draft/index.ts'
import { fieldOf, readMatter } from '../../src/matter/index.ts'
import { toKeep } from './making.ts'
import { drafted, example, examples, forms, library, under } from './staff-documents.ts'

const ids = [...library.licenses.keys()]

function rulesUnder(licenses: string[], facts: object = {}) {
  const known = licenses.map((id) => library.licenses.get(id)!)
  return policyGroups(known, { matter: under(licenses, facts), library }).flatMap(({ rules }) => rules)
}

describe('the rules', () => {
  for (const license of ids) {
    test(`of ${license}: whatever its policy bars or demands is told, and nothing else`, () => {
      const binding = [...library.terms.values()].filter(
        (term) =>
          term.license === license &&
          term.document === 'use-policy' &&
          !term.absent &&
          ['prohibition', 'duty'].includes(term.modality),
      )
      const words = draftToMarkdown(drafted('use-policy', under([license]))).replaceAll('\\', '')
      for (const { topic } of binding) expect(words).toContain(library.topics.get(topic)!.staff!.rule)
      const told = rulesUnder([license]).map(({ topic }) => topic)
      for (const topic of told) expect(library.terms.get(`${license}/${topic}`)?.absent).toBe(false)
      expect(new Set(told).size).toBe(told.length)
    })
  }

  test('count from one, without a gap', () => {
    const rules = rulesUnder(ids)
    expect(rules.map(({ number }) => number)).toEqual(rules.map((_, at) => at + 1))
  })

  test('a rule that some versions alone have names them', () => {
    const only = (licenses: string[]) =>
      Object.fromEntries(rulesUnder(licenses).map(({ topic, only }) => [topic, only]))
    const mixed = only(['llama-3.1', 'llama-3.2', 'llama-4'])
    expect(mixed['safety-circumvention']).toBe('Llama 3.2 and 4 only:')
    expect(mixed['harmful-third-party-tools']).toBe('Llama 3.2 and 4 only:')
    expect(mixed.spam).toBe('')
    expect(only(['llama-4'])['safety-circumvention']).toBe('')
    expect(only(['llama-2'])).not.toHaveProperty('safety-circumvention')
  })

  test('the weapons acts are named where the policy names them', () => {
    const also = (license: string) => {
      const topic = library.topics.get('military-and-controlled-uses')!
      return policyRule(topic, [library.licenses.get(license)!], { matter: under([license]), library })?.also
    }
    for (const license of ['llama-2', 'llama-3', 'llama-3.1']) expect(also(license)).toEqual([])
    for (const license of ['llama-3.2', 'llama-3.3', 'llama-4'])
      expect(also(license)).toEqual([expect.stringMatching(/biological and chemical/)])
  })

  test('what the matter names marks the rules that it comes close to', () => {
    const near = rulesUnder(['llama-3.1'], { near_policy_uses: ['reviews'], domains: ['credit'] })
    expect(near.filter((rule) => rule.near).map(({ topic }) => topic)).toEqual([
      'discrimination',
      'false-engagement',
    ])
  })

  test('every value that brings a rule close is one that a matter can have', () => {
    const options = ['near_policy_uses', 'domains'].flatMap((path) => fieldOf(path)?.options ?? [])
    const topics = [...library.topics.values()]
    const near = topics.flatMap(({ staff }) => staff?.near ?? [])
    const fields = topics.flatMap(({ staff }) => (staff?.inFields ?? []).flatMap((one) => one.fields))
    expect(fields.filter((one) => !options.includes(one))).toEqual([])
    expect(near.filter((one) => !options.includes(one))).toEqual([])
    expect(options.filter((one) => !near.includes(one))).toEqual([])
  })
})

describe('outputs', () => {
  test.each([
    ['llama-2', /Do not train other models with Llama 2/, /Ask before outputs/],
    ['llama-3', /Do not train other models with Meta Llama 3/, /Ask before outputs/],
    ['llama-3.1', /Ask before outputs of Llama 3\.1 train a model/, /Do not train other models/],
  ])('of %s may or may not train other models', (license, says, not) => {
    const words = draftToMarkdown(drafted('use-policy', under([license])))
    expect(words).toMatch(says)
    expect(words).not.toMatch(not)
  })

  test('a license for research alone is said to be one', () => {
    expect(draftToMarkdown(drafted('use-policy', under(['llama-1'])))).toMatch(/is for research alone/)
    expect(draftToMarkdown(drafted('use-policy', under(['llama-2'])))).not.toMatch(/research alone/)
  })
})

test('no source is named for what the document does not say', () => {
  expect(draftToMarkdown(drafted('use-policy', under(['llama-4'])))).not.toMatch(/Commercial and production/)
})

test('whom to ask is a fact, and a blank where it is missing', () => {
  expect(drafted('use-policy', example('acme'), {}).blanks).toEqual([])
  expect(drafted('use-policy', example('internal-pilot')).blanks).toContain('contact for the models')
})

test('the policy of the example reads as it should', async () => {
  const words = toKeep(drafted('use-policy', example('acme')))
  await expect(words).toMatchFileSnapshot('golden/use-policy.md')
})

for (const name of examples) {
  test(`${name}: checks clean, and is the same each time`, () => {
    const made = drafted('use-policy', example(name))
    expect(made.messages).toEqual([])
    expect(forms(made)).toEqual(forms(drafted('use-policy', example(name))))
  })
}

describe('the examples', () => {
  const words = (name: string) => draftToMarkdown(drafted('use-policy', example(name)))

  test('are of the field of the client', () => {
    expect(words('hospital-two-uses')).toMatch(/A physician has notes summarized/)
    expect(words('car-maker')).toMatch(/You connect a model to steering, brakes or a signal box/)
    expect(words('internal-pilot')).not.toMatch(/physician|steering/)
  })

  test('license no breach: nobody is told that a colleague may allow what a rule bars', () => {
    for (const { staff } of library.topics.values()) {
      if (!staff) continue
      const all = [staff.rule, staff.notAllowed, ...staff.inFields.map((one) => one.notAllowed)]
      for (const one of all) expect(one).not.toMatch(/unless (?:Legal|someone|your|our)|cleared|approv/i)
    }
    expect(words('acme')).toMatch(/no approval lifts a rule/)
  })

  test('a model in which a use has no right is not to be used', () => {
    expect(words('car-maker')).toMatch(/Do not use: no right in it \(Llama 3\.2/)
  })
})

test('a rule of one license or near one use says which use it is for, where uses differ', () => {
  const matter = example('hospital-two-uses')
  const words = draftToMarkdown(drafted('use-policy', matter))
  expect(words).toMatch(/\*Llama 3\.3 only \(chatbot\):\*/)
  expect(words).not.toMatch(/only \(notes and chatbot\)/)
  const apart = readMatter(
    JSON.stringify({
      ...matter,
      uses: matter.uses!.map((use) => ({ ...use, domains: use.name === 'notes' ? ['health'] : [] })),
    }),
    'apart.yaml',
  )
  expect(draftToMarkdown(drafted('use-policy', apart))).toMatch(/In health \(notes\), a qualified person/)
})
