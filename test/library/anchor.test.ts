import { expect, test } from 'vitest'
import { endsOf, placesOfAnchor } from '../../src/library/anchor.ts'

const text = 'You will not tow boats, or any part of boats thereof. Boats may be moored.'
const words = (anchor: string) => placesOfAnchor(text, anchor).map(({ start, end }) => text.slice(start, end))

test('an anchor of one sign is the whole section, also an empty one', () => {
  expect(words('…')).toEqual([text])
  expect(placesOfAnchor('', '…')).toEqual([{ start: 0, end: 0 }])
})

test('an anchor that leaves words out goes from the first words to each place of the last ones behind them', () => {
  expect(endsOf('You will not … thereof')).toEqual(['You will not', 'thereof'])
  expect(endsOf('You\nwill … not … thereof')).toEqual(['You\nwill … not', 'thereof'])
  expect(words('You will not … thereof')).toEqual(['You will not tow boats, or any part of boats thereof'])
  expect(endsOf('tow  …\n boats')).toEqual(['tow', 'boats'])
  // The last words may touch the first.
  expect(words('tow boats … , or')).toEqual(['tow boats, or'])
  expect(words('tow … boats')).toEqual(['tow boats', 'tow boats, or any part of boats'])
  expect(words('tow boats … or')).toEqual(['tow boats, or'])
  // What stands before the first words, or is part of them, does not end them.
  expect(words('any part … tow')).toEqual([])
  expect(words('tow boats … boats')).toEqual(['tow boats, or any part of boats'])
})

test('where the first words stand twice, the places of these are told', () => {
  expect(words('boats … moored')).toEqual(['boats', 'boats'])
  expect(words('ships … moored')).toEqual([])
})

test('what leaves nothing out is found as it is', () => {
  expect(endsOf('… thereof')).toBeUndefined()
  expect(endsOf('tow …')).toBeUndefined()
  expect(endsOf('tow…boats')).toBeUndefined()
  expect(endsOf('tow boats')).toBeUndefined()
  expect(words('any part of')).toEqual(['any part of'])
})
