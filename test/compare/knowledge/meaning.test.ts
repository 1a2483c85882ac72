import { beforeAll, describe, expect, it } from 'vitest'
import { compareTopics } from '../../../src/compare/knowledge/topic-comparison.ts'
import type { ChangeKind, TopicComparison } from '../../../src/compare/types.ts'
import { type Library, loadLibrary } from '../../../src/library/index.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

const compared = (left: string, right: string): TopicComparison[] =>
  (['agreement', 'use-policy'] as const).flatMap((document) =>
    compareTopics(library, document, library.licenses.get(left)!, library.licenses.get(right)!),
  )
const kindOf = (left: string, right: string, topic: string): ChangeKind | undefined =>
  compared(left, right).find(({ id }) => id === topic)?.meaning?.change

describe('what a change means', () => {
  it('is said of every topic that differs between any two licenses, and of no other', () => {
    const ids = [...library.licenses.keys()]
    for (const left of ids)
      for (const right of ids.filter((id) => id !== left))
        for (const { id, status, terms, meaning } of compared(left, right)) {
          const differs = status === 'same' ? terms.length > 0 : status !== 'silent'
          expect([left, right, id, meaning !== undefined]).toEqual([left, right, id, differs])
          if (!meaning) continue
          expect(meaning.says).toMatch(/^[A-Z“].*[.”]$/s)
          expect(meaning.says).not.toMatch(/undefined|\{value\}|[a-z]_[a-z]|\bnot nothing\b|-stated\b/)
          expect(meaning.short).toMatch(/^[A-Z“].*[.”]$/s)
          expect(meaning.short).not.toMatch(/undefined|\{value\}|[a-z]_[a-z]|Before:|After:/)
          expect(meaning.facts.map(({ fact }) => fact)).toEqual(
            meaning.facts.length > 0 ? terms.map(({ fact }) => fact) : [],
          )
        }
  })

  it('turns with the direction', () => {
    const turned: Record<ChangeKind, ChangeKind> = {
      freer: 'stricter',
      stricter: 'freer',
      'new duty': 'duty gone',
      'duty gone': 'new duty',
      neutral: 'neutral',
    }
    const ids = [...library.licenses.keys()]
    for (const left of ids)
      for (const right of ids.filter((id) => id > left)) {
        const back = new Map(compared(right, left).map((one) => [one.id, one.meaning]))
        for (const { id, meaning } of compared(left, right)) {
          if (!meaning) continue
          const other = back.get(id)!
          const factKinds = meaning.facts.map(({ change }) => turned[change])
          expect([id, other.facts.map(({ change }) => change)]).toEqual([id, factKinds])
          // What is stricter in one thing and freer in another is told as stricter both ways.
          const mixed = new Set(factKinds.filter((kind) => kind !== 'neutral')).size > 1
          expect([left, right, id, other.change]).toEqual([
            left,
            right,
            id,
            mixed ? 'stricter' : turned[meaning.change],
          ])
        }
      }
  })

  it.each([
    ['llama-2', 'llama-3.1', 'model-improvement', 'freer'],
    ['llama-3.1', 'llama-2', 'model-improvement', 'stricter'],
    ['llama-2', 'llama-3', 'built-with-display', 'new duty'],
    ['llama-3', 'llama-2', 'built-with-display', 'duty gone'],
    ['llama-3', 'llama-3.1', 'built-with-display', 'freer'],
    ['llama-3', 'llama-3.1', 'model-naming', 'stricter'],
    ['llama-3.1', 'llama-3.2', 'multimodal-european-union', 'stricter'],
    ['llama-3.1', 'llama-3.2', 'safety-circumvention', 'stricter'],
    ['llama-3.1', 'llama-3.2', 'military-and-controlled-uses', 'stricter'],
    ['llama-3.1', 'llama-3.2', 'user-threshold', 'neutral'],
    ['llama-1', 'llama-2', 'commercial-use', 'freer'],
    ['llama-1', 'llama-2', 'user-threshold', 'neutral'],
    ['llama-1', 'llama-2', 'deletion', 'new duty'],
    ['llama-1', 'llama-2', 'derivatives-ownership', 'freer'],
    // The first license says it in its own section 2.
    ['llama-1', 'llama-4', 'safety-circumvention', 'neutral'],
    ['llama-4', 'llama-1', 'unlawful-activity', 'neutral'],
  ] as const)('from %s to %s, %s: %s', (left, right, topic, kind) => {
    expect(kindOf(left, right, topic)).toBe(kind)
  })

  it('says before and after in words, and what to do', () => {
    const topic = compared('llama-3', 'llama-3.1').find(({ id }) => id === 'built-with-display')!
    expect(topic.meaning!.says).toBe(
      'Freer: Before: The line is due for a product or service that uses the materials. After: The line is due for a product or service that contains the materials. Beside that: Before: The words to show are “Built with Meta Llama 3”. After: The words to show are “Built with Llama”.',
    )
    expect(topic.meaning!.todo).toContain('Show the words of the license under which the model is.')
  })

  it('is not said of a text that the library does not know', () => {
    const topics = compareTopics(library, 'agreement', library.licenses.get('llama-3'), undefined)
    expect(topics.filter(({ meaning }) => meaning !== undefined)).toEqual([])
  })
})
