import { expect, test } from 'vitest'
import { citationPhrase, sectionWords } from '../../src/library/index.ts'

const library = {
  citations: {
    'mill-1/agreement': { 'recital.2': 'Recital “By crossing the weir …”', '1.b.i.A': '1.b.i(A)' },
    'mill-1/use-policy': {
      '1.1': '“Never”, item “Fish at night …”',
      '1.2': '“Never”, item “Feed the geese”',
      '3.1': '2.1',
    },
  },
}
const agreement = { license: 'mill-1', document: 'agreement' } as const
const policy = { license: 'mill-1', document: 'use-policy' } as const

test('a clause is cited as its text prints it, not by its place', () => {
  expect(sectionWords(library, agreement, ['1.b.i', '3'])).toBe('Sections 1.b.i, 3')
  expect(sectionWords(library, agreement, ['1.b.i.A'])).toBe('Section 1.b.i(A)')
  expect(sectionWords(library, agreement, ['recital.2', '2'])).toBe(
    'Recital “By crossing the weir …”, Section 2',
  )
  expect(sectionWords(library, policy, ['3.1'])).toBe('Section 2.1')
})

test('a clause without a number is called as a lawyer calls it', () => {
  expect(sectionWords(library, agreement, ['definition.llama-3-1'])).toBe('Definition of “Llama 3.1”')
})

test('entries of one list are named together', () => {
  expect(sectionWords(library, policy, ['1.1', '1.2'])).toBe(
    '“Never”, items “Fish at night …”, “Feed the geese”',
  )
  expect(citationPhrase(['“Never”, item “Fish at night …”', '“Never”, item “Feed the geese”'])).toBe(
    '“Never”, items “Fish at night …” and “Feed the geese”',
  )
  expect(citationPhrase(['1.b.i', '6', 'Recital “By crossing the weir …”'])).toBe(
    'sections 1.b.i and 6 and recital “By crossing the weir …”',
  )
})
