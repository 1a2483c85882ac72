import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { compareTexts } from '../../src/compare/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { openTexts, pinnedTexts } from '../../src/texts/index.ts'
import { comparisonToDocx } from '../../src/word/index.ts'
import { paragraphsOf } from '../word/comparisons.ts'
import { found, readInLibreOffice } from './libreoffice.ts'

describe.runIf(found)('the Word redline in LibreOffice', () => {
  it('reads as the right text with all changes accepted, as the left with all rejected, for every pair', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-redline-'))
    try {
      const library = await loadLibrary()
      const store = openTexts(library.licenses)
      const texts = await Promise.all(
        pinnedTexts(library.licenses).map(async ({ id, text }) => {
          const source = (await store.read(id))?.source
          return { id, kind: text.kind, known: true, ...(source === undefined ? {} : { source }) }
        }),
      )
      const pairs = texts.flatMap((left, at) =>
        texts
          .slice(at + 1)
          .filter(({ kind }) => kind === left.kind)
          .map((right) => [left, right] as const),
      )
      const compared = new Map(
        pairs.map(([left, right]) => [
          join(folder, `${left.id}-${right.id}.docx`.replaceAll('/', '-')),
          compareTexts(library, left, right).comparison,
        ]),
      )
      // Whole licenses: the agreement and its use policy in one file, and a license that has no policy.
      const whole = (id: string) => {
        const [agreement, policy] = [id, `${id}/use-policy`].map((one) =>
          texts.find((text) => text.id === one),
        )
        return { ...agreement!, ...(policy && { policy }) }
      }
      for (const [left, right] of [
        ['llama-3.1', 'llama-3.2'],
        ['llama-2', 'llama-4'],
        ['llama-1', 'llama-3.3'],
      ] as const)
        compared.set(
          join(folder, `whole-${left}-${right}.docx`),
          compareTexts(library, whole(left), whole(right)).comparison,
        )
      // What a reader of the published text would write down of it.
      const published = new Map(
        texts.map(({ id, source }) => [
          id,
          source && clausesOf(parseAgreement(source)).map(({ label, text }) => label + text),
        ]),
      )
      for (const [file, comparison] of compared) {
        writeFileSync(file, await comparisonToDocx(comparison, { author: 'A. Counsel', date: '2025-01-31' }))
      }
      const read = readInLibreOffice(folder, compared.keys())
      for (const [file, comparison] of compared) {
        const agreement = (how: 'accept' | 'reject') =>
          read[file]![how].filter(([style]) => style.startsWith('Agreement')).map(([, text]) => text)
        expect([file, agreement('accept')]).toEqual([file, paragraphsOf(comparison, 'right')])
        expect([file, agreement('reject')]).toEqual([file, paragraphsOf(comparison, 'left')])
        const words = (paragraphs: string[]) => paragraphs.join('').replace(/\s/g, '')
        const texts = Object.keys(comparison.summaryBy).length
        const wordsOfAll = ({ texts: own = [], id }: typeof comparison.left) => {
          const ids = texts > 1 ? own.map((text) => text.id) : [id]
          const all = ids.map((one) => published.get(one))
          return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one!)
        }
        const [left, right] = [wordsOfAll(comparison.left), wordsOfAll(comparison.right)]
        if (left) expect([file, words(agreement('reject'))]).toEqual([file, words(left)])
        if (right) expect([file, words(agreement('accept'))]).toEqual([file, words(right)])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
