import MiniSearch from 'minisearch'
import type { Library, TextKind } from '../../library/index.ts'
import { recognizerOf } from './cues/recognize.ts'
import { learned } from './learned.ts'
import { confidenceOf, type Evidence, type Reliability } from './reliability.ts'
import { stemmedWords, stemOf } from './stem.ts'

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

/** A topic that a clause may be about. */
export interface Ranked extends Guess {
  /** Of the best topic's score, 0 to 1. */
  share: number
}

/** Tells the topics that a clause may be about, the likeliest first: how likely each is without regard to the others. */
export type Ranker = (clause: ClauseWords) => Ranked[]

/** Below this nothing is told: a wrong topic misleads, and a missing one does not. */
export const leastConfidence = 0.5
/** A clause of fewer words says too little to tell. */
const fewestWords = 3
/** Score a word at which a guess without a rival is as likely wrong as right. */
const halfScore = 5
const mostRanked = 4
/** Of the ranked topics, so many speak for one that a cue shows. */
const mostNear = 2

interface TopicDocument {
  id: string
  title: string
  question: string
  wording: string
}

/** Tells every topic that a clause is recognised to answer, the surest first. */
export type Teller = (clause: ClauseWords) => Guess[]

/** A topic that a clause shows, and by what. */
export interface Shown {
  topic: string
  evidence: Evidence
}

/**
 * Tells the topics of a clause of any agreement by the cues of the library (`clauses/cues.yaml`): a clause may answer
 * several, and those of a use policy where it forbids something.
 *
 * @param reliable how often each kind of evidence was right where somebody judged it
 * @example
 * ```ts
 * tellerOf(library)({ heading: '', text: 'The laws of Norway govern this deed.' })
 * // [{ topic: 'governing-law', confidence: 0.87 }]
 * ```
 */
export function tellerOf(library: Library, reliable: Reliability = learned): Teller {
  const show = showerOf(library)
  return (clause) =>
    show(clause)
      .map(({ topic, evidence }) => ({ topic, confidence: confidenceOf(evidence, reliable) }))
      .filter(({ confidence }) => confidence >= leastConfidence)
      .sort((a, b) => b.confidence - a.confidence)
}

/** The topics that a clause shows, however sure that is. */
export function showerOf(library: Library): (clause: ClauseWords) => Shown[] {
  const documentOfTopic = (topic: string) => library.topics.get(topic)?.document
  const recognize = recognizerOf(library.cues, (topic) => library.topics.get(topic)?.staff !== undefined)
  const rank = { agreement: rankerOf(library, 'agreement'), 'use-policy': rankerOf(library, 'use-policy') }
  return (clause) => {
    // A heading alone answers nothing: what stands below it does.
    if (clause.text.trim() === clause.heading.trim()) return []
    const found = [...recognize(clause)].filter(([topic]) => library.topics.has(topic))
    return found.map(([topic, { says, hints, heading }]) => {
      const near = rank[documentOfTopic(topic)!](clause)
      const words = near.slice(0, mostNear).some((one) => one.topic === topic)
      const sign = says ? (heading ? 'sentence+heading' : 'sentence') : hints ? 'hint' : 'heading'
      return { topic, evidence: words ? `${sign}+words` : sign }
    })
  }
}

/**
 * Proposes a clause's likeliest topic: the one that it is recognised to answer, else the one whose words in the library
 * are nearest. For a person who decides: a report tells what {@link tellerOf} tells.
 */
export function classifierOf(library: Library, document: TextKind): Classifier {
  const tell = tellerOf(library)
  const nearest = nearestOf(rankerOf(library, document))
  return (clause) =>
    tell(clause).find(({ topic }) => library.topics.get(topic)!.document === document) ?? nearest(clause)
}

/** What a ranker is sure of: no rival near. */
function nearestOf(rank: Ranker): Classifier {
  return (clause) => {
    const [best, second] = rank(clause)
    if (!best) return undefined
    const margin = second ? 1 - second.share : 1
    const confidence = Math.round(best.confidence * Math.min(1, 0.4 + 1.6 * margin) * 100) / 100
    return confidence < leastConfidence ? undefined : { topic: best.topic, confidence }
  }
}

/**
 * Ranks topics by the library's own words: each is a document of its title, its question and what all licenses say on
 * it, ranked by BM25 against the clause's heading and words.
 */
export function rankerOf(library: Library, document: TextKind): Ranker {
  const index = new MiniSearch<TopicDocument>({
    fields: ['title', 'question', 'wording'],
    tokenize: stemmedWords,
    processTerm: stemOf,
  })
  index.addAll(
    [...library.topics.values()]
      .filter((topic) => topic.document === document)
      .map((topic) => documentOf(library, topic.id)),
  )

  return ({ heading, text }) => {
    const body = stemmedWords(text)
    if (body.length < fewestWords) return []
    const scores = new Map<string, number>()
    const asked = new Set<string>()
    const known = new Map<string, Set<string>>()
    const add = (query: string, weight: number, boost: Record<string, number>) => {
      const distinct = new Set(
        stemmedWords(query)
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
    const ranked = [...scores].sort(([, a], [, b]) => b - a)
    return ranked.slice(0, mostRanked).map(([topic, score]) => {
      const coverage = known.get(topic)!.size / asked.size
      // Strong words, and not only a stray word of the clause: each alone can make a guess doubtful.
      const confidence = (score / (score + halfScore)) * Math.min(1, 0.7 + coverage)
      return { topic, confidence, share: score / ranked[0]![1] }
    })
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
