import { expect, test } from 'vitest'
import { draftToDocx } from '../../src/word/index.ts'
import { drafted, example } from '../draft/staff-documents.ts'
import { expectValid } from './validity.ts'

for (const id of ['notice', 'use-policy', 'incident-plan']) {
  test(`${id} is valid Open XML, and the same bytes each time`, async () => {
    const [first, second] = [
      await draftToDocx(drafted(id, example('acme'))),
      await draftToDocx(drafted(id, example('acme'))),
    ]
    await expectValid(first!)
    expect(Buffer.from(first!).equals(Buffer.from(second!))).toBe(true)
  })
}
