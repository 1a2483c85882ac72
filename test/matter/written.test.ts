import { describe, expect, test } from 'vitest'
import { askedOfVendors } from '../../src/draft/index.ts'
import { fieldOf, readMatter } from '../../src/matter/index.ts'
import {
  answerOf,
  answersIn,
  answersInYaml,
  factsFromAnswers,
  nearestFact,
} from '../../src/matter/written.ts'

const answer = (path: string, words: string) => answerOf(fieldOf(path)!, words)

describe('an answer as people write it', () => {
  test.each([
    ['vendor.sees_prompts', 'Yes.', 'yes'],
    ['vendor.sees_prompts', 'yes, since May', 'yes'],
    ['vendor.sees_prompts', 'No', 'no'],
    ['vendor.sees_prompts', 'None of us', 'None of us'],
    ['vendor.sees_prompts', 'do not know', 'unknown'],
    ['vendor.kind', 'SaaS', 'saas'],
    ['vendor.kind', 'on premises delivery', 'on-premises-delivery'],
    ['vendor.kind', 'banana', 'banana'],
    ['vendor.licensed', 'TRUE', 'yes'],
    ['vendor.moderation', 'partially', 'partly'],
    ['vendor.models', 'Llama 3.3; Llama 2', ['Llama 3.3', 'Llama 2']],
    ['vendor.models', '- Llama 3.3\n- Llama 2', ['Llama 3.3', 'Llama 2']],
    ['vendor.subcontractors', 'none', []],
    ['vendor.subcontractors', 'Northwind Cloud, Inc.', ['Northwind Cloud, Inc.']],
    ['vendor.retention_days', '30 days', 30],
    ['reach.planned_users', '1,200,000', 1_200_000],
    ['vendor.principal_place_of_business', 'Germany', 'DE'],
    ['vendor.principal_place_of_business', 'the United States', 'US'],
    ['vendor.principal_place_of_business', 'United Kingdom', 'GB'],
    ['agreement.date', 'March 1, 2024', '2024-03-01'],
    ['agreement.date', '1 March 2024', '2024-03-01'],
    ['agreement.date', '03/04/2024', '03/04/2024'],
    ['vendor.name', '  ', undefined],
  ])('%s: %s', (path, words, value) => {
    expect(answer(path, words)).toEqual(value)
  })
})

test('the nearest fact of a mistyped or spoken name', () => {
  expect(
    ['vendor.nmae', 'Vendor name', 'sees_prompts', 'agreement.titel', 'zzzzzzzz'].map(nearestFact),
  ).toEqual(['vendor.name', 'vendor.name', 'vendor.sees_prompts', 'agreement.title', undefined])
})

describe('a questionnaire', () => {
  const source =
    '# Keep this remark\nmatter: Harrow\nvendor:\n  name: Tidewater # as in the register\n  licensed: unknown\n'

  test('is read by its ids, wherever the rows have gone', () => {
    const markdown =
      '| Id | Q | A |\n| --- | --- | --- |\n| **vendor.kind** | What? | saas |\n| note | x | y |\n\nvendor.licensed: yes\n'
    expect(answersIn(markdown)).toEqual([
      { fact: 'vendor.kind', words: 'saas' },
      { fact: 'vendor.licensed', words: 'yes' },
    ])
    expect(answersInYaml('vendor:\n  models: [Llama 2, Llama 3]\nvendor.kind: saas\n', 'a.yaml')).toEqual([
      { fact: 'vendor.models', words: 'Llama 2\nLlama 3' },
      { fact: 'vendor.kind', words: 'saas' },
    ])
  })

  test('goes into the matter beside what is there, remarks included', () => {
    const { yaml, taken, wrong } = factsFromAnswers(
      [
        { fact: 'vendor.licensed', words: 'Yes' },
        { fact: 'vendor.models', words: 'Llama 3.3' },
        { fact: 'vendor.name', words: 'unknown' },
      ],
      source,
      'harrow.yaml',
      askedOfVendors(),
    )
    expect(wrong).toEqual([])
    expect(taken).toEqual(['vendor.licensed', 'vendor.models', 'vendor.name'])
    expect(yaml).toContain('# Keep this remark')
    expect(yaml).toContain('name: Tidewater # as in the register')
    expect(readMatter(yaml, 'harrow.yaml').vendor).toEqual({
      name: 'Tidewater',
      licensed: 'yes',
      models: ['Llama 3.3'],
    })
  })

  test('sets no fact but its own, and tells each answer that is none', () => {
    const { yaml, taken, wrong } = factsFromAnswers(
      [
        { fact: 'client.name', words: 'Tidewater' },
        { fact: 'negotiation.positions', words: 'off' },
        { fact: 'vendor.kind', words: 'banana' },
        { fact: 'vendor.sees_prompts', words: 'yes' },
        { fact: 'vendor.sees_prompts', words: 'no' },
      ],
      source,
      'harrow.yaml',
      askedOfVendors(),
    )
    expect(taken).toEqual(['vendor.sees_prompts'])
    expect(wrong.map(({ fact }) => fact)).toEqual([
      'client.name',
      'negotiation.positions',
      'vendor.kind',
      'vendor.sees_prompts',
    ])
    expect(yaml).not.toContain('banana')
  })
})
