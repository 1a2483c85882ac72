import { describe, expect, test } from 'vitest'
import { withoutTypographicChanges } from '../../src/compare/report.ts'
import { ownLines } from '../../src/compare/text/own-lines.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { compared, expectNothingLost, outcomes, readText } from './texts.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: the official texts are not compared')

const agreements = ['llama-1', 'llama-2', 'llama-3', 'llama-3.1', 'llama-3.2', 'llama-3.3', 'llama-4']
const policies = agreements.slice(1).map((id) => `${id}/use-policy`)

/** What differs, by eye from the texts (5.c of Llama 2 in an “an” alone); every other clause is identical. */
const expected: Record<string, Partial<Record<'changed' | 'added' | 'removed' | 'cosmetic', string>>> = {
  'llama-1 → llama-2': {
    changed: 'title, recital.2, 1, 1.a, 3 → 1.b.iii moved, 4 → 3, 5 → 4, 10 → 7',
    added:
      'recital.1, definition.agreement, definition.documentation, definition.licensee, definition.llama-2, definition.llama-materials, definition.meta, 1.b, 1.b.i, 1.b.ii, 1.b.iv, 1.b.v, 2, 5, 5.a, 5.b, 5.c, 6',
    removed: 'recital.1, 1.b, 1.c, 2, 2.a, 2.b, 2.c, 2.d, 2.e, 6, 7, 7.a, 7.b, 7.c, 8, 9, 11',
  },
  'llama-2 → llama-3': {
    changed: '1.b.i, 3, 5.a',
    cosmetic:
      'title, recital.1, definition.agreement, definition.documentation, definition.licensee, definition.llama-2 → definition.meta-llama-3, definition.llama-materials, definition.meta, recital.2, 1.a, 1.b.iii, 1.b.iv, 1.b.v, 2, 5.b, 5.c',
  },
  'llama-3 → llama-3.1': {
    changed: '1.b.i, 5.a',
    removed: '1.b.v',
    cosmetic:
      'title, recital.1, definition.documentation, definition.meta-llama-3 → definition.llama-3-1, definition.llama-materials, 1.b.iii, 1.b.iv, 2, 5.c',
  },
  'llama-3.1 → llama-3.2': {
    cosmetic:
      'title, recital.1, definition.documentation, definition.llama-3-1 → definition.llama-3-2, definition.llama-materials, 1.b.iii, 1.b.iv, 2, 5.c',
  },
  'llama-3.2 → llama-3.3': {
    cosmetic:
      'title, recital.1, definition.documentation, definition.llama-3-2 → definition.llama-3-3, definition.llama-materials, 1.b.iii, 1.b.iv, 2, 5.c',
  },
  'llama-3.3 → llama-4': {
    // The release date is called the effective date.
    changed: 'recital.1',
    cosmetic:
      'title, definition.documentation, definition.llama-3-3 → definition.llama-4, definition.llama-materials, 1.b.iii, 1.b.iv, 2, 5.c',
  },
  'llama-2 → llama-3.1': {
    changed: '1.b.i, 3, 5.a',
    removed: '1.b.v',
    cosmetic:
      'title, recital.1, definition.agreement, definition.documentation, definition.licensee, definition.llama-2 → definition.llama-3-1, definition.llama-materials, definition.meta, recital.2, 1.a, 1.b.iii, 1.b.iv, 2, 5.b, 5.c',
  },
  'llama-2/use-policy → llama-3/use-policy': { cosmetic: 'title, recital.1, recital.2, 1.6, 2, 3, 3.5' },
  'llama-3/use-policy → llama-3.1/use-policy': {
    // “Llama 3 Materials” become “Llama Materials”, and “Llama” becomes “Llama 3.1”.
    // The address for issues with the model is another one.
    changed: '1.6, paragraph.1.1, paragraph.1.4',
    cosmetic: 'title, recital.1, recital.2, 2, 3, 3.5',
  },
  'llama-3.1/use-policy → llama-3.2/use-policy': {
    changed: '1.5, 2.1 → 2.8',
    added: '1.8, 5, paragraph.1',
    cosmetic: 'title, recital.1, recital.2, 2, 3, 3.5 → 3.18, paragraph.1.4 → paragraph.2.4',
  },
  'llama-3.2/use-policy → llama-3.3/use-policy': {
    cosmetic: 'title, recital.1, recital.2, 2, 3, 3.18 → 3.5, 5, paragraph.1, paragraph.2.4',
  },
  'llama-3.3/use-policy → llama-4/use-policy': {
    cosmetic:
      'title, recital.1, recital.2, 2 → 3, 3 → 4, 3.5 → 4.5, 5 → 6, paragraph.1, paragraph.2.2, paragraph.2.3, paragraph.2.4',
  },
}

describe.runIf(texts)('the official texts', () => {
  test.each(Object.entries(expected))('%s', async (ids, statuses) => {
    const library = await loadLibrary()
    const [from = '', to = ''] = ids.split(' → ')
    const [left, right] = [readText(texts!, from), readText(texts!, to)]
    const own = { left: ownLines(library, from)!, right: ownLines(library, to)! }
    const found = outcomes(compared(left, right, { own }))
    for (const status of ['changed', 'added', 'removed', 'cosmetic'] as const) {
      const paths = found.flatMap((outcome) => {
        const [path, what] = outcome.split(': ')
        return what!.startsWith(status) ? [path + what!.slice(status.length).replace(',', '')] : []
      })
      expect([status, paths.join(', ')]).toEqual([status, statuses[status] ?? ''])
    }
  })

  test('lose no word, whichever two are compared', () => {
    const all = [...agreements, ...policies].map((id) => readText(texts!, id))
    for (const left of all) for (const right of all) expectNothingLost(left, right, compared(left, right))
  })

  test('have no difference from themselves', () => {
    for (const id of [...agreements, ...policies]) {
      const text = readText(texts!, id)
      const { pairs, summary } = compared(text, text)
      expect([id, summary.identical, summary.moved]).toEqual([id, pairs.length, 0])
    }
  })

  test('give the same comparison every time', () => {
    const [left, right] = [readText(texts!, 'llama-1'), readText(texts!, 'llama-4')]
    expect(compared(left, right)).toEqual(compared(left, right))
  })

  test('show §1.b.i of Llama 2 and 3.1 in three replacements, not in ten fragments', () => {
    const { pairs } = compared(readText(texts!, 'llama-2'), readText(texts!, 'llama-3.1'))
    const pieces = withoutTypographicChanges(pairs.find(({ left }) => left?.path === '1.b.i')!.pieces)
    expect(pieces.filter(({ op }) => op === 'equal')).toHaveLength(4)
    expect(pieces.filter(({ op }) => op === 'delete')).toHaveLength(3)
    expect(pieces.filter(({ op }) => op === 'insert')).toHaveLength(3)
  })

  test('show §2 of Llama 2 and 3.1 as different in the version’s name and an apostrophe alone', async () => {
    const library = await loadLibrary()
    const own = { left: ownLines(library, 'llama-2')!, right: ownLines(library, 'llama-3.1')! }
    const { pairs } = compared(readText(texts!, 'llama-2'), readText(texts!, 'llama-3.1'), { own })
    const { pieces, status } = pairs.find(({ left }) => left?.path === '2')!
    expect(status).toBe('cosmetic')
    expect(
      pieces.filter(({ op }) => op !== 'equal').map(({ text, typography = false }) => [text, typography]),
    ).toEqual([
      ['Llama 2', false],
      ['Llama 3.1', false],
      ["'", true],
      ['’', true],
    ])
  })
})
