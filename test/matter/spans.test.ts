import { describe, expect, test } from 'vitest'
import { checkMatter } from '../../src/matter/index.ts'

describe('a use that ended before it began', () => {
  const at = (more: string) => `matter: A\nuses:\n  - name: b\n    since: 2024-05-10\n${more}`
  test.each([
    ['of a use', at('    until: 2024-04\n'), /matter\.uses\[0\]\.until: 2024-04 is before it began/],
    [
      'of a model',
      at('    models: [{ model: Llama 2, since: 2024-01, until: 2023-12-31 }]\n'),
      /matter\.uses\[0\]\.models\[0\]\.until: 2023-12-31 is before it began \(since 2024-01\)/,
    ],
  ])('is refused with its place: %s', (_, source, told) => {
    const { problems } = checkMatter(source, 'A.yaml')
    expect(problems.map(({ message }) => message).join()).toMatch(told)
  })
  test('and one of the same month or day is not', () => {
    expect(checkMatter(at('    until: 2024-05\n'), 'A.yaml').problems).toEqual([])
    expect(checkMatter(at('    until: 2024-05-10\n'), 'A.yaml').problems).toEqual([])
  })
})
