import MiniSearch from 'minisearch'
import type { Library, TextKind } from '../../library/index.ts'
import { stemOf, wordsOf } from './stem.ts'

/** What is asked of the classifier: a clause of any agreement. */
export interface ClauseWords {
  heading: string
  text: string
}

export interface Guess {
  topic: string
  /** 0 to 1. */
  confidence: number
}

/** Tells a clause's topic, or undefined where no topic is near enough or two are as near. */
export type Classifier = (clause: ClauseWords) => Guess | undefined

/** Below this a guess is wrong too often, by the agreements of test/fixtures/agreements. */
const leastConfidence = 0.35
/** A clause of fewer words says too little to tell. */
const fewestWords = 3
/** Score for a word that weighs as much as the collection's rarest ones, where confidence is one half. */
const halfScore = 1.1

interface TopicDocument {
  id: string
  title: string
  question: string
  wording: string
}

/**
 * A classifier made of the library's own words: each topic is a document of its title, its question and what all
 * licenses say on it, ranked by BM25 against the clause's heading and words.
 */
export function classifierOf(library: Library, document: TextKind): Classifier {
  const index = new MiniSearch<TopicDocument>({
    fields: ['title', 'question', 'wording'],
    tokenize: wordsOf,
    processTerm: stemOf,
  })
  index.addAll(
    [...library.topics.values()]
      .filter((topic) => topic.document === document)
      .map((topic) => documentOf(library, topic.id)),
  )

  return ({ heading, text }) => {
    const body = wordsOf(text)
    if (body.length < fewestWords) return undefined
    const scores = new Map<string, number>()
    const add = (query: string, weight: number, boost: Record<string, number>) => {
      const distinct = new Set(wordsOf(query).map(stemOf).filter(Boolean))
      if (distinct.size === 0) return
      for (const { id, score } of index.search(query, { boost })) {
        scores.set(id, (scores.get(id) ?? 0) + (weight * score) / distinct.size)
      }
    }
    if (heading !== '') add(heading, 0.6, { title: 3, question: 1.5 })
    add(text, 1, { title: 2, question: 1 })
    const [best, second] = [...scores].sort(([, a], [, b]) => b - a)
    if (!best) return undefined
    const margin = second ? 1 - second[1] / best[1] : 1
    const strength = best[1] / (best[1] + halfScore)
    const confidence = Math.round(strength * Math.min(1, 0.55 + margin * 1.5) * 100) / 100
    return confidence < leastConfidence ? undefined : { topic: best[0], confidence }
  }
}

function documentOf(library: Library, id: string): TopicDocument {
  const { title, question } = library.topics.get(id)!
  const wording = new Set<string>()
  for (const license of library.licenses.keys()) {
    const term = library.terms.get(`${license}/${id}`)
    if (!term || term.absent) continue
    wording.add(term.restatement)
    for (const { text } of term.quotes) wording.add(text)
  }
  return { id, title, question, wording: [...wording].join('\n') }
}
