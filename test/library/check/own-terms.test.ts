import { expect, test } from 'vitest'
import { ownTerms } from '../../../src/library/check/rules/own-terms.ts'
import { libraryFolder, type Position } from '../../../src/library/index.ts'
import { readLibrary } from '../../../src/library/read-library.ts'

const reading = await readLibrary(libraryFolder())

function told(change: (position: Position) => Position): string[] {
  const positions = new Map(
    [...reading.library.positions].map(([id, position]) => [id, change(position)] as const),
  )
  const reasons: string[] = []
  ownTerms.run({
    ...reading,
    library: { ...reading.library, positions },
    textOf: () => undefined,
    note: () => undefined,
    report: (_, reason) => reasons.push(reason),
  })
  return reasons
}

test('each position has the words of the license that it changes', () => {
  expect(told((position) => position)).toEqual([])
})

test('the word of another license is told, with the level and both words', () => {
  const reasons = told((position) => {
    if (position.id !== 'past-use') return position
    const { preferred, ...others } = position.positions
    return { ...position, positions: { ...others, preferred: { ...preferred!, editsFor: {} } } }
  })
  expect(reasons).toEqual([expect.stringContaining('preferred puts “Llama Materials” into llama-1')])
})
