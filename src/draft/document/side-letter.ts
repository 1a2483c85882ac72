import { longDate } from '../../in-words.ts'
import type { License } from '../../library/index.ts'
import { ownClauses, paragraphsOf } from '../../matter/index.ts'
import type { Amendment } from '../../redline/index.ts'
import { factsOf, missingFact } from '../facts.ts'
import { listOf } from '../template/helper/print.ts'
import { Markdown, type Missing } from '../template/value.ts'
import type { SigningParty, SigningPerson } from '../tree/directive/signatures.ts'
import { type AmendedSection, amendmentGroups } from './amendment-groups.ts'
import { type LetterLicensor, licensorsOf } from './counterparty.ts'
import { type OwnWords, ownWords } from './own-words.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { usedLicenses } from './used-licenses.ts'
import {
  type CountedProduct,
  countedProducts,
  countedWidely,
  type UserCount,
  userCounts,
} from './user-count.ts'

/** One license that the letter is about. */
interface LetterLicense {
  id: string
  title: string
  name: string
}

/** The amendments that some of the licenses share. */
interface LetterAmendments {
  /** Name in the letter's own references. */
  id: string
  /** `each License`, `the Llama 2 Community License Agreement`. */
  object: string
  /** Whether more than one license is its object, each named. */
  many: boolean
  sections: (Omit<AmendedSection, 'amendments'> & { amendments: (Amendment & { topicTitle: string })[] })[]
}

interface SideLetterView {
  licenses: LetterLicense[]
  several: boolean
  /** `the Llama 2 Community License Agreement dated July 18, 2023`; Llama 1's text has no date. */
  dated: string[]
  groups: LetterAmendments[]
  amended: boolean
  /** The Meta companies that sign. */
  counterparties: (string | Missing)[]
  /** Which of them is Meta for whom, where there are two. */
  licensors: LetterLicensor[]
  /** Whether affiliates have another licensor than the Company, so that the letter is also for them. */
  forAffiliates: boolean
  /** Licenses that call what they license by another name than the rest. */
  otherMaterials: { title: string; term: string }[]
  /** Whether something was done so far without a right or against a duty, so that nothing may be admitted. */
  past: boolean
  /** Whether the letter also has the past released. */
  released: boolean
  /** Whether the letter has a Schedule. */
  schedules: boolean
  /** What the Company undertakes in return, whole sentences: words of the letter, and read as such. */
  undertakings: Markdown[]
  /** Paragraphs of this deal alone. */
  ownClauses: (OwnWords & { id: string; single: boolean })[]
  /** Whether the letter itself speaks of Affiliates. */
  affiliateTerm: boolean
  /** Whether the names of affiliates are told. */
  namesAffiliates: boolean
  counts: UserCount[]
  widely: ReturnType<typeof countedWidely>
  products: CountedProduct[] | Missing
  /** Relative widths of the columns of the table of products. */
  widths: string
  affiliates: { name: string | Missing; country: string | Missing }[] | Missing
  parties: SigningParty[]
}

/** The letter agreement that amends a license. */
export const sideLetter: DocumentKind<SideLetterView> = {
  id: 'side-letter',
  title: 'Side Letter',
  summary: 'Letter agreement with Meta that amends the license',
  toOthers: true,
  negotiates: true,
  coheres: true,
  needs: [
    'client.name',
    'client.short_name',
    'client.form',
    'client.address',
    'client.principal_place_of_business',
    'client.signatory.name',
    'client.signatory.title',
    'client.co_signatories[].name',
    'client.co_signatories[].title',
    'client.contact',
    'client.affiliates[].name',
    'client.affiliates[].country',
    'client.affiliates[].uses_models',
    'negotiation.disclose',
    'negotiation.notices_to',
    'negotiation.signatories[].company',
    'negotiation.signatories[].name',
    'negotiation.signatories[].title',
    'reach.monthly_active_users',
    'reach.monthly_active_users.{}.uses_llama',
    'reach.monthly_active_users.{}.shared_with',
    'reach.affiliates_complete',
    'document.governing_law',
    'models[].model',
    'models[].license',
    'models[].status',
  ],
  reads: {
    topics: ['user-threshold', 'materials-defined'],
    facts: ['materials-defined.name'],
    assessment: ['answers', 'thresholds'],
  },
  view,
}

