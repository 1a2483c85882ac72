import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8')

interface Situation {
  model: string
  license: string
  /** Country of the client's principal place of business. */
  client?: string
}

const text: Situation = { model: 'Llama 3.3 70B', license: 'llama-3.3' }
const three: Situation = { model: 'Llama 3 8B', license: 'llama-3' }
const vision: Situation = { model: 'Llama 3.2 11B Vision', license: 'llama-3.2' }

/** What a paper says against a matter, each as the report has it. */
function against(words: string, { model, license, client = 'US' }: Situation) {
  const matter = readMatter(
    facts
      .replaceAll('Llama 3.3', model)
      .replace('license: llama-3.3', `license: ${license}`)
      .replace(/\n +size: .*/, '')
      .replace('principal_place_of_business: US', `principal_place_of_business: ${client}`),
    'vendor-saas.yaml',
  )
  const agreement = parseAgreement(words, { format: 'text' })
  return reviewOf({ name: 'their.txt', agreement, matter, library }).contradictions.map(
    ({ because }) => because,
  )
}

describe('a client in the European Union', () => {
  const words = 'Provider grants Customer the right to copy and fine-tune the vision model.'

  test('is promised what the license of a multimodal model withholds', () => {
    expect(against(words, { ...vision, client: 'DE' }).join()).toMatch(/withholds .*European Union/)
    expect(against(words, vision)).toEqual([])
    expect(against(words, { ...text, client: 'DE' })).toEqual([])
  })

  test('and nobody is told that there is no restriction', () => {
    expect(against('The models come without any territorial restriction.', vision).join()).toContain(
      'no territorial restriction',
    )
  })
})

describe('the display of the license', () => {
  test.each([
    'The Platform shall not display any reference to Llama or Meta.',
    'No attribution to model providers appears in the Service.',
    'Customer waives the display of any attribution.',
  ])('is kept out by “%s”', (words) => {
    expect(against(words, text).join()).toMatch(/keeps out the display .*1\.b\.i/)
  })

  test('in other words is told with those of the license', () => {
    expect(against('The footer of each page shows “Powered by Llama”.', text).join()).toContain(
      '“Built with Llama”',
    )
    expect(against('The footer of each page shows “Built with Llama”.', text)).toEqual([])
  })

  test('goes by the license that the matter has', () => {
    const words = 'The website displays “Built with Llama”.'
    expect(against(words, three).join()).toContain('“Built with Meta Llama 3”')
  })
})

test('a notice in other words, or of another license, is told with the words of ours', () => {
  const notice = (version: string) =>
    `The notice file says: “Llama ${version} is licensed under the Llama ${version} Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.”`
  expect(against(notice('3.3'), text)).toEqual([])
  expect(against(notice('3.1'), text).join()).toContain('Llama 3.3 is licensed under')
})

test('copies without license or notice are told', () => {
  expect(against('Model files are delivered without notices or license texts.', text).join()).toMatch(
    /copies of the model without/,
  )
  expect(against('No party removes notices from copies of the model.', text)).toEqual([])
})

test('output that may train other models is told where the license bars it, and there alone', () => {
  const words = 'Vendor may use outputs to train its own language models.'
  expect(against(words, three).join()).toContain('which the license bars')
  expect(against(words, text)).toEqual([])
})

describe('a model that was not told', () => {
  test.each([
    ['The Platform runs on Llama 5 or what follows it.', /names Llama 5, which is no model/],
    [
      'The Platform runs on Mistral Large 2 where the Provider finds it better.',
      /names Mistral Large 2, which comes under a license/,
    ],
    ['Answers are drafted by GPT-4o.', /names GPT-4o/],
    ['The Platform runs on Llama 3.2 11B Vision.', /Llama 3\.2/],
  ])('is told: %s', (words, told) => {
    expect(against(words, text).join()).toMatch(told)
  })

  test('but no other word for one', () => {
    expect(against('The gemini twins of the falconer command respect, and phi is a letter.', text)).toEqual(
      [],
    )
  })
})

test('weights that are delivered are told, whatever the order of words', () => {
  expect(
    against('The Provider shall deliver the weights of the model to the Customer.', {
      ...vision,
      client: 'DE',
    }).join(),
  ).toMatch(/withholds/)
})

const scout: Situation = { model: 'Llama 4 Scout', license: 'llama-4', client: 'DE' }

test.each([
  ['Customer is hereby sublicensed to adapt copies of the image model in Austria and Italy.', /withholds/],
  ['Vendor hands over the checkpoint files when the first invoice is paid.', /withholds/],
  [
    'Since the Customer is established outside the European Union, no rule on images concerns it.',
    /told to be in it/,
  ],
  ['Pages of Customer may say “Powered by Llama”, or nothing.', /keeps out the display/],
  ['Pages of Customer may say “Powered by Llama”.', /“Built with Llama”/],
  ['Fine-tuned models shall be called “HarrowEye”.', /with which the license has it begin/],
  ['Answers may train other models, under whatever name.', /with which the license has it begin/],
  ['The Service runs on Llama 4 Maverick.', /It names Llama 4 Maverick/],
  [
    'Pictures are sent to Llama 3.2 90B Vision.',
    /no model of that license was told. It takes in more than text.*Union \(Llama 3\.2,/,
  ],
  ['You, and not we, are the licensee of the models.', /It makes the client the licensee/],
])('a client in the Union with a multimodal model is told of “%s”', (words, told) => {
  expect(against(words, scout).join()).toMatch(told)
})

test.each([
  'Vendor does not hand over checkpoint files.',
  'The Vendor has its principal place of business outside the European Union.',
  'Fine-tuned models shall be called “Llama HarrowEye”.',
  'The Service runs on Llama 4 Scout, a model of Llama 4.',
  'Vendor is the licensee of the models.',
])('but not of “%s”', (words) => {
  expect(against(words, scout)).toEqual([])
})
