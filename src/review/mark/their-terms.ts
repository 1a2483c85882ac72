import { type Agreement, clausesOf } from '../../agreement/index.ts'
import type { EvidenceWords } from '../../library/index.ts'
import { escaped } from '../../pattern.ts'
import { namedParties } from '../read/named-parties.ts'
import type { TheirTerms } from './types.ts'

/** What a party of the matter may be called in a paper. */
export interface PartyNames {
  vendor: readonly string[]
  customer: readonly string[]
}

const pronouns = new Set(['we', 'us', 'our', 'ours', 'you', 'your', 'yours', 'kou', 'otsu'])
const papers = 'Agreement|Contract|Terms|Conditions|Addendum|Deed|Order Form'
const data =
  /^(?:Customer|Client|Your|User|Subscriber|Licensee|Company|Buyer|Authority|Purchaser) (?:Data|Content|Materials?|Information|Inputs?)$/
const services =
  /^(?!(?:Professional|Support|Third[- ]Party|Consulting|Implementation|Training|Additional) )(?:\p{Lu}[\p{L}-]* ){0,2}(?:Services?|Platform|Products?|Software|Solutions?|System|Application|API)$/u
const usualServices = ['Services', 'Service', 'Platform', 'Product', 'Products', 'Software', 'Solution']

/** How often something has to be said to be what a paper calls it. */
const enough = 3

/**
 * What a paper calls the parties, itself, the data and the product, by what it says most; and which terms it defines.
 *
 * @param names of the two parties in the matter
 */
export function theirTerms(
  agreement: Agreement,
  { parties }: EvidenceWords,
  { vendor, customer }: PartyNames,
  resale: boolean,
): TheirTerms {
  const text = clausesOf(agreement)
    .map((clause) => clause.text)
    .join('\n')
  const form = resale ? parties.resale : parties
  const defined = new Set([...text.matchAll(/[“"](\p{Lu}[^”"\n]{1,50})[”"]/gu)].map(([, term]) => term!))
  const called = (words: readonly string[], bodies: readonly string[], own: readonly string[]) =>
    mostSaid(text, [
      ...words.filter((word) => !pronouns.has(word)).map(titled),
      ...(resale ? [] : namedParties(text, bodies)),
      ...own.filter((name) => defined.has(name)),
    ])
  const they = called(form.vendor, parties.defined.vendor, vendor)
  const we = called(form.customer, parties.defined.customer, customer)
  const terms = [...defined]
  return {
    vendor: they ?? (resale ? 'Reseller' : 'Vendor'),
    customer: we ?? (resale ? 'Supplier' : 'Customer'),
    pronouns: they === undefined || we === undefined,
    bareParties: isBare(text, they) || (they === undefined && isBare(text, we)),
    agreement: paperName(text),
    data: mostSaid(
      text,
      terms.filter((term) => data.test(term)),
    ),
    service: serviceName(
      text,
      terms.filter((term) => services.test(term)),
    ),
    section: count(text, /\bClauses? \d/g) > count(text, /\bSections? \d/g) ? 'Clause' : 'Section',
    defined,
  }
}

function paperName(text: string): string {
  const found = new Map<string, number>()
  for (const [, these, name] of text.matchAll(new RegExp(`\\b(this|these) (${papers})\\b`, 'gi'))) {
    const said = `${these!.toLowerCase()} ${name}`
    found.set(said, (found.get(said) ?? 0) + 1)
  }
  return [...found].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'this Agreement'
}

/** What a paper calls what it is about: a term that it defines, unless it says the plain word alone more often. */
function serviceName(text: string, terms: readonly string[]): string | undefined {
  const term = mostSaid(text, terms)
  const plain = mostSaid(text, usualServices)
  if (term === undefined || plain === undefined || terms.includes(plain)) return term ?? plain
  const alone = new RegExp(
    `(?<!\\b(?!(?:The|These|All|Any|Such)\\b)\\p{Lu}[\\p{L}-]* )\\b${plain}\\b(?! \\p{Lu})`,
    'gu',
  )
  return count(text, alone) > count(text, new RegExp(`\\b${escaped(term)}\\b`, 'g')) ? plain : term
}

/** The name that a text has most, and has more than by chance. */
function mostSaid(text: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, said: count(text, new RegExp(`\\b${escaped(name)}\\b`, 'g')) }))
    .filter(({ said }) => said >= enough)
    .sort((a, b) => b.said - a.said || b.name.length - a.name.length)
  return best?.name
}

function isBare(text: string, name: string | undefined): boolean {
  if (name === undefined) return false
  const all = count(text, new RegExp(`\\b${escaped(name)}\\b`, 'g'))
  return count(text, new RegExp(`\\b[Tt]he ${escaped(name)}\\b`, 'g')) * 2 < all
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}

function titled(words: string): string {
  return words.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())
}