function view(input: DraftInput): SideLetterView {
  const { library, matter, redline = [] } = input
  const ids = negotiated(input)
  const known = ids.map((id) => library.licenses.get(id)!)
  const licenses = ids.map((id) => licenseOf(id, input))
  const facts = factsOf(matter) as Record<'client' | 'negotiation', Record<string, unknown>>
  const signs = facts.client.signatory as Record<'name' | 'title', string | Missing>
  const licensors = licensorsOf(known, input.given ?? matter)
  const counterparties = licensors?.map(({ name }) => name) ?? [
    missingFact('client.principal_place_of_business', 'the Meta company that is the other party'),
  ]
  const groups = groupsOf(licenses, input)
  const disclosed = matter.negotiation?.disclose ?? []
  const counts = disclosed.includes('user-counts') ? userCounts(known, input) : []
  const undertakings = undertakingsOf(licenses, input)
  const licensee = facts.client.name as string | Missing
  const forAffiliates = licensors?.some(({ affiliates }) => affiliates) ?? false
  const namesAffiliates = disclosed.includes('affiliates')
  const past = hasPast(ids, input)
  return {
    licenses,
    several: licenses.length > 1,
    dated: known.map(
      ({ title, released }) => `the ${title}${released ? ` dated ${longDate(released)}` : ''}`,
    ),
    groups,
    amended: groups.length > 0,
    counterparties,
    licensors: counterparties.length > 1 ? licensors! : [],
    forAffiliates,
    otherMaterials: undertakings.some((words) => words.includes('Llama Materials'))
      ? otherMaterials(known, input)
      : [],
    past,
    released: past && redline.some(({ chosen }) => chosen.some(({ position }) => position.answersPast)),
    schedules: counts.length > 0 || namesAffiliates,
    undertakings: undertakings.map((words) => new Markdown(words)),
    ownClauses: ownClauses(input.given ?? matter).flatMap(({ id, paper, title, text }) => {
      if (paper !== 'letter') return []
      const own = ownWords({ title, paragraphs: paragraphsOf(text) })
      return [{ id, ...own, single: own.paragraphs.length === 1 }]
    }),
    affiliateTerm:
      counts.length > 0 ||
      namesAffiliates ||
      forAffiliates ||
      undertakings.some((words) => words.includes('Affiliate')),
    namesAffiliates,
    counts,
    widely: countedWidely(matter),
    products: countedProducts(known, input),
    widths: ['3', '3', ...counts.map(() => '2')].join(' '),
    affiliates: affiliatesOf(facts.client.affiliates),
    parties: [
      ...counterparties.map((name) => licensorOf(name, matter)),
      {
        name: licensee,
        capacity: 'Licensee',
        signatory: signs.name,
        title: signs.title,
        others: personsOf(matter.client?.co_signatories),
      },
    ],
  }
}

/** The licenses that define another word for what they license: `Software Products`. */
function otherMaterials(
  licenses: readonly License[],
  { library }: DraftInput,
): SideLetterView['otherMaterials'] {
  const usual = 'llama-materials'
  return licenses.flatMap(({ id, title }) => {
    const term = library.terms.get(`${id}/materials-defined`)
    const name = term?.absent ? undefined : term?.facts.name
    return typeof name === 'string' && name !== usual ? [{ title, term: inCapitals(name) }] : []
  })
}

