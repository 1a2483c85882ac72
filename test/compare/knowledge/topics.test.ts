import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../src/compare/index.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import { outcomes } from '../texts.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: no other house is compared with the official texts')

describe.runIf(texts)('clauses that answer the same topic answer each other', () => {
  const library = loadLibrary()
  const official = (id: string) => ({
    id,
    known: true,
    source: readFileSync(join(texts!, id, 'license.txt'), 'utf8'),
  })

  test('in another house’s words', async () => {
    const file = 'examples/agreements/lantern-2.md'
    const lantern = { id: 'lantern-2.md', known: false, source: readFileSync(file, 'utf8') }
    const { comparison } = compareTexts(await library, lantern, official('llama-3.1'))
    expect(outcomes(comparison)).toEqual(
      expect.arrayContaining([
        '1.a: changed',
        '1.b → 1.b.i: changed',
        '2: changed',
        '3 → 1.b.iv: changed, moved',
        '4 → 3: changed',
        '5 → 4: changed',
        '6: changed',
        '7: changed',
      ]),
    )
    const { comparison: back } = compareTexts(await library, official('llama-3.1'), lantern)
    expect(outcomes(back)).toEqual(expect.arrayContaining(['2: changed', '3 → 4: changed', '6: changed']))
  })

  test('in a license that was rewritten', async () => {
    const { comparison } = compareTexts(await library, official('llama-1'), official('llama-2'))
    expect(outcomes(comparison)).toEqual(
      expect.arrayContaining(['9 → 5.a: changed, moved', '6 → 5.c: changed', '7.a → 6: changed']),
    )
  })
})
