import { citedAs } from '../cited-as.ts'
import type { Absence, Library, Term } from '../types.ts'
import type { ShownFact, ShownTerm } from './types.ts'

/** One license's answer to a topic, in full, with the meaning of every fact. */
export function showTerm(library: Library, term: Term | Absence): ShownTerm {
  const topic = library.topics.get(term.topic)!
  const license = library.licenses.get(term.license)!
  const head = {
    kind: 'term' as const,
    id: `${license.id}/${topic.id}`,
    title: `${topic.title}: ${license.name}`,
    license: { id: license.id, name: license.name },
    topic: { id: topic.id, title: topic.title, question: topic.question },
    document: term.document,
    hasDocument: license.texts.some(
      ({ kind, attached }) => kind === term.document || attached?.kind === term.document,
    ),
    ...(term.inheritedFrom === undefined ? {} : { inheritedFrom: term.inheritedFrom }),
  }
  if (term.absent) {
    const nothing = {
      sections: [],
      citations: [],
      quotes: [],
      facts: [],
      impact: {},
      controls: [],
      corrects: [],
    }
    return { ...head, absent: true, says: term.follows, ...nothing }
  }
  const { sections, quotes, modality, who, impact, controls, corrects, restatement: says } = term
  const facts = factsOf(library, term)
  const cited = (path: string) => citedAs(library, license.id, term.document, path)
  return {
    ...head,
    absent: false,
    says,
    sections,
    citations: sections.map(cited),
    quotes: quotes.map((quote) => ({ ...quote, citation: cited(quote.section) })),
    ...(term.attached ? { attached: term.attached } : {}),
    facts,
    modality,
    who,
    impact,
    controls,
    corrects,
  }
}

/** In the order in which facts.yaml lists them. */
function factsOf(library: Library, term: Term): ShownFact[] {
  return Object.entries(library.facts.get(term.topic) ?? {}).flatMap(([fact, { means }]) => {
    const value = term.facts[fact]
    return value === undefined ? [] : [{ fact, value, means }]
  })
}
