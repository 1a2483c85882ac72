import { type Agreement, type Clause, citationsOfPlaces } from '../../agreement/index.ts'
import type { Library, License, Term, TextKind, Topic } from '../types.ts'
import { uncovered } from '../uncovered.ts'
import { standingOf } from './inherited.ts'
import type { NewText, Plan, Proposal, ProposedSection, TellTopic } from './types.ts'

/**
 * Proposes an answer to every topic for a new license: what it inherits, what differs, what is new in it, and on what
 * it is silent. Every proposal is for a lawyer to confirm.
 *
 * @param license the new license as far as it is known
 * @param parentTexts official texts of the license that it extends, those that are here
 */
export function planLicense(
  library: Library,
  license: License,
  texts: NewText[],
  tellTopic: TellTopic,
  parentTexts: ReadonlyMap<TextKind, Agreement>,
): Plan {
  const parent = license.extends === undefined ? undefined : library.licenses.get(license.extends)
  const plan: Plan = {
    license,
    citations: {},
    proposals: [],
    unclassified: [],
    notes: [],
    ...(parent && { parent }),
  }
  for (const { kind, agreement } of texts) {
    const proposals = new Map<string, Proposal>()
    const cited = citationsOfPlaces(agreement)
    plan.citations[kind] = cited
    if (parent) {
      const old = { license: parent, agreement: parentTexts.get(kind) }
      if (!old.agreement) {
        plan.notes.push(
          `The ${kind} of ${parent.name} is not here: what is inherited was told by its quotes alone (clausebook texts fetch).`,
        )
      }
      for (const topic of topicsOf(library, kind)) {
        const proposal = inherit(library, topic, old, { license, agreement }, cited)
        if (proposal) proposals.set(topic.id, proposal)
      }
    }
    propose(library, kind, agreement, tellTopic, proposals, plan)
    plan.proposals.push(...topicsOf(library, kind).flatMap(({ id }) => proposals.get(id) ?? []))
  }
  return plan
}

function topicsOf(library: Library, kind: TextKind): Topic[] {
  return [...library.topics.values()].filter(({ document }) => document === kind)
}

/** What the new license takes over of its parent's answer; undefined where the parent is silent. */
function inherit(
  library: Library,
  topic: Topic,
  old: { license: License; agreement: Agreement | undefined },
  heir: { license: License; agreement: Agreement },
  cited: ReadonlyMap<string, string>,
): Proposal | undefined {
  const term = library.terms.get(`${old.license.id}/${topic.id}`)
  if (!term || term.absent) return undefined
  const { same, sections, moved } = standingOf(term, old, heir)
  const head = { topic: topic.id, document: topic.document }
  const proposed = sections.map((path) => ({ path, citation: cited.get(path) ?? path, confidence: 1 }))
  return same
    ? { ...head, how: 'inherited', sections: proposed, moved }
    : { ...head, how: 'differs', sections: proposed, from: term }
}

/** Gives each clause that no proposal takes to the topic that its words tell. */
function propose(
  library: Library,
  kind: TextKind,
  agreement: Agreement,
  tellTopic: TellTopic,
  proposals: Map<string, Proposal>,
  plan: Plan,
): void {
  const taken = new Set(
    [...proposals.values()].flatMap((one) =>
      one.how === 'silent' ? [] : one.sections.map(({ path }) => path),
    ),
  )
  for (const { path, text, clause } of uncovered(agreement, taken)) {
    const citation = plan.citations[kind]?.get(path) ?? path
    const guess = byName(library, kind, clause) ?? tellTopic(kind, { heading: clause.heading ?? '', text })
    if (!guess) {
      plan.unclassified.push({ document: kind, path, citation, text })
      continue
    }
    const section: ProposedSection = { path, citation, confidence: guess.confidence }
    const before = proposals.get(guess.topic)
    if (before && before.how !== 'silent') before.sections.push(section)
    else proposals.set(guess.topic, { topic: guess.topic, document: kind, how: 'new', sections: [section] })
    // A clause more than the answer it inherits has is a difference.
    if (before?.how === 'inherited' && plan.parent) {
      const from = library.terms.get(`${plan.parent.id}/${guess.topic}`) as Term
      proposals.set(guess.topic, {
        topic: guess.topic,
        document: kind,
        how: 'differs',
        sections: before.sections,
        from,
      })
    }
  }
  for (const { id } of topicsOf(library, kind)) {
    const proposal = proposals.get(id)
    const empty = proposal && proposal.how !== 'silent' && proposal.sections.length === 0
    if (empty || (!proposal && !plan.parent)) proposals.set(id, { topic: id, document: kind, how: 'silent' })
  }
}

/** A title or a definition has a name, and the topic that takes that name in other licenses. */
function byName(library: Library, kind: TextKind, { kind: what, path }: Clause) {
  if (what !== 'title' && what !== 'definition') return undefined
  const votes = new Map<string, number>()
  for (const term of library.terms.values()) {
    if (term.absent || term.document !== kind || !term.sections.includes(path)) continue
    votes.set(term.topic, (votes.get(term.topic) ?? 0) + 1)
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a)
  return best && { topic: best[0], confidence: 0.9 }
}
