import { expect, test } from 'vitest'
import { plainFact } from '../../src/library/index.ts'

test.each([
  ['version-release-date', 'version release date'],
  ['last-sentence-of-1.b.i', 'last sentence of 1.b.i'],
  ['section-1.a', 'section 1.a'],
  ['other-ai-model', 'other AI model'],
  ['meta', 'Meta'],
  ['2023-07-18', '2023-07-18'],
  ['llama-3-1', 'llama-3-1'],
  ['Built with Llama', 'Built with Llama'],
])('the value %s reads “%s”', (value, words) => {
  expect(plainFact(value)).toBe(words)
})
