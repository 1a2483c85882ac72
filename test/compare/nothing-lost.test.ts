import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import fc from '../setup/fast-check.ts'
import { compared, expectNothingLost } from './texts.ts'

const words =
  'license model fee notice party the of and shall not Licensee “Output” 30 days 700 million § 5% entity’s (a) non-exclusive Copyright (c) été'
const sentence = fc
  .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 14 })
  .map((some) => `${some.join(' ')}.`)
const own = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '))
const section = fc.record({ own, below: fc.array(own, { maxLength: 3 }) })
const agreement = fc.array(section, { maxLength: 6 })

type Section = { own: string; below: string[] }

function written(sections: readonly Section[]): string {
  const blocks = sections.map(({ own, below }, at) =>
    [`${at + 1}. ${own}`, ...below.map((text, place) => `   ${'abc'[place]}. ${text}`)].join('\n\n'),
  )
  return ['# Harbour Model 2 License', ...blocks].join('\n\n')
}

/** What a revision does: takes out, puts in, swaps, splits, joins and rewrites. */
const edit = fc.record({
  at: fc.nat(5),
  what: fc.constantFrom('remove', 'insert', 'swap', 'split', 'join', 'rewrite'),
  own,
})

function revised(
  sections: readonly Section[],
  edits: readonly { at: number; what: string; own: string }[],
): Section[] {
  const now = sections.map(({ own, below }) => ({ own, below: [...below] }))
  for (const { at, what, own } of edits) {
    const here = now[at]
    if (what === 'insert') now.splice(at, 0, { own, below: [] })
    if (!here) continue
    if (what === 'remove') now.splice(at, 1)
    if (what === 'swap') now.push(...now.splice(at, 1))
    if (what === 'rewrite') here.own = own
    if (what === 'join' && now[at + 1]) here.own += ` ${now.splice(at + 1, 1)[0]!.own}`
    if (what === 'split') {
      const [first, ...rest] = here.own.split('. ')
      if (rest.length > 0)
        now.splice(at, 1, { own: `${first}.`, below: [] }, { ...here, own: rest.join('. ') })
    }
  }
  return now
}

test('of any agreement and its revision no word is lost, and the same two always compare the same', () => {
  fc.assert(
    fc.property(agreement, fc.array(edit, { maxLength: 4 }), (sections, edits) => {
      const [left, right] = [written(sections), written(revised(sections, edits))].map((source) =>
        parseAgreement(source),
      )
      const comparison = compared(left!, right!)
      expectNothingLost(left!, right!, comparison)
      expect(compared(left!, right!)).toEqual(comparison)
    }),
    { numRuns: 200 },
  )
})

test('of any two texts no word is lost', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc
      .array(fc.oneof(sentence, fc.constantFrom('1.', 'a.', '(i)', '•', '#', '\n\n', '\n', '“')), {
        maxLength: 20,
      })
      .map((some) => some.join(' ')),
  )
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [left, right] = [parseAgreement(one), parseAgreement(other)]
      expectNothingLost(left, right, compared(left, right))
    }),
    { numRuns: 300 },
  )
})

test('an agreement has no difference from itself', () => {
  fc.assert(
    fc.property(agreement, (sections) => {
      const text = parseAgreement(written(sections))
      const { summary, pairs } = compared(text, text)
      expect([summary.identical, summary.moved]).toEqual([pairs.length, 0])
    }),
  )
})
