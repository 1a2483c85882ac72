import { longDate } from '../../in-words.ts'
import type { Amendment, MarkedClause } from '../../redline/index.ts'
import { factsOf, missingFact } from '../facts.ts'
import { listOf } from '../template/helper/print.ts'
import type { Missing } from '../template/value.ts'
import type { SigningParty } from '../tree/directive/signatures.ts'
import { type AmendedSection, amendmentGroups } from './amendment-groups.ts'
import { counterpartyOf } from './counterparty.ts'
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
  /** The marked copy, where the official text is here. */
  conformed: MarkedClause[] | false
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
  conformed: boolean
  counterparty: string | Missing
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
  needs: [
    'client.name',
    'client.short_name',
    'client.form',
    'client.address',
    'client.principal_place_of_business',
    'client.signatory.name',
    'client.signatory.title',
    'client.affiliates[].name',
    'reach.monthly_active_users',
    'reach.monthly_active_users.{}.uses_llama',
    'reach.monthly_active_users.{}.shared_with',
    'reach.affiliates_complete',
    'document.governing_law',
    'models[].model',
    'models[].license',
    'models[].status',
  ],
  reads: { topics: ['user-threshold'], assessment: ['thresholds'] },
  view,
}

function view(input: DraftInput): SideLetterView {
  const { library, matter } = input
  const ids = negotiated(input)
  const known = ids.map((id) => library.licenses.get(id)!)
  const licenses = ids.map((id) => licenseOf(id, input))
  const facts = factsOf(matter).client as Record<string, unknown>
  const signs = facts.signatory as Record<'name' | 'title', string | Missing>
  const counterparty =
    counterpartyOf(known[0]!, matter.client?.principal_place_of_business) ??
    missingFact('client.principal_place_of_business', 'the Meta company that is the other party')
  const groups = groupsOf(licenses, input)
  const counts = userCounts(known, input)
  return {
    licenses,
    several: licenses.length > 1,
    dated: known.map(
      ({ title, released }) => `the ${title}${released ? ` dated ${longDate(released)}` : ''}`,
    ),
    groups,
    amended: groups.length > 0,
    conformed: licenses.some(({ conformed }) => conformed !== false),
    counterparty,
    counts,
    widely: countedWidely(matter),
    products: countedProducts(known, input),
    widths: ['3', '3', ...counts.map(() => '2')].join(' '),
    affiliates: affiliatesOf(facts.affiliates),
    parties: [
      { name: counterparty, capacity: 'Licensor' },
      {
        name: facts.name as string | Missing,
        capacity: 'Licensee',
        signatory: signs.name,
        title: signs.title,
      },
    ],
  }
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

function licenseOf(id: string, { library, redline }: DraftInput): LetterLicense {
  const { title, name } = library.licenses.get(id)!
  return {
    id,
    title,
    name,
    conformed: redline?.find(({ license }) => license === id)?.redline?.clauses ?? false,
  }
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
