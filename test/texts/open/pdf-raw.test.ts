import { expect, test } from 'vitest'
import { rawCounts } from '../../../src/texts/open/pdf/raw.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test('a file inside is one where a dictionary says so, and none where packed bytes or a checksum have its sign by chance', () => {
  expect(rawCounts(bytes('7 0 obj\n<</EF <</F 8 0 R>>>>\nendobj\n')).hasFile).toBe(true)
  expect(rawCounts(bytes('7 0 obj\n<</EF 8 0 R/F(a.txt)>>\nendobj\n')).hasFile).toBe(true)
  expect(rawCounts(bytes('stream\n\x91\x02/EF3\xd0\x88q\x01\xfe~~~\x80\x90\nendstream')).hasFile).toBe(false)
  expect(rawCounts(bytes('/DocChecksum /EF0D58F66C5EB566C05B9D0A8626486C\n>>\nstartxref')).hasFile).toBe(
    false,
  )
})
