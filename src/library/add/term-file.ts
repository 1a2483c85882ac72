import { stringify } from 'yaml'
import type { FactDefinition, Library, License, Modality, Term } from '../types.ts'
import { withSlots } from '../without-version.ts'
import type { Proposal, ProposedSection } from './types.ts'

type WithFile = Extract<Proposal, { how: 'differs' | 'new' }>

/** The file that a term of a new license begins with. */
export function termFileOf(library: Library, license: License, proposal: WithFile): string {
  return proposal.how === 'differs'
    ? differing(license, proposal.from, proposal, library)
    : blank(library, license, proposal)
}

/** The parent's answer, to be changed where the law is another. */
function differing(
  license: License,
  from: Term,
  { topic, document, sections }: WithFile,
  library: Library,
): string {
  const parent = library.licenses.get(from.license)!
  const slotted = (value: unknown): unknown => JSON.parse(withSlots(JSON.stringify(value), parent))
  const { quotes, facts, modality, who, impact, controls } = from
  const rest = stringify(slotted({ quotes, facts, modality, who, impact, controls }), { lineWidth: 110 })
  return `---
topic: ${topic}
license: ${license.id}
document: ${document}
${sectionLines(sections)}
# TODO: quotes and facts are those of ${parent.name}: change what differs, then delete this line
${rest}---
TODO: this is the restatement of ${parent.name}; change what differs, keep the words where the law is the same.

${withSlots(from.restatement, parent)}
`
}

/** A file in which everything is to be filled in; what kind of rule it is, other licenses suggest. */
function blank(library: Library, license: License, { topic, document, sections }: WithFile): string {
  const known = [...library.terms.values()].find((term): term is Term => !term.absent && term.topic === topic)
  const modality: Modality | 'TODO' = known?.modality ?? 'TODO'
  const facts = Object.entries(library.facts.get(topic) ?? {}).map(
    ([fact, definition]) => `  ${fact}: TODO # ${choicesOf(definition)}; ${definition.means}`,
  )
  return `---
topic: ${topic}
license: ${license.id}
document: ${document}
${sectionLines(sections)}
quotes: [] # TODO: the words that decide, each at most 25 and with its section
${facts.length === 0 ? 'facts: {}' : `facts:\n${facts.join('\n')}`}
modality: ${modality}
who: ${known?.who ?? 'TODO'}
impact: {} # TODO: a sentence for internal, products and weights, where they differ
controls: [] # TODO: what a company puts in place
---
TODO: the restatement. ${library.topics.get(topic)?.question ?? ''}
`
}

function sectionLines(sections: ProposedSection[]): string {
  if (sections.length === 0) return 'sections: [] # TODO: the clauses that answer it'
  const lines = sections.map(({ path, confidence }) =>
    confidence === 1
      ? `  - "${path}"`
      : `  - "${path}" # TODO: proposed with a confidence of ${confidence}: confirm`,
  )
  return `sections:\n${lines.join('\n')}`
}

function choicesOf(definition: FactDefinition): string {
  if ('one_of' in definition) return `one of ${definition.one_of.join(', ')}`
  if ('some_of' in definition) return `any of [${definition.some_of.join(', ')}]`
  const kind = definition.is.replace('_', ' or ')
  return definition.or ? `${kind}, or ${definition.or.join(', ')}` : kind
}
