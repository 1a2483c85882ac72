import type { Library, TextKind } from '../../library/index.ts'
import type { TopicHints } from '../types.ts'
import { type Guess, type Ranked, type Ranker, rankerOf, type Teller, tellerOf } from './classifier.ts'
import { libraryText } from './topic-comparison.ts'
import { topicsAt } from './topics-at.ts'

/** Of two clauses that may answer each other, a topic that is only nearest by the library's words says less. */
const nearestShare = 0.5

/** Its title names any agreement, whatever its words. */
const titled = { topic: 'agreement-identity', confidence: 0.9 }

/** What is known of two texts' topics. */
export interface TextTopics {
  /** For the alignment: every topic that a clause may be about, and how sure that is. */
  candidates: TopicHints
  /** For the reader: what is known, and what is recognised with its confidence. */
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
  const tell = remembering(library)
  const side = (text: typeof one, unknown: TopicHints['left']): TopicHints['left'] => {
    if (text?.document !== document) return unknown
    return ({ path }) => topicsAt(library, text.license, document, path).map((topic) => ({ topic }))
  }
  const likely: TopicHints['left'] = ({ heading = '', text }) => {
    const told = tell({ heading, text })
    const nearest = rank({ heading, text }).slice(0, 1)
    return [
      ...told,
      ...nearest
        .filter(({ topic }) => !told.some((one) => one.topic === topic))
        .map(({ topic, confidence }) => ({ topic, confidence: confidence * nearestShare })),
    ]
  }
  const sure: TopicHints['left'] = ({ heading = '', text, path }) =>
    path === 'title' ? [titled] : tell({ heading, text })
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

/** A teller that is asked for each clause once, and made when it is asked first. */
function remembering(library: Library): Teller {
  let tell: Teller | undefined
  const known = new Map<string, Guess[]>()
  return (clause) => {
    const key = `${clause.heading}\n${clause.text}`
    let told = known.get(key)
    if (!told) {
      tell ??= tellerOf(library)
      told = tell(clause)
      known.set(key, told)
    }
    return told
  }
}
