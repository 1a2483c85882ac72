import { expect, test } from 'vitest'
import { make } from './making.ts'

const rulesOf = (source: string) => make(source, { name: 'Zorro Holdings' }).messages.map(({ rule }) => rule)

test('terms: undefined, unused and defined twice', () => {
  expect(rulesOf('It binds the Company.')).toEqual(['undefined-term'])
  expect(rulesOf('Alpha (the “:term[Company]”).')).toEqual(['unused-term'])
  expect(rulesOf('“:term[Fee]” and “:term[Fee]”.')).toEqual(['twice-defined'])
  expect(rulesOf('{{name}} (the “:term[Company]”) pays. It binds the Company’s staff and {{name}}.')).toEqual(
    [],
  )
})

test('empty sections and faulty spacing', () => {
  expect(rulesOf('## Alone\n\n## Next\n\nWords.')).toEqual(['empty-section'])
  expect(rulesOf(':::clause[Alone]{#x}\n:::')).toEqual(['empty-section'])
  expect(rulesOf('one  two')).toEqual(['spacing'])
  expect(rulesOf('one , two')).toEqual(['spacing'])
})

test('quotation marks come out typographic', () => {
  const { tree, messages } = make('It\'s "so" and "*this*".')
  expect(JSON.stringify(tree)).toContain('It’s “so” and “')
  expect(messages).toEqual([])
})
