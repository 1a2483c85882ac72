import { expect, test } from 'vitest'
import { verdict } from './library.ts'

const back = 'Provider need not return or delete Client data.'

test('a sentence on one subject takes none from the next in its paragraph', () => {
  const owns = 'All outputs belong to Provider.'
  expect(verdict('output-ownership', `4.1 ${owns}`)).toBe('contrary')
  expect(verdict('output-ownership', `4.1 ${owns} ${back}`)).toBe('contrary')
  expect(verdict('output-ownership', `4.1 ${back} ${owns}`)).toBe('contrary')
})
