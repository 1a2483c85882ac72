import type { Absence, Library, License, Term, Topic } from '../../library/index.ts'
import {
  citationWords,
  factWords,
  levelsDown,
  levelWords,
  sectionWords,
  withoutVersion,
} from '../../library/index.ts'
import { markdownHtml } from './markdown.ts'

/** Everything that `web/views/topic.hbs` names: the topic under all licenses, and what refers to it. */
export function topicPageView(library: Library, topic: Topic) {
  const { id, title, question, why, weight, weightReason, document } = topic
  // The newest first: it is the one that people ask about.
  const licenses = [...library.licenses.values()].reverse()
  const terms = licenses.map((license) => ({ license, term: library.terms.get(`${license.id}/${id}`) }))
  const rows = Object.entries(library.facts.get(id) ?? {}).map(([name, { means }]) => ({
    name: name.replaceAll('_', ' '),
    means,
    values: terms.map(({ term }) => (term && !term.absent ? factWords(term.facts[name]) : '—')),
    // A silent license has no other fact.
    said: terms.flatMap(({ term }) => (term && !term.absent ? [factWords(term.facts[name])] : [])),
  }))
  return {
    title,
    sentence: question,
    topicsPage: true,
    script: 'site.js',
    wide: true,
    id,
    question,
    why,
    weight,
    weightReason,
    policy: document === 'use-policy',
    group: library.groups.find((group) => group.id === topic.group)?.title,
    licenses: licenses.map(({ id: license, name }) => ({ id: license, name })),
    facts: rows.filter(({ said }) => new Set(said).size > 1),
    alike: rows.filter(({ said }) => new Set(said).size === 1),
    terms: alike(terms).map((group) => termView(library, group, document)),
    corrections: library.advisory
      .filter(({ topics, verdict }) => topics.includes(id) && verdict !== 'supported')
      .map(({ claim, verdict, statement, decidedBy }) => ({
        claim,
        verdict: verdict.replaceAll('-', ' '),
        statement,
        sections: citationWords(library, decidedBy),
      })),
    positions: [...library.positions.values()]
      .filter((position) => position.topic === id)
      .map(({ id: position, title: name, positions, negotiability, hurts, appliesTo }) => ({
        // What is asked of a vendor has no license whose words it changes.
        id: appliesTo.length > 0 ? position : undefined,
        title: name,
        hurts,
        negotiability,
        levels: levelsDown.flatMap((level) =>
          positions[level] ? [{ level: levelWords[level], ask: positions[level].ask }] : [],
        ),
      })),
    flowDowns: [...library.flowDowns.values()]
      .filter((flowDown) => flowDown.topic === id)
      .map(({ title: name, why: reason }) => ({ title: name, why: reason })),
    risks: [...library.risks.values()]
      .filter(({ topics }) => topics.includes(id))
      .map(({ title: name, mitigations }) => ({
        title: name,
        mitigations: mitigations.map(({ what }) => what),
      })),
  }
}

interface LicenseTerm {
  license: License
  term: Term | Absence | undefined
}

/** Licenses that say the same but for version names and dates, together; in their order. */
function alike(terms: LicenseTerm[]): LicenseTerm[][] {
  const groups = new Map<string, LicenseTerm[]>()
  for (const one of terms) {
    if (one.term === undefined) continue
    const words = one.term.absent ? one.term.follows : one.term.restatement
    const key = `${one.term.absent} ${withoutVersion(words, one.license)}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

function termView(library: Library, group: LicenseTerm[], document: Topic['document']) {
  const { license, term } = group[0]!
  return {
    licenses: group.map(({ license: { id, name } }) => ({ id, name })),
    several: group.length > 1,
    name: license.name,
    text: document === 'agreement' ? license.id : `${license.id}/${document}`,
    absent: !term || term.absent,
    ...(term?.absent ? { follows: term.follows } : {}),
    ...(term && !term.absent
      ? {
          sections: sectionWords(library, term, term.sections),
          restatement: markdownHtml(term.restatement),
          quotes: term.quotes.map(({ section, text }) => ({
            section: sectionWords(library, term, [section]),
            text,
          })),
          controls: term.controls,
        }
      : {}),
  }
}
