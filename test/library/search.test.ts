import { describe, expect, it } from 'vitest'
import { loadLibrary, searchLibrary } from '../../src/library/index.ts'

const library = await loadLibrary()

describe('a search of the library', () => {
  it.each([
    ['can a European company use vision models', 'llama-4/multimodal-european-union'],
    ['must we show Built with Llama', 'llama-4/built-with-display'],
    ['governing law and courts', 'llama-4/governing-law'],
    ['threshold of users', 'llama-4/user-threshold'],
  ])('for “%s” finds the newest statement on it first', (words, id) => {
    expect(searchLibrary(library, words)[0]!.id).toBe(id)
  })

  it('tells where a license is silent, with no section, and elsewhere the words with theirs', () => {
    const [silent] = searchLibrary(library, 'European Union multimodal', { license: 'llama-2' })
    expect(silent).toMatchObject({ silent: true, sections: [], quotes: [] })
    for (const { silent: none, sections, quotes, says } of searchLibrary(library, 'termination', {
      most: 50,
    })) {
      expect(says).not.toBe('')
      if (!none) expect(sections.length + quotes.length).toBeGreaterThan(0)
    }
  })

  it('finds nothing where words stand nowhere, and as many as are asked for', () => {
    expect(searchLibrary(library, 'xyzzy of the license')).toEqual([])
    expect(searchLibrary(library, 'notice', { most: 3 })).toHaveLength(3)
  })
})
