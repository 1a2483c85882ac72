import {
  citationPhrase,
  citedAs,
  type ImpactCase,
  type Library,
  type Term,
  type Topic,
} from '../../library/index.ts'
import { type Markdown, markdown } from '../template/value.ts'
import { type DutyVerdict, dutyVerdicts } from './duty-verdicts.ts'
import { placesByLicense } from './memo-places.ts'
import type { DraftInput } from './types.ts'

/** A duty of the licenses in use, as this client meets it. */
export interface MemoDuty {
  title: string
  /** Whether it is due, and what it comes to for this client, one sentence a case. */
  what: string | Markdown
  /** What the client puts in place. */
  controls: string[]
  where: string
}

/** How a topic falls for this client, and where the plan of use could still go. */
export interface MemoCase {
  title: string
  /** As the client uses the models now. */
  now: string
  /** What other uses would change, each with its case in words. */
  otherwise: string[]
  where: string
}

const caseWords: Record<ImpactCase, string> = {
  internal: 'Internal use alone',
  products: 'In products for customers',
  weights: 'Where weights are passed on',
  on_premises: 'On premises',
  own_cloud: 'In a cloud of its own',
  third_party_service: 'Through a third party’s service',
}

/**
 * Duties of the agreements, what to display, include, name and report; licenses that agree are told once. Of a duty that
 * the library has as a record, whether it is due is told as the notice tells it.
 */
export function memoDuties(
  { matter, uses, library }: Pick<DraftInput, 'matter' | 'uses' | 'library'>,
  licenses: readonly string[],
  cases: readonly ImpactCase[],
): MemoDuty[] {
  const verdicts = dutyVerdicts(
    licenses.map((id) => library.licenses.get(id)!),
    matter,
    library,
    uses,
  )
  const recorded = new Set([...library.duties.values()].map(({ topic }) => topic))
  return topicsOf(library).flatMap((topic) =>
    recorded.has(topic.id)
      ? verdicts
          .filter(({ duty }) => duty.topic === topic.id)
          .flatMap((verdict) => judgedDuties(verdict, topic, library, cases))
      : grouped(
          library,
          licenses,
          topic,
          ({ modality, who }) => modality === 'duty' && who !== 'meta',
          cases,
        ).map(({ terms, told }) => ({
          title: topic.title,
          what: told === '' ? firstSentence(terms[0]!.restatement) : told,
          controls: terms[0]!.controls,
          where: placesOf(terms, library),
        })),
  )
}

/** `Not due: no copies are distributed.` What is due is told with what it comes to, which licenses may differ in. */
function judgedDuties(
  { status, verdict, because, open, licenses, uses }: DutyVerdict,
  topic: Topic,
  library: Library,
  cases: readonly ImpactCase[],
): MemoDuty[] {
  const reasons = [...because.map(({ source }) => source), ...open.map(({ question }) => question)]
  const ids = licenses.map(({ id }) => id)
  const told = status === 'not-due' ? cases.filter((one) => one === 'internal') : cases
  return grouped(library, ids, topic, () => true, told, status === 'not-due').map(
    ({ terms, told: words }) => ({
      title: uses === '' ? topic.title : `${topic.title}, ${uses}`,
      what: markdown([`${verdict}: ${lowered(reasons.join(' '))}`, words].join(' ').trim()),
      controls: terms.flatMap(({ controls }) => controls),
      where: placesOf(terms, library),
    }),
  )
}

/** Within a sentence; a name keeps its capitals. */
function lowered(words: string): string {
  return /^(?:Meta|Llama)\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** Topics that may decide everything, where their meaning depends on how the models are used. */
export function memoCases(
  library: Library,
  licenses: readonly string[],
  cases: readonly ImpactCase[],
): MemoCase[] {
  const rows = topicsOf(library)
    .filter(({ weight }) => weight === 5)
    .flatMap((topic) =>
      grouped(library, licenses, topic, ({ modality }) => modality !== 'duty', cases).map(
        ({ terms, told }) => ({
          title: topic.title,
          now: told,
          otherwise: otherCases(terms[0]!, cases, told),
          where: placesOf(terms, library),
        }),
      ),
    )
  return rows.filter(({ now }) => now !== '')
}

function topicsOf(library: Library): Topic[] {
  return [...library.topics.values()]
}

/** The licenses' terms on a topic, those that come to the same for this client together; with `alike`, also where nothing is told. */
function grouped(
  library: Library,
  licenses: readonly string[],
  topic: Topic,
  wanted: (term: Term) => boolean,
  cases: readonly ImpactCase[],
  alike = false,
): { terms: Term[]; told: string }[] {
  const groups = new Map<string, Term[]>()
  for (const license of licenses) {
    const term = library.terms.get(`${license}/${topic.id}`)
    if (!term || term.absent || !wanted(term)) continue
    const told = impactOf(term, cases)
    const key = told === '' && !alike ? firstSentence(term.restatement) : told
    groups.set(key, [...(groups.get(key) ?? []), term])
  }
  return [...groups.values()].map((terms) => ({ terms, told: impactOf(terms[0]!, cases) }))
}

function impactOf({ impact }: Term, cases: readonly ImpactCase[]): string {
  return [...new Set(cases.flatMap((one) => impact[one] ?? []))].join(' ')
}

/** The cases that the client is not in, and that differ. */
function otherCases({ impact }: Term, cases: readonly ImpactCase[], now: string): string[] {
  return (['internal', 'products', 'weights'] as const)
    .filter((one) => !cases.includes(one))
    .flatMap((one) => {
      const words = impact[one]
      return words === undefined || now.includes(words) ? [] : [`${caseWords[one]}: ${words}`]
    })
}

function placesOf(terms: readonly Term[], library: Library): string {
  const places = new Map(
    terms.map(({ license, document, sections }) => [
      license,
      `${document === 'use-policy' ? 'use policy, ' : ''}${citationPhrase(sections.map((path) => citedAs(library, license, document, path)))}`,
    ]),
  )
  return placesByLicense([...places.keys()], (license) => places.get(license)!, library)
}

function firstSentence(restatement: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(restatement.replace(/\s+/g, ' ').trim())?.[0] ?? restatement
}

/** The cases of this client, in words. */
export function casesInWords(cases: readonly ImpactCase[]): string[] {
  return cases.map((one) => caseWords[one].charAt(0).toLowerCase() + caseWords[one].slice(1))
}
