import { describe, expect, test } from 'vitest'
import { judged, verdict } from './library.ts'

describe('a length of time', () => {
  const incidents = (time: string) =>
    verdict(
      'incidents',
      `9. Provider will notify Customer of an Incident within ${time} after confirming it, with its nature, extent and remedy, and follow up. “Incident” means a breach of a model license or its policy, or unauthorized access. Each party cures what lies on its side.`,
    )

  test.each([
    ['48 hours', 'fallback'],
    ['seventy-two (72) hours', 'fallback'],
    ['three days', 'fallback'],
    ['73 hours', 'fallback'],
    ['four days', 'below'],
    // A weekend may lie between.
    ['two business days', 'below'],
    ['10 days', 'below'],
  ])('%s of notice are %s', (time, level) => {
    expect(incidents(time)).toBe(level)
  })

  test('is found at the section that the sentence names', () => {
    const paper = (hours: number) =>
      `1. Numbers.\n\n1.1 Time to tell of an incident: ${hours} hours.\n\n2. Incidents. Provider notifies Customer of an incident, which is a breach of a model license or its policy, within the time in 1.1, with its nature and extent, and follows up. Each party cures its side.`
    expect(verdict('incidents', paper(48))).toBe('fallback')
    expect(verdict('incidents', paper(200))).toBe('below')
  })
})

describe('a definition', () => {
  test('that leaves out what matters runs against a good promise', () => {
    const words = (means: string) =>
      `4. Provider notifies Customer of an Incident within 24 hours after confirming it, with its nature and extent, and follows up. Each party cures its side. “Incident” means ${means}.`
    expect(verdict('incidents', words('a breach of a model license or policy, or a loss of data'))).toBe(
      'fallback',
    )
    expect(
      verdict('incidents', words('a loss of data, and excludes violations of licenses and policies')),
    ).toBe('contrary')
  })
})

describe('an exception', () => {
  test('that takes the ban back is contrary', () => {
    const ban = '6. Vendor will not train any model on Customer Data.'
    expect(verdict('no-training', ban)).toBe('walk_away')
    expect(
      verdict(
        'no-training',
        `${ban} This does not prevent Vendor from using Customer Data to improve its ranking models for all customers.`,
      ),
    ).toBe('contrary')
  })
})

describe('modality', () => {
  test('what a vendor may do is no promise', () => {
    const moved = (modal: string) =>
      verdict(
        'weights-custody',
        `7. Weights. Provider ${modal} keep weights with the care of its own secrets and ${modal} keep a register of copies; no copies are passed on; deliveries come with checksums.`,
      )
    expect(moved('shall')).toBe('fallback')
    expect(moved('may')).not.toBe('fallback')
  })

  test('an effort is no promise', () => {
    expect(
      verdict('no-training', '2. Provider will use reasonable efforts not to train models on Customer Data.'),
    ).not.toBe('walk_away')
  })
})

test('what stands at an address that is not in the paper is unclear, and named as not read', () => {
  const { verdict: found, notRead } = judged(
    'incidents',
    '6. Incidents. Provider tells customers of incidents within the times that are published on its status page.',
  )
  expect(found).toBe('unclear')
  expect(notRead.join()).toContain('status page')
})

test('words on something else are not taken for the subject', () => {
  expect(
    verdict('user-threshold', '3. The plan includes 5,000 monthly active users; each extra block costs $30.'),
  ).not.toMatch(/preferred|fallback|walk_away/)
  expect(
    verdict('transition', '5. Onboarding. Provider moves data from the legacy system and helps for 60 days.'),
  ).not.toMatch(/preferred|fallback|walk_away/)
})

test('an amount in another currency is not held against ours', () => {
  const words = (sum: string) =>
    `8. Insurance. Vendor keeps professional liability and cyber insurance of ${sum} for each claim, shows a certificate and gives notice before cover ends.`
  expect(verdict('insurance', words('US$3,000,000'))).toBe('fallback')
  expect(verdict('insurance', words('US$300,000'))).toBe('below')
  expect(verdict('insurance', words('JPY 3,000,000'))).not.toBe('fallback')
})

test('the same words have the same answer', () => {
  const words = '6. Vendor will not train any model on Customer Data.'
  expect(judged('no-training', words)).toEqual(judged('no-training', words))
})

test('the whole sentence that decides is quoted, and only one of more than 300 letters is cut, between words', () => {
  const sentence =
    'Provider may use Customer Content to improve the ranking models that serve all of its customers, and nothing else.'
  const long = `Provider may use Customer Content to improve the ranking models that serve ${'all of its customers and '.repeat(12)}nobody.`
  const [whole] = judged('no-training', `4. Training. ${sentence}`).words
  expect(whole).toContain('all of its customers, and nothing else.')
  const [cut] = judged('no-training', `4. Training. ${long}`).words
  expect(cut!.length).toBeLessThanOrEqual(302)
  expect(cut).toMatch(/ (?:all|of|its|customers|and) …$/)
})
