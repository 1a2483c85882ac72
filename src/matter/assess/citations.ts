import { citedAs, type Library, type Term, type TopicCite } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { Situation } from '../condition/types.ts'
import type { Citation } from '../types.ts'

/** Each place once. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((one) => [`${one.license} ${one.document} ${one.section}`, one])).values()]
}

/**
 * The sections in which a license answers a topic, each with a quote where the library has one.
 *
 * @param section cites this section alone
 * @param situation in which quotes for its use are chosen; without it, those for all uses
 * @returns none where the license is silent on the topic
 */
export function citationsOf(
  library: Library,
  license: string,
  topic: string,
  section?: string,
  situation?: Situation,
): Citation[] {
  const term = library.terms.get(`${license}/${topic}`)
  if (!term || term.absent) return []
  // Quotes for some uses alone hang on the situation; all else is the same for every matter.
  if (situation && term.quotes.some(({ when }) => when !== undefined))
    return gather(term, library, license, section, situation)
  const terms = gathered.get(library.citations) ?? new WeakMap<Term, Map<string, Citation[]>>()
  gathered.set(library.citations, terms)
  const before = terms.get(term) ?? new Map<string, Citation[]>()
  terms.set(term, before)
  const key = `${license} ${section ?? ''}`
  const known = before.get(key) ?? gather(term, library, license, section)
  before.set(key, known)
  return [...known]
}

/** What is cited for a term, by license and section: each risk of each use asks for the same ones. */
const gathered = new WeakMap<Library['citations'], WeakMap<Term, Map<string, Citation[]>>>()

function gather(
  term: Term,
  library: Library,
  license: string,
  section?: string,
  situation?: Situation,
): Citation[] {
  const sections = section === undefined ? term.sections : term.sections.filter((one) => one === section)
  return sections.map((path) => {
    const quotes = term.quotes
      .filter(({ section: at }) => at === path)
      .filter(({ when }) => !when || (situation && evaluate(when, situation).holds === true))
      .map(({ when: _, ...quote }) => quote)
    const [quote] = quotes
    return {
      license,
      document: term.document,
      section: path,
      cited: citedAs(library, license, term.document, path),
      ...(quote ? { quote } : {}),
      quotes,
    }
  })
}

/**
 * The sections that a record cites under the license of a situation; of a use policy those of the policy too that comes
 * with the model, where it is another’s.
 */
export function citationsUnder(
  cites: readonly TopicCite[],
  situation: Situation,
  library: Library,
): Citation[] {
  const { id, policyBeside } = situation.license
  return cites.flatMap(({ topic, section }) =>
    withPolicyBeside(policyBeside, (license) => citationsOf(library, license, topic, section, situation), id),
  )
}

/**
 * What is cited under a license; where that is of the use policy, under the license too whose policy comes with the model.
 *
 * @param beside the other license, where there is one
 */
export function withPolicyBeside(
  beside: string | undefined,
  cite: (license: string) => Citation[],
  license: string,
): Citation[] {
  const own = cite(license)
  const ofPolicy = beside !== undefined && own.some(({ document }) => document === 'use-policy')
  return ofPolicy ? [...own, ...cite(beside).filter(({ document }) => document === 'use-policy')] : own
}
