import { expect, test } from 'vitest'
import { compared, outcomes } from './texts.ts'

/** docs/comparing.md, “Which clauses answer each other” and “What counts as a change”: an example of each sentence. */
const of = (left: string[], right: string[]) =>
  outcomes(compared(left.join('\n\n'), right.join('\n\n'))).filter((one) => !one.endsWith(': identical'))
const statusOf = (left: string, right: string) =>
  compared(`1. ${left}`, `1. ${right}`).pairs.map(({ status }) => status)

const USE = 'Use. The lamp is lent to whoever brings it back before the harbour closes.'
const OIL = 'Oil. The oil is sold by the litre at the price that hangs at the gate.'
const LAW = 'Law. The law of Ireland decides what these terms mean and what follows.'
const CARE = 'Care. Whoever borrows it keeps the glass clean and the wick short.'

test('what says the same to the letter is paired, and nothing moves because something was inserted before it', () => {
  expect(
    of([`1. ${USE}`, `2. ${OIL}`, `3. ${LAW}`], [`1. ${USE}`, `2. ${CARE}`, `3. ${OIL}`, `4. ${LAW}`]),
  ).toEqual(['2: added'])
})

test('of two that changed places, the shorter one moved', () => {
  const long = `${OIL} It is measured in the can that the town keeps for it, and paid in coin.`
  expect(of([`1. ${USE}`, `2. ${long}`, `3. ${LAW}`], [`1. ${USE}`, `2. ${LAW}`, `3. ${long}`])).toEqual([
    '3 → 2: identical, moved',
  ])
})

test('the same number and heading under the same clause is the same clause, whatever is left of it', () => {
  expect(
    of([`1. ${USE}`, '2. Term. One year.'], [`1. ${USE}`, '2. Term. Until the keeper asks for it.']),
  ).toEqual(['2: changed'])
})

test('a definition is paired by its term, numbered or not', () => {
  const [left, right] = [
    '"Keeper" means the man at the gate.',
    '"Keeper" has the meaning given in the by-laws.',
  ]
  expect(of([`1. ${USE}`, `2. Terms.`, left], [`1. ${USE}`, `2. Terms.`, `2.1 ${right}`])).toEqual([
    expect.stringMatching(/definition\.keeper → 2\.1: changed/),
  ])
})

test('a clause whose words stand in several of the other text is split, and they are merged into it', () => {
  const [one, two] = [USE, 'Whoever borrows it keeps the glass clean and the wick short at all times.']
  const apart = [`1. ${one}`, `2. ${two}`, `3. ${LAW}`]
  const together = [`1. ${one} ${two}`, `2. ${LAW}`]
  expect(of(together, apart).filter((outcome) => outcome.includes('split'))).toHaveLength(2)
  expect(of(apart, together).filter((outcome) => outcome.includes('merged'))).toHaveLength(2)
})

test('a sentence never answers a title', () => {
  const pairs = compared(
    `# Lamp Terms\n\n1. ${USE}`,
    `Lamp terms are these words for all.\n\n1. ${USE}`,
  ).pairs
  expect(
    pairs.filter(({ left, right }) => left?.kind === 'title' && right && right.kind !== 'title'),
  ).toEqual([])
})

test.each([
  ['shapes of quotation marks', 'Say "yes" to it.', 'Say “yes” to it.'],
  ['kinds of dash', 'Two - three lamps.', 'Two – three lamps.'],
  ['a copyright sign', 'Copyright (c) the town.', 'Copyright © the town.'],
  ['separators of thousands', 'It costs 1,000,000 crowns.', 'It costs 1000000 crowns.'],
  ['words in capitals', 'THE LAMP IS LENT.', 'The lamp is lent.'],
  ['a space around a hyphen', 'Lamps 1 - 3 of the Port-Side.', 'Lamps 1-3 of the Port - Side.'],
  ['points of an abbreviation', 'Lamps go out at 5 p.m. by law.', 'Lamps go out at 5 pm by law.'],
  ['a space before a bracket', 'Section 2(a) stays.', 'Section 2 (a) stays.'],
  ['the punctuation at the end', 'It is lent;', 'It is lent.'],
])('%s is cosmetic', (_, left, right) => {
  expect(statusOf(left, right)).toEqual(['cosmetic'])
})

test.each([
  ['a day', 'It ends on 1 June 2024.', 'It ends on 1 June 2034.'],
  ['an address', 'See https://a.example/x for it.', 'See https://a.example/y for it.'],
  ['an amount', 'It costs ten crowns.', 'It costs two crowns.'],
  ['a hyphen inside a word', 'They re-sign it.', 'They resign it.'],
  ['capitals that mean another', 'It is for the US alone.', 'It is for the us alone.'],
  ['a hyphen or a space', 'A hand-held lamp.', 'A hand held lamp.'],
  ['a range', 'It is open Monday-Friday.', 'It is open Monday Friday.'],
  ['parts from one to another', 'See Schedules A-D of it.', 'See Schedules A D of it.'],
  ['a comma that may part decimals', 'It weighs 2,500 kg.', 'It weighs 2500 kg.'],
  ['a nought before a comma', 'It rises by 0,100,000 of it.', 'It rises by 0100000 of it.'],
  ['a space among figures', 'It costs 1,000 crowns.', 'It costs 1 000 crowns.'],
  ['two words in capitals alone', 'THE LAMP is lent.', 'The lamp is lent.'],
  ['a defined term', 'Each Party keeps it.', 'Each party keeps it.'],
  ['a comma inside a sentence', 'Lamps, and oil that burns.', 'Lamps and oil that burns.'],
])('%s is a change', (_, left, right) => {
  expect(statusOf(left, right)).toEqual(['changed'])
})
