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
import { ofUses, type UseUnder, usesUnderLicenses } from './memo-uses.ts'
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
 * Duties of the agreements, what to display, include, name and report, as each use meets them; licenses and uses that
 * agree are told once. Of a duty that the library has as a record, whether it is due is told as the notice tells it.
 */
export function memoDuties(
  { matter, uses, library }: Pick<DraftInput, 'matter' | 'uses' | 'library'>,
  licenses: readonly string[],
): MemoDuty[] {
  const of = usesUnderLicenses({ matter, library, ...(uses ? { uses } : {}) })
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
          .flatMap((verdict) => judgedDuties(verdict, topic, library, of))
      : grouped(library, of, topic, ({ modality, who }) => modality === 'duty' && who !== 'meta').map(
          ({ terms, told, uses: said }) => ({
            title: `${topic.title}${ofUses(said, of)}`,
            what: told === '' ? firstSentence(terms[0]!.restatement) : told,
            controls: terms[0]!.controls,
            where: placesOf(terms, library),
          }),
        ),
  )
}

/** `Not due: no copies are distributed.` What is due is told with what it comes to, which licenses may differ in. */
function judgedDuties(
  { status, verdict, because, open, licenses, of: names, uses }: DutyVerdict,
  topic: Topic,
  library: Library,
  all: readonly UseUnder[],
): MemoDuty[] {
  const reasons = [...because.map(({ source }) => source), ...open.map(({ question }) => question)]
  const ids = licenses.map(({ id }) => id)
  const idle = status === 'not-due' || status === 'no-right'
  const named = all.filter(({ name }) => names.includes(name))
  // What is not due inside is told of those that are all inside.
  const inside = named.every(({ cases }) => cases.includes('internal'))
  const own = named.map((use) => ({
    ...use,
    licenses: use.licenses.filter((id) => ids.includes(id)),
    cases: !idle ? use.cases : status === 'not-due' && inside ? (['internal'] as const).slice() : [],
  }))
  return grouped(library, own, topic, () => true, idle).map(({ terms, told: words }) => ({
    title: uses === '' ? topic.title : `${topic.title}, ${uses}`,
    what: markdown([`${verdict}: ${lowered(reasons.join(' '))}`, words].join(' ').trim()),
    controls: terms.flatMap(({ controls }) => controls),
    where: placesOf(terms, library),
  }))
}

/** Within a sentence; a name keeps its capitals. */
function lowered(words: string): string {
  return /^(?:Meta|Llama)\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** Topics that may decide everything, where their meaning depends on how each use has the models. */
export function memoCases(input: Pick<DraftInput, 'matter' | 'uses' | 'library'>): MemoCase[] {
  const { library } = input
  const of = usesUnderLicenses(input)
  const rows = topicsOf(library)
    .filter(({ weight }) => weight === 5)
    .flatMap((topic) =>
      grouped(library, of, topic, ({ modality }) => modality !== 'duty').map(
        ({ terms, told, cases, uses }) => ({
          title: `${topic.title}${ofUses(uses, of)}`,
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

interface Group {
  terms: Term[]
  told: string
  /** Names of the uses that it is said of, and the cases that they are in. */
  uses: string[]
  cases: ImpactCase[]
}

/**
 * The terms on a topic of the licenses that each use touches, those that come to the same together; with `alike`, also
 * where nothing is told.
 */
function grouped(
  library: Library,
  of: readonly UseUnder[],
  topic: Topic,
  wanted: (term: Term) => boolean,
  alike = false,
): Group[] {
  const groups = new Map<string, Group>()
  for (const { name, licenses, cases } of of)
    for (const license of licenses) {
      const term = library.terms.get(`${license}/${topic.id}`)
      if (!term || term.absent || !wanted(term)) continue
      const told = impactOf(term, cases)
      const key = told === '' && !alike ? firstSentence(term.restatement) : told
      const group = groups.get(key) ?? { terms: [], told, uses: [], cases: [] }
      groups.set(key, {
        ...group,
        terms: group.terms.includes(term) ? group.terms : [...group.terms, term],
        uses: [...new Set([...group.uses, name])],
        cases: [...new Set([...group.cases, ...cases])],
      })
    }
  return [...groups.values()]
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
