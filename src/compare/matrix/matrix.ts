import {
  type Absence,
  citedAs,
  type Fact,
  type ImpactCase,
  type Library,
  type License,
  type Quote,
  type Term,
  type TextKind,
  type Topic,
  topicOf,
  withoutVersion,
} from '../../library/index.ts'
import { lawOf } from '../../library/show.ts'

/** What one license answers to the topic of a matrix. */
export interface MatrixAnswer {
  license: { id: string; name: string; title: string; released?: string }
  absent: boolean
  /** The restatement, or what follows from the silence. */
  says: string
  /** Places of the clauses in their text, and how these are cited, in the same order. */
  sections: string[]
  citations: string[]
  /** Each with how its clause is cited. */
  quotes: (Quote & { citation: string })[]
  /** By the fact's name; empty where the license is silent. */
  facts: Record<string, Fact>
  impact: Partial<Record<ImpactCase, string>>
  /** The first license with the same answer but for the version's own name and dates. */
  sameAs?: string
}

/** A fact of the topic, and whether the licenses that answer it have different values. */
export interface MatrixFact {
  fact: string
  means: string
  /** Whether it differs in more than the version's own name and dates. */
  differs: boolean
}

/** One topic across all licenses. */
export interface TopicMatrix {
  libraryDigest: string
  topic: {
    id: string
    title: string
    question: string
    why: string
    weight: number
    weightReason: string
    document: TextKind
  }
  facts: MatrixFact[]
  answers: MatrixAnswer[]
}

/**
 * One topic across all licenses, in the order of their dates.
 *
 * @throws Problem `unknown-topic` with the nearest topic
 */
export function matrixOf(library: Library, topicId: string): TopicMatrix {
  const topic = topicOf(library, topicId)
  const terms = [...library.licenses.values()].flatMap((license) => {
    const term = library.terms.get(`${license.id}/${topic.id}`)
    return term ? [{ license, term }] : []
  })
  const { id, title, question, why, weight, weightReason, document } = topic
  return {
    libraryDigest: library.digest,
    topic: { id, title, question, why, weight, weightReason, document },
    facts: factsOf(library, topic, terms),
    answers: answersOf(library, document, terms),
  }
}

type Answer = { license: License; term: Term | Absence }

function answersOf(library: Library, document: TextKind, terms: Answer[]): MatrixAnswer[] {
  const seen = new Map<string, string>()
  return terms.map(({ license, term }) => {
    const { id, name, title, released } = license
    const cited = (path: string) => citedAs(library, id, document, path)
    const law = lawOf(term, license)
    const sameAs = seen.get(law)
    if (sameAs === undefined) seen.set(law, id)
    return {
      license: { id, name, title, ...(released === undefined ? {} : { released }) },
      absent: term.absent,
      ...(term.absent
        ? { says: term.follows, sections: [], citations: [], quotes: [], facts: {}, impact: {} }
        : {
            says: term.restatement,
            sections: term.sections,
            citations: term.sections.map(cited),
            quotes: term.quotes.map((quote) => ({ ...quote, citation: cited(quote.section) })),
            facts: term.facts,
            impact: term.impact,
          }),
      ...(sameAs === undefined ? {} : { sameAs }),
    }
  })
}

function factsOf(library: Library, topic: Topic, terms: Answer[]): MatrixFact[] {
  return Object.entries(library.facts.get(topic.id) ?? {}).flatMap(([fact, { means }]) => {
    const values = terms.flatMap(({ license, term }) =>
      term.absent ? [] : [withoutVersion(JSON.stringify(sorted(term.facts[fact])) ?? '', license)],
    )
    return values.length === 0 ? [] : [{ fact, means, differs: new Set(values).size > 1 }]
  })
}

/** Lists are without order. */
function sorted(value: Fact | undefined): Fact | undefined {
  return Array.isArray(value) ? [...value].sort() : value
}
