import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../src/compare/index.ts'
import { loadLibrary } from '../../../src/library/index.ts'

const library = await loadLibrary()

/** What is said of a topic, where neither text is the library's. */
function statusOf(topic: string, left: string, right: string): string | undefined {
  const text = (id: string, source: string) => ({ id, known: false, source, format: 'text' as const })
  const { comparison } = compareTexts(library, text('a.txt', left), text('b.txt', right))
  return comparison.knowledge?.topics.find(({ id }) => id === topic)?.status
}

const fee = '1. Fee. The customer pays the fee within thirty days of the invoice.\n\n'
const liability =
  '2. Losses. In no event will the provider be liable for any damages that the service causes.\n'

describe('a topic that the wording of one text alone tells', () => {
  it('is changed where the clause has its answer in other words', () => {
    const reworded = '2. Losses. The provider will answer for any damages that the service causes.\n'
    expect(statusOf('liability', fee + liability, fee + liability)).toBe('same')
    expect(statusOf('liability', fee + liability, fee + reworded)).toBe('changed')
    expect(statusOf('liability', fee + reworded, fee + liability)).toBe('changed')
  })

  it('is removed or added with its clause', () => {
    expect(statusOf('liability', fee + liability, fee)).toBe('removed')
    expect(statusOf('liability', fee, fee + liability)).toBe('added')
  })
})
