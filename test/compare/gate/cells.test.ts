import { expect, test } from 'vitest'
import { judged, paragraph, table } from './made.ts'

const HEAD = ['Plan', 'Monthly', 'Yearly']
const priced = (...rows: string[][]) => ({ body: `${table([HEAD, ...rows])}${paragraph(['Signed.'])}` })

test('an amount in another column of a table is told, whatever is read before and after it', async () => {
  const agreed = priced(['Basic', '100', ''], ['Plus', '', '200'])
  expect(await judged(agreed, agreed)).toMatchObject({ status: 0 })
  expect(await judged(agreed, priced(['Basic', '', '100'], ['Plus', '200', '']))).toMatchObject({ status: 1 })
  expect(await judged(agreed, priced(['Basic', '100', 'Plus'], ['', '', '200']))).toMatchObject({ status: 1 })
})

test('words that change from one cell to the next are told', async () => {
  const agreed = {
    body: table([
      ['Owner', 'pays nothing and Keeper'],
      ['pays', 'all'],
    ]),
  }
  const moved = {
    body: table([
      ['Owner pays nothing and', 'Keeper'],
      ['pays', 'all'],
    ]),
  }
  expect(await judged(agreed, moved)).toMatchObject({ status: 1 })
})

test('a blank of a cell is filled in its cell alone', async () => {
  const blank = { body: table([['Fee', '____', 'a month']]) }
  expect(await judged(blank, { body: table([['Fee', '30', 'a month']]) })).toMatchObject({ status: 5 })
  expect(await judged(blank, { body: table([['Fee', '30', '40', 'a month']]) })).toMatchObject({ status: 1 })
})
