import { beforeAll, describe, expect, test } from 'vitest'
import { classifierOf } from '../../../src/compare/knowledge/classifier.ts'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { accuracyOf, houses } from './accuracy.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary()
})

describe('clauses of agreements in other houses’ styles', () => {
  test.each(houses())('$house: most get their topic, hardly one a wrong one', ({ document, clauses }) => {
    const { right, wrong } = accuracyOf(library, document, clauses)
    const ofTopics = clauses.filter(({ topic }) => topic !== null).length
    for (const { topic } of clauses) if (topic !== null) expect(library.topics.has(topic), topic).toBe(true)
    expect(right / ofTopics).toBeGreaterThanOrEqual(0.75)
    expect(wrong.map(({ clause, guess }) => `${clause.topic}: ${guess}`).length).toBeLessThanOrEqual(1)
  })

  test('a clause on what no topic is about is left unclassified', () => {
    for (const { house, document, clauses } of houses()) {
      const { rightlyNone } = accuracyOf(library, document, clauses)
      expect(rightlyNone, house).toBe(clauses.filter(({ topic }) => topic === null).length)
    }
  })
})

describe('a clause that says too little', () => {
  test.each(['', 'Miscellaneous.', 'Of the and or to.', '12.3.4', '§ § §'])('%j has no topic', (text) => {
    for (const document of ['agreement', 'use-policy'] as const) {
      expect(classifierOf(library, document)({ heading: '', text })).toBeUndefined()
    }
  })
})

test('a restatement of the library is of its own topic, and the confidence is between 0 and 1', () => {
  const own = [...library.terms.values()].filter(({ license, absent }) => license === 'llama-2' && !absent)
  const classify = {
    agreement: classifierOf(library, 'agreement'),
    'use-policy': classifierOf(library, 'use-policy'),
  }
  let right = 0
  for (const term of own) {
    if (term.absent) continue
    const guess = classify[term.document]({ heading: '', text: term.restatement })
    if (!guess) continue
    expect(guess.confidence).toBeGreaterThanOrEqual(0.5)
    expect(guess.confidence).toBeLessThanOrEqual(1)
    if (guess.topic === term.topic) right += 1
  }
  expect(right / own.length).toBeGreaterThan(0.9)
})
