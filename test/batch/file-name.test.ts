import { expect, test } from 'vitest'
import { fileNames } from '../../src/batch/file-name.ts'
import fc from '../setup/fast-check.ts'

const nasty = fc.constantFrom(
  '../../etc/passwd',
  'CON',
  'con',
  'Lpt1',
  'a'.repeat(300),
  '字'.repeat(300),
  '😀',
  '\u202Eexe.xcod',
  'שלום בע״מ',
  '.',
  '..',
  '',
  ' ',
  'a/b\\c:d*e?f"g<h>i|j',
  'summary',
  'É',
  'E\u0301',
  'Acme, Inc.',
  'ACME INC',
)

test('file names are safe and unique whatever the vendors are called', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (vendors) => {
      const nameOf = fileNames()
      const names = vendors.map(nameOf)
      for (const name of names) {
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(140)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i)
      }
      const keys = ['summary', 'manifest', ...names.map((name) => name.normalize('NFKC').toLowerCase())]
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('a name is still the vendor’s', () => {
  const nameOf = fileNames()
  const vendors = [
    'Tidewater Software, Inc.',
    'tidewater software inc',
    '../../etc',
    'CON',
    '😀',
    'שלום בע״מ',
  ]
  expect(vendors.map(nameOf)).toEqual([
    'Tidewater-Software-Inc',
    'tidewater-software-inc-2',
    'etc',
    'vendor-CON',
    'vendor',
    'שלום-בע-מ',
  ])
})
