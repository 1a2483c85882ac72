import { expect, test } from 'vitest'
import { boundedCache } from '../../src/server/cache.ts'

test('what was not asked for the longest goes first, when there is no room', () => {
  const cache = boundedCache<string>(100)
  cache.set('a', 'A', 40)
  cache.set('b', 'B', 40)
  expect(cache.get('a')).toBe('A')
  cache.set('c', 'C', 40)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C'])
})

test('exactly as much as there is room for stays', () => {
  const cache = boundedCache<string>(100)
  cache.set('a', 'A', 50)
  cache.set('b', 'B', 50)
  expect([cache.get('a'), cache.get('b')]).toEqual(['A', 'B'])
  cache.set('c', 'C', 1)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, 'B', 'C'])
})

test('what is kept anew or taken out counts once', () => {
  const cache = boundedCache<string>(100)
  for (let round = 0; round < 10; round += 1) cache.set('a', `A${round}`, 60)
  cache.set('b', 'B', 40)
  expect([cache.get('a'), cache.get('b')]).toEqual(['A9', 'B'])
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
  cache.delete('a')
  cache.set('c', 'C', 60)
  expect([cache.get('b'), cache.get('c')]).toEqual(['B', 'C'])
  cache.set('d', 'D', 1)
  expect(cache.get('b')).toBeUndefined()
})

test('what is larger than all the room is not kept', () => {
  const cache = boundedCache<string>(100)
  cache.set('a', 'A', 101)
  expect(cache.get('a')).toBeUndefined()
})
