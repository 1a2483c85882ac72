import { describe, expect, it } from 'vitest'
import { loadLibrary, type TextKind, withoutVersion } from '../../src/library/index.ts'

const library = await loadLibrary()

/** Topics on which two neighbours say something else, version names and dates apart. */
function different(left: string, right: string, document: TextKind): string[] {
  const [one, other] = [library.licenses.get(left)!, library.licenses.get(right)!]
  return [...library.topics.values()]
    .filter((topic) => topic.document === document)
    .filter(({ id }) => {
      const [from, to] = [library.terms.get(`${left}/${id}`)!, library.terms.get(`${right}/${id}`)!]
      const words = [from, to].map((term) => (term.absent ? term.follows : term.restatement))
      return withoutVersion(words[0]!, one) !== withoutVersion(words[1]!, other)
    })
    .map(({ id }) => id)
}

describe('restatements of the same law share their words, so that neighbours differ where the texts do', () => {
  it.each<[string, string, TextKind, string[]]>([
    ['llama-3.1', 'llama-3.2', 'agreement', []],
    ['llama-3.2', 'llama-3.3', 'agreement', []],
    ['llama-3.3', 'llama-4', 'agreement', ['agreement-identity', 'user-threshold']],
    ['llama-2', 'llama-3', 'use-policy', ['known-dangers']],
    ['llama-3', 'llama-3.1', 'use-policy', ['third-party-infringement', 'known-dangers', 'reporting']],
    ['llama-3.2', 'llama-3.3', 'use-policy', []],
    ['llama-3.3', 'llama-4', 'use-policy', []],
    [
      'llama-3.1',
      'llama-3.2',
      'use-policy',
      [
        'sensitive-personal-data',
        'safety-circumvention',
        'military-and-controlled-uses',
        'harmful-third-party-tools',
        'multimodal-european-union',
      ],
    ],
    [
      'llama-2',
      'llama-3',
      'agreement',
      [
        'agreement-copy',
        'built-with-display',
        'model-naming',
        'attribution-notice',
        'warranty',
        'trademarks',
      ],
    ],
    [
      'llama-3',
      'llama-3.1',
      'agreement',
      ['agreement-copy', 'built-with-display', 'model-naming', 'model-improvement', 'trademarks'],
    ],
  ])('%s and %s, %s', (left, right, document, topics) => {
    expect(different(left, right, document)).toEqual(topics)
  })
})
