import { expect, test } from 'vitest'
import { sectionWords } from '../../src/library/index.ts'

test('a clause without a number is called as a lawyer calls it', () => {
  expect(sectionWords(['1.b.i', '3'])).toBe('Sections 1.b.i, 3')
  expect(sectionWords(['definition.llama-3-1'])).toBe('Definition of “Llama 3.1”')
  expect(sectionWords(['recital.2', '2'])).toBe('Recital 2, Section 2')
})
