import { expect, test } from 'vitest'
import { outcomeWords } from '../../src/deal/index.ts'
import { answerIn } from '../../src/deal/read/remark.ts'
import type { PointReading } from '../../src/deal/types.ts'

test.each([
  'Agreed.',
  'OK',
  'Yes, agreed',
  'We agree with this. Thanks!',
  'ok',
  'This is acceptable to us',
  'No objections',
  'No comments.',
  'Fine by us',
])('“%s” says yes', (remark) => expect(answerIn(remark)).toBe('yes'))

test.each([
  'Not agreed.',
  'No.',
  'We cannot accept this',
  'Not acceptable to us',
  'We don’t agree',
  'Rejected',
  'Delete this, please',
  'NOT AGREED',
])('“%s” says no', (remark) => expect(answerIn(remark)).toBe('no'))

test.each([
  'Agreed, but 72 hours',
  'Not agreed unless capped',
  '?',
  '',
  'Thanks',
  'We shall come back to you on this one (audit).',
  'To be discussed',
  'No audit by us',
])('“%s” is for a person to read', (remark) => expect(answerIn(remark)).toBeUndefined())

test('what moved is told from where to where, and within one clause as that', () => {
  const reading = { outcome: 'moved', manner: 'silent', moved: true } as PointReading
  expect(outcomeWords({ ...reading, places: { from: '5', to: '9' } })).toBe(
    'moved, without a mark, from 5 to 9',
  )
  expect(outcomeWords({ ...reading, places: { from: '13', to: '13' } })).toBe(
    'moved, without a mark, within 13',
  )
})
