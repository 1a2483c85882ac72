import fc from 'fast-check'
import { encode } from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/texts/decode.ts'

const sentence = 'The licensee’s “Products” – née Œuvres – cost € 5.\n'

describe('decoding', () => {
  test.each(['utf8', 'utf16le', 'utf16be', 'win1252'])('reads %s', (encoding) => {
    expect(decodeText(encode(sentence, encoding), 'a.txt')).toBe(sentence)
  })

  test.each(['utf8', 'utf16le', 'utf16be'])('reads %s with its mark', (encoding) => {
    expect(decodeText(encode(sentence, encoding, { addBOM: true }), 'a.txt')).toBe(sentence)
  })

  test('reads any UTF-8 text back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{P} \n]*$/u), (text) => {
        const plain = text.replace(/^\uFEFF/, '')
        expect(decodeText(Buffer.from(plain), 'a.txt')).toBe(plain)
      }),
    )
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48])],
    ['an archive', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919 + 13) % 256))],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(bytes, 'a.bin')).toThrow('is not a text')
  })
})
