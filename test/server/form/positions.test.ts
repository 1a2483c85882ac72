import { expect, test } from 'vitest'
import { loadLibrary } from '../../../src/library/index.ts'
import { positionViews } from '../../../src/server/page/positions.ts'

const library = await loadLibrary()

test('positions that are taken come first, each with its level and the reason', () => {
  const licenses = [library.licenses.get('llama-3.1')!]
  const usual = positionViews(library, 'side-letter', licenses, {})
  expect(usual.some(({ taken }) => taken !== undefined)).toBe(false)
  const last = usual.at(-1)!.id
  const views = positionViews(library, 'side-letter', licenses, {}, [
    { id: last, level: 'walk_away', because: 'A risk' },
    { id: last, level: 'preferred', because: 'The same on another license' },
  ])
  expect(views[0]).toMatchObject({ id: last, taken: 'walk-away: A risk' })
  expect(views[0]!.asks).toBe(`/positions/${last}?license=llama-3.1`)
  expect(views.map(({ id }) => id).sort()).toEqual(usual.map(({ id }) => id).sort())
})

test('clauses of an addendum say whether they are in it, and why', () => {
  const [, first, second] = library.flowDowns.keys()
  const views = positionViews(library, 'vendor-addendum', [], {}, [
    { id: first!, because: 'No weights are handed over' },
    { id: second!, level: 'preferred', because: 'The vendor hosts' },
  ])
  expect(views[0]).toMatchObject({ id: second, taken: 'preferred: The vendor hosts' })
  const out = views.find(({ id }) => id === first)
  expect(out).toMatchObject({ taken: 'left out: No weights are handed over', leftOut: true })
  expect(views).toHaveLength(library.flowDowns.size)
})
