import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dutyVerdicts } from '../../src/draft/document/duty-verdicts.ts'
import { draftToMarkdown } from '../../src/draft/index.ts'
import { Problem } from '../../src/problem.ts'
import { toKeep } from './making.ts'
import { boxes, drafted, example, examples, forms, library, under } from './staff-documents.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: the notices are not looked up in the official texts')

const shown: Record<string, { notice: string; display: string[]; prefix: string[] }> = {
  'llama-1': {
    notice: 'LLaMA is licensed under the LLaMA License, Copyright (c)',
    display: [],
    prefix: [],
  },
  'llama-2': {
    notice: 'Llama 2 is licensed under the LLAMA 2 Community License, Copyright (c)',
    display: [],
    prefix: [],
  },
  'llama-3': {
    notice: 'Meta Llama 3 is licensed under the Meta Llama 3 Community License, Copyright ©',
    display: ['Built with Meta Llama 3'],
    prefix: ['Llama 3'],
  },
  ...Object.fromEntries(
    ['3.1', '3.2', '3.3', '4'].map((version) => [
      `llama-${version}`,
      {
        notice: `Llama ${version} is licensed under the Llama ${version} Community License, Copyright ©`,
        display: ['Built with Llama'],
        prefix: ['Llama'],
      },
    ]),
  ),
}

describe('the words to copy', () => {
  test('every license of the library has its own', () => {
    expect(Object.keys(shown)).toEqual([...library.licenses.keys()])
  })

  /** The first version is for research alone. */
  const owned = (license: string) => under([license], license === 'llama-1' ? { research: 'yes' } : {})

  for (const [license, { notice, display, prefix }] of Object.entries(shown)) {
    test(`${license}: notice, display and name stand in boxes, word for word`, () => {
      expect(boxes(drafted('notice', owned(license)))).toEqual([
        `${notice} Meta Platforms, Inc. All Rights Reserved.`,
        ...display,
        ...prefix,
      ])
    })

    test.runIf(texts)(`${license}: they are the words of the official text`, () => {
      const text = readFileSync(join(texts!, license, 'license.txt'), 'utf8').replaceAll(/\s+/g, ' ')
      for (const words of boxes(drafted('notice', owned(license)))) {
        expect(text).toMatch(new RegExp(`["“]${escaped(words)}["”]`))
      }
    })
  }

  test('of several licenses, a display that is the same stands once', () => {
    expect(
      boxes(drafted('notice', under(['llama-3', 'llama-3.1', 'llama-4']))).filter((words) =>
        words.startsWith('Built'),
      ),
    ).toEqual(['Built with Meta Llama 3', 'Built with Llama'])
  })
})

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

describe('a use without a right', () => {
  const dutch = () => example('whitelabel')

  test('is told before anything is said of a release, and nothing is released under its license', () => {
    const words = draftToMarkdown(drafted('notice', dutch()))
    expect(words.indexOf('**Llama 4: no rights.**')).toBeGreaterThan(0)
    expect(words.indexOf('**Llama 4: no rights.**')).toBeLessThan(words.indexOf('## What is due'))
    const after = words.split('## What is due')[1]!.split('*Record')[0]!
    expect(after).not.toMatch(/Llama 4/)
  })

  test('and where there is no other, the document ends there', () => {
    const facts = {
      client: { principal_place_of_business: 'NL' },
      models: [{ model: 'Llama 4 Scout', license: 'llama-4', status: 'in-use' }],
      inside: 'own',
      exposure: 'product',
    }
    const made = drafted('notice', under(['llama-4'], facts))
    expect(boxes(made)).toEqual([])
    expect(draftToMarkdown(made)).toMatch(/no rights[\s\S]*there is nothing to release/)
  })

  test('under a license whose right is not in doubt nothing of it is said', () => {
    expect(draftToMarkdown(drafted('notice', example('vendor-saas')))).not.toMatch(
      /Before anything is released/,
    )
  })
})