/** `software-products` as the license writes it: `Software Products`. */
function inCapitals(words: string): string {
  return words
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** A Meta company with those who sign for it; the address for its notices is a line where nobody has told it. */
function licensorOf(name: string | Missing, { negotiation = {} }: DraftInput['matter']): SigningParty {
  const own = (negotiation.signatories ?? []).filter(
    ({ company }) => company === undefined || company === name,
  )
  const [first = {}, ...others] = personsOf(own)
  return {
    name,
    capacity: 'Licensor',
    ...first,
    others,
    ...(negotiation.notices_to === undefined || negotiation.notices_to === 'unknown'
      ? { notices: true }
      : {}),
  }
}

function personsOf(persons: readonly { name?: string; title?: string }[] = []): SigningPerson[] {
  return persons.map(({ name, title }) => ({
    ...(name !== undefined && name !== 'unknown' && { signatory: name }),
    ...(title !== undefined && title !== 'unknown' && { title }),
  }))
}

/** Whether the assessment tells of a use without a right, or of a breach, under one of the licenses. */
function hasPast(ids: readonly string[], { assessment }: DraftInput): boolean {
  return (assessment?.answers ?? []).some(
    ({ license, pastUnlicensedUse, pastBreach }) =>
      license !== undefined &&
      ids.includes(license) &&
      (pastUnlicensedUse.is !== 'none' || pastBreach.is === 'since'),
  )
}

/** How many undertakings the letter has at most: what is given stands in a measure to what is asked. */
const mostUndertakings = 3

/** What the Company gives, of the weightiest positions first; a single license is the License. */
function undertakingsOf(licenses: readonly LetterLicense[], { library, redline = [] }: DraftInput): string[] {
  const taken = redline.flatMap(({ chosen }) => chosen)
  const weight = (topic: string) => library.topics.get(topic)?.weight ?? 1
  const words = taken
    .filter(({ position, level }) => (position.positions[level]?.ask ?? '').startsWith('Decision:') === false)
    .sort((a, b) => weight(b.position.topic) - weight(a.position.topic))
    .flatMap(({ position: { undertaking } }) => (undertaking === undefined ? [] : [undertaking]))
    .map((one) => (licenses.length === 1 ? one.replace(/\ba License\b/g, 'the License') : one))
  return [...new Set(words)].slice(0, mostUndertakings)
}

const countries = new Intl.DisplayNames(['en'], { type: 'region' })

function affiliatesOf(given: unknown): SideLetterView['affiliates'] {
  if (!Array.isArray(given)) return given as Missing
  return given.map(({ name, country }: Record<'name' | 'country', string | Missing>) => ({
    name,
    country: typeof country === 'string' ? (countries.of(country) ?? country) : country,
  }))
}

/** The licenses that positions amend, or all of the matter's where none is amended yet. */
function negotiated(input: DraftInput): string[] {
  const { redline = [] } = input
  const amended = redline.filter(({ amendments }) => amendments.length > 0).map(({ license }) => license)
  return amended.length > 0 ? amended : usedLicenses(input).map(({ id }) => id)
}

function licenseOf(id: string, { library }: DraftInput): LetterLicense {
  const { title, name } = library.licenses.get(id)!
  return { id, title, name }
}

function groupsOf(licenses: LetterLicense[], { library, redline = [] }: DraftInput): LetterAmendments[] {
  const amended = licenses.map(({ id }) => ({
    id,
    amendments: redline.find(({ license }) => license === id)?.amendments ?? [],
  }))
  return amendmentGroups(amended).map(({ licenses: ids, sections }, at) => {
    const titles = ids.map((id) => `the ${licenses.find((license) => license.id === id)!.title}`)
    const all = ids.length === licenses.length
    return {
      id: `amendments-${at + 1}`,
      object: !all ? listOf(titles) : licenses.length === 1 ? 'the License' : 'each License',
      many: !all && ids.length > 1,
      sections: sections.map(({ amendments, ...section }) => ({
        ...section,
        amendments: amendments.map((amendment) => ({
          ...amendment,
          topicTitle: library.topics.get(amendment.topic)?.title ?? amendment.topic,
        })),
      })),
    }
  })
}
