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

/** Below this a guess is wrong too often, by the agreements of test/fixtures/houses. */
const leastConfidence = 0.5
/** A clause of fewer words says too little to tell. */
const fewestWords = 3
/** Score a word at which a guess without a rival is as likely wrong as right. */
const halfScore = 5

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
    const asked = new Set<string>()
    const known = new Map<string, Set<string>>()
    const add = (query: string, weight: number, boost: Record<string, number>) => {
      const distinct = new Set(
        wordsOf(query)
          .map(stemOf)
          .filter((stem) => stem !== null),
      )
      if (distinct.size === 0) return
      for (const stem of distinct) asked.add(stem)
      for (const { id, score, queryTerms } of index.search(query, { boost })) {
        scores.set(id, (scores.get(id) ?? 0) + (weight * score) / distinct.size)
        known.set(id, new Set([...(known.get(id) ?? []), ...queryTerms]))
      }
    }
    if (heading !== '') add(heading, 0.6, { title: 3, question: 1.5 })
    add(text, 1, { title: 2, question: 1 })
    const [best, second] = [...scores].sort(([, a], [, b]) => b - a)
    if (!best) return undefined
    const [topic, score] = best
    const margin = second ? 1 - second[1] / score : 1
    const coverage = known.get(topic)!.size / asked.size
    // Strong words, no rival near, and not only a stray word of the clause: each alone can make a guess doubtful.
    const sure = (score / (score + halfScore)) * Math.min(1, 0.4 + 1.6 * margin) * Math.min(1, 0.7 + coverage)
    const confidence = Math.round(sure * 100) / 100
    return confidence < leastConfidence ? undefined : { topic, confidence }
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
