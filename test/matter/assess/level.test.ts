import { expect, test } from 'vitest'
import { riskLevelOf } from '../../../src/matter/index.ts'

// Likelihood down, impact across, each from 1 to 5.
const matrix = ['LLLLM', 'LLMMH', 'LMMHH', 'LMHCC', 'MHHCC']
const names = { L: 'low', M: 'medium', H: 'high', C: 'critical' }

test('the level of each cell of the matrix, borders and all', () => {
  const levels = matrix.map((row, likelihood) =>
    [...row].map((_, impact) => riskLevelOf(likelihood + 1, impact + 1).level),
  )
  expect(levels).toEqual(matrix.map((row) => [...row].map((sign) => names[sign as keyof typeof names])))
})
