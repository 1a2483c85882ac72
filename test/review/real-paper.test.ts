import { describe, expect, test } from 'vitest'
import { judged, verdict } from './library.ts'

describe('a form that is not filled in', () => {
  test('says nothing in its notes to whoever drafts', () => {
    const note = '[Drafting note: If the vendor may train models on Customer Data, say so here.]'
    expect(verdict('no-training', `1. ${note}\n\n2. Fees are due in 30 days.`)).toBe('missing')
  })

  test('leaves open what nobody has ticked', () => {
    const option = (box: string) => `${box} Vendor may train its models on Customer Data.`
    expect(verdict('no-training', option('[ ]'))).toBe('unclear')
    expect(verdict('no-training', option('☐'))).toBe('unclear')
    expect(verdict('no-training', option('[x]'))).toBe('contrary')
  })

  test('leaves open what hangs on another choice', () => {
    const { verdict: told, because } = judged(
      'no-training',
      '1. If the Order Form permits it, Vendor may train its models on Customer Data.',
    )
    expect(told).toBe('unclear')
    expect(because).toContain('another place')
  })
})

test('a cover that takes in a paper which is not here leaves nothing to be missing', () => {
  const cover = 'This Cover Page incorporates the Standard Terms, available at https://terms.example/1.'
  expect(verdict('insurance', cover)).toBe('unclear')
  expect(verdict('insurance', `${cover} A copy of the Standard Terms is attached.`)).toBe('missing')
})

test('a section that the paper takes out is not judged', () => {
  const paper = (end: string) =>
    `1. Data.\n\n1.6 Vendor may train its models on Customer Data.\n\n2. Changes. Section 1.6 (Learning) of the Terms ${end}.`
  expect(verdict('no-training', paper('applies'))).toBe('contrary')
  expect(verdict('no-training', paper('is deleted in its entirety'))).not.toBe('contrary')
})

test('who a paper defines as the customer is our client there, and an authority elsewhere', () => {
  const words = '4. The Authority may terminate this Contract where Supplier breaches it and does not cure.'
  const found = (text: string) =>
    judged('termination', text).points.find(({ id }) => id === 'material')?.found
  expect(found(`1. Party (the “Authority”).\n\n${words}`)).toBe('yes')
})

test('words of one thought count, and not those of a long sentence', () => {
  const filler = 'and of any matter whatever that may arise in the ordinary course of the business '.repeat(3)
  expect(verdict('suspension', `7. Vendor may suspend the Service for any reason. ${filler}`)).toBe(
    'contrary',
  )
  expect(
    verdict(
      'suspension',
      `7. Vendor may suspend the Service for a breach ${filler}, which for any reason is material.`,
    ),
  ).not.toBe('contrary')
})

test('an ordinary word that programs know too is a word', () => {
  expect(verdict('incidents', '1. Supplier tells the constructor of an incident.')).not.toBe('preferred')
})

describe('numbers in words', () => {
  const deleted = (time: string) =>
    verdict(
      'return-and-deletion',
      `3. Supplier returns Client Data on request, deletes Client Data, tuned models and weights within ${time} days after the end, and confirms deletion on request.`,
    )

  test.each([
    ['sixty (60)', 'fallback'],
    ['one hundred and twenty (120)', 'below'],
    ['one hundred eighty', 'below'],
    ['three hundred and sixty-five (365)', 'below'],
    ['thirty (90)', 'unclear'],
  ])('%s days of deletion are %s', (time, level) => {
    expect(deleted(time)).toBe(level)
  })
})

describe('a promise that takes itself back', () => {
  test.each([
    [
      'indemnity',
      'Nothing in this Agreement obliges Supplier to indemnify Client against a breach of the License or of the use policy.',
    ],
    [
      'no-training',
      'Supplier shall not use Client Data to train models except in order to keep the Product competitive.',
    ],
    ['no-training', 'It is not the case that Supplier must refrain from training on Client Data.'],
    [
      'precedence',
      'This Addendum prevails over any order form, online terms and clicks, except where the online terms say otherwise.',
    ],
    ['survival', 'Accrued rights and sections 3 and 4 survive, but no longer than one day.'],
  ])('is not told met: %s', (flowDown, words) => {
    expect(['unclear', 'contrary']).toContain(verdict(flowDown, words))
  })

  test('lets online terms prevail, whatever was negotiated', () => {
    const words =
      'If these terms and a negotiated addendum conflict, the click-through terms displayed at log-in prevail, whenever accepted.'
    expect(verdict('precedence', words)).toBe('contrary')
  })
})

test('what an exception takes out is not given', () => {
  const { points } = judged(
    'indemnity',
    '4. Supplier indemnifies Client against claims that the Service infringes, except claims that arise from Results or from open source.',
  )
  const found = Object.fromEntries(points.map(({ id, found: told }) => [id, told]))
  expect(found).toMatchObject({ 'service-ip': 'yes', 'output-ip': 'no' })
})
