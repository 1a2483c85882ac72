import { beforeAll, describe, expect, test } from 'vitest'
import { tellerOf } from '../../../src/compare/knowledge/classifier.ts'
import { learned } from '../../../src/compare/knowledge/learned.ts'
import { confidenceOf } from '../../../src/compare/knowledge/reliability.ts'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import {
  bandsOf,
  type Judged,
  judge,
  judgedLicenses,
  judgedMissing,
  learnedFrom,
  type ToldOfLicense,
  toldOf,
} from './judged.ts'

if (judgedMissing) console.info(judgedMissing)

let library: Library
beforeAll(async () => {
  library = await loadLibrary()
})

describe.skipIf(judgedMissing)('clauses of licenses of other houses, judged by reading', () => {
  let five: Judged[]
  let others: Judged[]
  beforeAll(() => {
    five = judge(library, judgedLicenses('model-licenses'))
    others = judge(library, judgedLicenses('license-corpus'))
  })

  const count = (rows: ToldOfLicense[], document: string) => {
    const own = rows.filter((row) => row.document === document)
    const told = own.flatMap((row) => row.told)
    const add = (of: (row: ToldOfLicense) => number) => own.reduce((sum, row) => sum + of(row), 0)
    return {
      precision: told.filter(({ right }) => right).length / told.length,
      recall: add(({ found }) => found) / add(({ wanted }) => wanted),
    }
  }

  test('every judged clause is found, and every topic is one of ours', () => {
    for (const { license } of [...five, ...others]) {
      expect(license.lost, license.name).toEqual([])
      for (const { topics, also } of license.clauses)
        for (const topic of [...topics, ...also]) expect(library.topics.has(topic), topic).toBe(true)
    }
  })

  test('what is told is right, and most of what a reader finds is told', () => {
    for (const rows of [toldOf(five), toldOf(others, learned)]) {
      const { precision, recall } = count(rows, 'agreement')
      expect(precision).toBeGreaterThanOrEqual(0.9)
      expect(recall).toBeGreaterThanOrEqual(0.67)
    }
    const { precision, recall } = count(toldOf(five), 'use-policy')
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.67)
  })

  test('a confidence is no higher than the share that is right', () => {
    for (const told of [toldOf(five), toldOf(others, learned)].map((rows) => rows.flatMap((row) => row.told)))
      for (const { from, told: answers, right } of bandsOf(told))
        if (answers >= 20) expect(right / answers, `from ${from}`).toBeGreaterThanOrEqual(from)
  })

  test('what was learned is what the tables give, but for a clause or two: else npm run classifier', () => {
    const now = learnedFrom(five)
    for (const evidence of Object.keys(now) as (keyof typeof now)[]) {
      const [then, here] = [confidenceOf(evidence, learned), confidenceOf(evidence, now)]
      expect(Math.abs(then - here), evidence).toBeLessThan(0.03)
    }
  })
})

describe('what is told of a clause', () => {
  const topics = (text: string, heading = '') =>
    tellerOf(library)({ heading, text }).map(({ topic }) => topic)

  test('is every topic that it answers', () => {
    const text =
      'The laws of Norway govern this deed. Its courts have exclusive jurisdiction. If a clause is void, the others remain.'
    expect(topics(text).sort()).toEqual(['courts', 'governing-law', 'severability'])
  })

  test('is nothing where only the heading or single words speak', () => {
    expect(topics('Termination', 'Termination')).toEqual([])
    expect(topics('END OF TERMS AND CONDITIONS')).toEqual([])
    expect(topics('Termination. See the annex for what is meant by a term.', 'Termination')).toEqual([])
    expect(topics('The warranty department is open on weekdays from nine to five.')).toEqual([])
  })

  test('is a rule of a use policy only where something is forbidden', () => {
    expect(topics('to harass, bully or stalk anybody;')).toEqual(['harassment'])
    const preamble =
      'We began this project since models had caused harm in many places where nobody had thought of it, from racial discrimination in hiring to the leak of letters, and since we believe that research is better when it is open to all who take part in it.'
    expect(topics(preamble)).toEqual([])
  })

  test.each([
    ['support-and-updates', 'We are not obliged to maintain the network, or to publish fixes.'],
    ['support-and-updates', 'The Foundry may update the weights at any time.'],
    ['output-ownership', 'We claim no ownership of the outputs that you generate.'],
    ['output-ownership', 'As between us and you, outputs are owned by you.'],
    ['feedback', 'If you send us suggestions, we may use them freely and owe you nothing.'],
    ['remedies', 'The remedies in this deed are cumulative.'],
    ['remedies', 'Damages alone may not suffice, and the Foundry may seek an injunction for a breach.'],
    ['notices', 'Every notice shall be in writing and sent to the address on the first page.'],
  ])('says %s of a clause on it', (topic, text) => {
    expect(topics(text)).toContain(topic)
  })

  test.each([
    ['feedback', 'Sections 4 (Feedback) and 9 (License) will survive the end of this deed.'],
    [
      'output-ownership',
      'If you sue us alleging that any output infringes rights owned by you, your license ends.',
    ],
    ['notices', 'You must retain all copyright notices in every copy.'],
    ['support-and-updates', 'We may update these terms where the law of our services changes.'],
    ['allowing-others', 'These terms do not allow you to sublicense the model to anyone else.'],
    ['warranty', '“Trial setting” means any setting that expressly excludes live conditions.'],
  ])('does not say %s where only its words stand', (topic, text) => {
    expect(topics(text)).not.toContain(topic)
  })

  test('tells an entry of a list of forbidden uses by its form, a short sentence of its own is none', () => {
    expect(topics('Weapons. Any activity that relates to the sale of firearms to the public.')).toEqual([
      'guns-and-weapons',
    ])
    expect(topics('Don’t use our service to build ransomware.')).toEqual(['malicious-code'])
    expect(topics('Neither party will be liable for delays that terrorism or riots cause.')).not.toContain(
      'violence-and-terrorism',
    )
  })
})