describe('when a duty falls due', () => {
  const offered = { exposure: 'product', access: 'output-only', weights_recipients: ['nobody'] }
  const inside = { exposure: 'internal', access: 'output-only', weights_recipients: ['nobody'] }
  const none = {
    fine_tuning: { done: false },
    output_training: { done: false },
    deployment: ['on-premises'],
  }
  const trained = (distributed: boolean) => ({
    output_training: { done: true, models: [{ name: 'Other', base: 'other', distributed }] },
  })
  const cases: [name: string, license: string, facts: object, verdicts: string][] = [
    ['inside, nothing is', 'llama-3.1', { ...none, ...inside }, 'no no no no'],
    [
      'an own cloud hands nothing out',
      'llama-3.1',
      { ...none, ...inside, deployment: ['own-cloud'] },
      'no no no no',
    ],
    [
      'weights to affiliates',
      'llama-3.1',
      { ...none, ...inside, weights_recipients: ['affiliates'] },
      'due due due no',
    ],
    [
      'weights to affiliates under Llama 2',
      'llama-2',
      { ...none, ...inside, weights_recipients: ['affiliates'] },
      'due due',
    ],
    ['a product under 3, which says “uses”', 'llama-3', { ...none, ...offered }, 'no no due no'],
    ['a product under 3.1, which says “contains”', 'llama-3.1', { ...none, ...offered }, 'no no due no'],
    [
      'a product on a hosted model under 3.1',
      'llama-3.1',
      { ...none, ...offered, inside: 'hosted-model' },
      'no no careful no',
    ],
    [
      'a product on a hosted model under 3',
      'llama-3',
      { ...none, ...offered, inside: 'hosted-model' },
      'no no due no',
    ],
    [
      'a tool for affiliates',
      'llama-3.3',
      { ...none, ...inside, audience: ['staff', 'affiliates'] },
      'no no careful no',
    ],
    ['a hosted product under Llama 2', 'llama-2', { ...none, ...offered }, 'no no'],
    [
      'a model that can be called',
      'llama-4',
      { ...none, ...offered, access: 'model-access' },
      'careful no due no',
    ],
    [
      'fine-tuned weights to customers',
      'llama-3.2',
      { ...none, ...offered, fine_tuning: { done: true }, weights_recipients: ['customers'] },
      'due due due due',
    ],
    [
      'a fine-tuned model behind a product',
      'llama-3.2',
      { ...none, ...offered, fine_tuning: { done: true } },
      'no no due careful',
    ],
    [
      'outputs train a model that goes out',
      'llama-3.1',
      { ...none, ...inside, ...trained(true) },
      'no no careful due',
    ],
    [
      'the same under Llama 3, whose naming clause names the materials and no outputs',
      'llama-3',
      { ...none, ...inside, ...trained(true) },
      'no no careful careful',
    ],
    [
      'outputs train a model that stays',
      'llama-3.1',
      { ...none, ...inside, ...trained(false) },
      'no no no no',
    ],
    ['nothing is known', 'llama-3.1', {}, 'open open open open'],
  ]
  const short = { due: 'due', unclear: 'careful', open: 'open', 'not-due': 'no', 'no-right': 'none' }
  for (const [name, license, facts, verdicts] of cases) {
    test(name, () => {
      const found = dutyVerdicts([library.licenses.get(license)!], under([license], facts), library)
      expect(found.map(({ status }) => short[status]).join(' ')).toBe(verdicts)
    })
  }
})

test('the sheet of the example reads as it should', async () => {
  await expect(toKeep(drafted('notice', example('acme')))).toMatchFileSnapshot('golden/notice.md')
})

test('a fact that decides a duty and is missing is a blank with its question', () => {
  const made = drafted('notice', under(['llama-3.1']))
  expect(made.blanks).toContain('weights recipients')
  expect(draftToMarkdown(made)).toMatch(/weights recipients: Who outside/)
  expect(() => drafted('notice', under(['llama-3.1']), {})).toThrow(/--allow-blanks/)
})

test('a matter without a license is refused', () => {
  expect(() => drafted('notice', under([]))).toThrow(Problem)
})

for (const name of examples) {
  test(`${name}: checks clean, and is the same each time`, () => {
    const made = drafted('notice', example(name))
    expect(made.messages).toEqual([])
    expect(forms(made)).toEqual(forms(drafted('notice', example(name))))
  })
}
