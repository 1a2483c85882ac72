import { expect, test } from 'vitest'
import { withSafeEnd } from '../../src/word/tracked/paragraph-end.ts'
import type { TrackedParagraph } from '../../src/word/tracked/types.ts'

type Op = TrackedParagraph['runs'][number]['op']
const run = (op: Op, text: string) => ({ op, text, heading: false })
const paragraph = (runs: TrackedParagraph['runs'], styleBefore?: string): TrackedParagraph => ({
  style: 'Agreement 2',
  mark: 'equal',
  runs,
  ...(styleBefore !== undefined && { styleBefore }),
})
const inserted: TrackedParagraph = { ...paragraph([run('insert', 'new')]), mark: 'insert' }
const ops = ({ runs }: TrackedParagraph) => runs.map(({ op, text }) => `${op} ${text}`)

test('deleted words go behind the inserted ones at an end that LibreOffice would take away', () => {
  const given = paragraph([run('equal', 'a'), run('delete', 'b'), run('insert', 'c')], 'Agreement 1')
  const safe = withSafeEnd(given, inserted)
  expect(ops(safe)).toEqual(['equal a', 'insert c', 'delete b'])
  expect(safe.styleBefore).toBe('Agreement 1')
})

test('without deleted words it does without the change of style', () => {
  const safe = withSafeEnd(paragraph([run('equal', 'a'), run('insert', 'c')], 'Agreement 1'), inserted)
  expect(ops(safe)).toEqual(['equal a', 'insert c'])
  expect(safe.styleBefore).toBeUndefined()
})

test('a sentence that is added at its end leaves it the last sign, where both end in the same', () => {
  const safe = withSafeEnd(paragraph([run('equal', 'Words.'), run('insert', ' More.')]), inserted)
  expect(ops(safe)).toEqual(['equal Words', 'insert . More', 'equal .'])
})

test.each([
  ['it ends in another sign', paragraph([run('equal', 'Words.'), run('insert', ' More;')]), inserted],
  ['no style changes', paragraph([run('delete', 'b'), run('insert', 'c')]), inserted],
  ['nothing is inserted at its end', paragraph([run('insert', 'c'), run('equal', 'a')], 'x'), inserted],
  ['what follows was there', paragraph([run('insert', 'c')], 'x'), paragraph([run('equal', 'a')])],
  ['nothing follows', paragraph([run('insert', 'c')], 'x'), undefined],
])('a paragraph stays as it is where %s', (_, given, next) => {
  expect(withSafeEnd(given, next)).toEqual(given)
})
