import type { Library, TextKind } from '../../library/index.ts'
import type { TopicHints } from '../types.ts'
import { guessOf, type Ranked, type Ranker, rankerOf } from './classifier.ts'
import { libraryText } from './topic-comparison.ts'
import { topicsAt } from './topics-at.ts'

/** A topic that comes less near than this to a clause's likeliest says nothing of it. */
const leastShare = 0.6

/** What is known of two texts' topics. */
export interface TextTopics {
  /** For the alignment: every topic that a clause may be about, and how sure that is. */
  candidates: TopicHints
  /** For the reader: what is known, and one guess where it is sure. */
  told: TopicHints
}

/**
 * Tells the topics of two texts' clauses: as the library knows them, and by their wording in a text that it does not
 * know.
 *
 * @param left the left text's id, or a name that is none
 */
export function topicsOfTexts(library: Library, left: string, right: string): TextTopics {
  const [one, other] = [libraryText(library, left), libraryText(library, right)]
  const document = (one ?? other)?.document ?? 'agreement'
  const rank = remembered(library, document)
  const guess = guessOf(rank)
  const side = (text: typeof one, unknown: TopicHints['left']): TopicHints['left'] => {
    if (text?.document !== document) return unknown
    return ({ path }) => topicsAt(library, text.license, document, path).map((topic) => ({ topic }))
  }
  const likely: TopicHints['left'] = ({ heading = '', text }) =>
    rank({ heading, text })
      .filter(({ share }) => share >= leastShare)
      .map(({ topic, confidence, share }) => ({ topic, confidence: confidence * share }))
  const sure: TopicHints['left'] = ({ heading = '', text }) => {
    const found = guess({ heading, text })
    return found ? [found] : []
  }
  return {
    candidates: { left: side(one, likely), right: side(other, likely) },
    told: { left: side(one, sure), right: side(other, sure) },
  }
}

/** A ranker that is asked for each clause once: the alignment and the report ask for the same. */
function remembered(library: Library, document: TextKind): Ranker {
  let rank: Ranker | undefined
  const known = new Map<string, Ranked[]>()
  return (clause) => {
    const key = `${clause.heading}\n${clause.text}`
    let ranked = known.get(key)
    if (!ranked) {
      rank ??= rankerOf(library, document)
      ranked = rank(clause)
      known.set(key, ranked)
    }
    return ranked
  }
}
