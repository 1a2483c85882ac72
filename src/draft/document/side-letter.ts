import { licensesInUse } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { Amendment, MarkedClause } from '../../redline/types.ts'
import { factsOf, missingFact } from '../facts.ts'
import { type Missing, missing } from '../template/value.ts'
import type { SigningParty } from '../tree/directive/signatures.ts'
import { counterpartyOf } from './counterparty.ts'
import type { DocumentKind, DraftInput } from './types.ts'

/** One license that the letter amends. */
interface LetterLicense {
  id: string
  title: string
  name: string
  released: string | Missing
  /** Amendments in the order of the sections. */
  sections: { section: string; amendments: (Amendment & { topicTitle: string })[] }[]
  count: Count
  /** The marked copy, where the official text is here. */
  conformed: MarkedClause[] | false
}

/** The user count that the letter confirms. */
interface Count {
  month: string | Missing
  users: number | Missing
  threshold: number | Missing
}

interface SideLetterView {
  licenses: LetterLicense[]
  several: boolean
  amended: boolean
  conformed: boolean
  counterparty: string | Missing
  products: { product: string; company: string | Missing; users: number | Missing }[] | Missing
  parties: SigningParty[]
}

/** The letter agreement that amends a license. */
export const sideLetter: DocumentKind<SideLetterView> = {
  id: 'side-letter',
  title: 'Side Letter',
  summary: 'Letter agreement with Meta that amends the license',
  negotiates: true,
  view,
}

function view(input: DraftInput): SideLetterView {
  const ids = negotiated(input)
  const licenses = ids.map((id) => licenseOf(id, input))
  const facts = factsOf(input.matter).client as Record<string, unknown>
  const signs = facts.signatory as Record<'name' | 'title', string | Missing>
  const counterparty =
    counterpartyOf(input.library.licenses.get(ids[0]!)!, input.matter.client?.principal_place_of_business) ??
    missingFact('client.principal_place_of_business', 'the Meta company that is the other party')
  return {
    licenses,
    several: licenses.length > 1,
    amended: licenses.some(({ sections }) => sections.length > 0),
    conformed: licenses.some(({ conformed }) => conformed !== false),
    counterparty,
    products: productsOf(input),
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

/** The licenses that positions amend, or all of the matter's where none is amended yet. */
function negotiated({ matter, library, redline = [] }: DraftInput): string[] {
  const amended = redline.filter(({ amendments }) => amendments.length > 0).map(({ license }) => license)
  const ids = amended.length > 0 ? amended : licensesInUse(matter, library)
  if (ids.length === 0) {
    throw new Problem(
      'no-license',
      'the matter names no license: give models[].license, for example llama-3.1',
    )
  }
  const unknown = ids.find((id) => !library.licenses.has(id))
  if (unknown !== undefined) {
    throw new Problem(
      'unknown-license',
      `the library has no license “${unknown}”: licenses are ${[...library.licenses.keys()].join(', ')}`,
    )
  }
  return ids
}

function licenseOf(id: string, input: DraftInput): LetterLicense {
  const { title, name, released } = input.library.licenses.get(id)!
  const amended = input.redline?.find(({ license }) => license === id)
  const sections = new Map<string, LetterLicense['sections'][number]>()
  for (const amendment of amended?.amendments ?? []) {
    const { section, topic } = amendment
    const group = sections.get(section) ?? { section, amendments: [] }
    group.amendments.push({ ...amendment, topicTitle: input.library.topics.get(topic)?.title ?? topic })
    sections.set(section, group)
  }
  return {
    id,
    title,
    name,
    released: released ?? missing('', `the date of the ${name} license`),
    sections: [...sections.values()],
    count: countOf(id, name, input),
    conformed: amended?.redline?.clauses ?? false,
  }
}

function countOf(id: string, name: string, { assessment }: DraftInput): Count {
  const count = assessment?.thresholds.find(({ license }) => license === id)
  return {
    month:
      count?.month ??
      missing(
        '',
        `calendar month that the ${name} license counts`,
        'In which calendar month does the license count users?',
      ),
    users:
      count?.users ??
      missingFact('reach.monthly_active_users', `monthly users that the ${name} license counts`),
    threshold:
      count?.threshold ??
      missing(
        '',
        `user threshold of the ${name} license`,
        'Above how many monthly users does the license ask for a separate one?',
      ),
  }
}

function productsOf({ matter, assessment }: DraftInput): SideLetterView['products'] {
  const counted = assessment?.thresholds[0]?.products
  const blank = (product: string) => missingFact('reach.monthly_active_users', `monthly users of ${product}`)
  if (counted) {
    return counted.map(({ product, company, users }) => ({
      product,
      company,
      users: users ?? blank(product),
    }))
  }
  const given = matter.reach?.monthly_active_users
  if (given === undefined)
    return missingFact('reach.monthly_active_users', 'products and their monthly users')
  const client = matter.client?.name ?? missingFact('client.name')
  return Object.entries(given).map(([product, value]) => {
    const entry = typeof value === 'object' ? value : { users: value }
    const company = 'company' in entry && entry.company !== undefined ? entry.company : client
    return { product, company, users: typeof entry.users === 'number' ? entry.users : blank(product) }
  })
}
