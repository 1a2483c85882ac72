import { expect, test } from 'vitest'
import { judged, paragraph } from './made.ts'

const says = (words: string) => ({ body: paragraph([words]) })

test.each([
  ['The rent is ____ a month.', 'The rent is 30 euros a month.'],
  ['The Keeper is [name of the Keeper].', 'The Keeper is Will Short of No. 5 Mill Lane, Exeter.'],
  ['It ends on ____.', 'It ends on 1 May 2031.'],
  ['It ends on ____.', 'It ends on 1 MAY 2031.'],
])('a name, a day or an amount fills a blank: %s', async (agreed, toSign) => {
  expect(await judged(says(agreed), says(toSign))).toMatchObject({ status: 5 })
})

test.each([
  ['The rent is ____ due.', 'The rent is not due.'],
  ['The rent is ____ due.', 'The rent is NEVER due.'],
  ['Loss up to [amount] is borne.', 'Loss up to unlimited is borne.'],
  ['[Name] keeps the Lamp.', 'Nobody keeps the Lamp.'],
  ['The rent is ____ .', 'The rent is 30 and the Keeper hereby assigns the Lamp to the Owner .'],
  ['Notices go to ____ .', 'Notices go to the Owner, whom the Keeper indemnifies .'],
  ['The rent is ____ a month.', 'The rent is 30 save where it rains, in which case 90, a month.'],
  ['The Keeper is [not] liable.', 'The Keeper is fully liable.'],
  ['The Keeper [shall] pay.', 'The Keeper need pay.'],
])('what binds or denies fills none: %s', async (agreed, toSign) => {
  expect(await judged(says(agreed), says(toSign))).toMatchObject({ status: 1 })
})
