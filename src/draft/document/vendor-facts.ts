import type { Library, VendorKind } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type Facts, factsOf, missingFact } from '../facts.ts'
import type { AddendumForm, ChosenFlowDown } from '../flow-down/choose.ts'
import { addendumModels } from '../flow-down/models.ts'
import { listOf } from '../template/helper/print.ts'
import { type Markdown, type Missing, markdown } from '../template/value.ts'
import type { DraftInput } from './types.ts'
import { type LicenseRow, type ProductSchedule, productSchedules } from './vendor-schedules.ts'

/** What the clauses and schedules of an addendum ask and say. */
export interface AddendumFacts {
  /** What the client is called: Customer, or Supplier toward a reseller. */
  we: Markdown
  /** What the other party is called: Vendor, or Reseller. */
  they: Markdown
  /** What the vendor does: it runs the models, hands over weights, works with them for the client, or resells. */
  hosted: boolean
  delivered: boolean
  services: boolean
  /** Whether the client is handed copies of the models, or of what is made from them. */
  copiesMove: boolean
  /** Whether it may be handed copies, and nobody has said so yet. */
  copiesMayMove: boolean
  /** Whether the model reaches the client inside a finished product alone. */
  finishedProduct: boolean
  /** Whether the client may hand on copies that are delivered to it. */
  ownDistribution: boolean
  resale: boolean
  /** Whether another makes and runs what the vendor sells. */
  forMaker: boolean
  /** The products, where the addendum covers several, and what they are called; empty where it covers one. */
  products: ProductSchedule[]
  productNames: string[]
  licenses: LicenseRow[]
  titles: string[]
  /** The words of displays, each once, with the licenses that ask for them. */
  displays: { words: string; titles: string[] }[]
  /** How names of derived models begin, each once, and whether models that outputs improve are named too. */
  names: { words: string; outputs: boolean; titles: string[] }[]
  /** Whether some of several products run on models whose license asks for neither. */
  displaySome: boolean
  /** Whether it is a form of Llama terms, for a master agreement that has the rest. */
  terms: boolean
  /** Whether its clauses go into another's paper. */
  inserted: boolean
  /** Whether its fields stand on a cover page. */
  cover: boolean
  /** Whether liability is asked for without a cap. */
  uncapped: boolean
  /** Clauses to which the cap of liability applies. */
  heads: { id: string; beforeLast: boolean }[]
  /** Whether the addendum has more than one license. */
  several: boolean
  /** `the License` or `each License`, `the License` or `a License`, and so on for policy and model. */
  theLicense: Markdown
  /** The license for what a sentence is about: `the License for the Model concerned`. */
  itsLicense: Markdown
  aLicense: Markdown
  thePolicy: Markdown
  aPolicy: Markdown
  theModel: Markdown
  aModel: Markdown
  /** Where none of them is meant: `the Model` or `any Model`. */
  anyModel: Markdown
  /** Which flow-downs are in, by id. */
  included: Record<string, boolean>
  /** Clauses that outlast the addendum. */
  surviving: { id: string; beforeLast: boolean }[]
  oneSurvives: boolean
  multimodal: boolean
  /** Whether customers, or the public, receive weights. */
  weightsLeave: boolean
  /** Whether a reseller offers what the client runs, and has no model in its hands. */
  offersOnly: boolean
  personalData: boolean
  regulated: boolean
  domains: string[]
  dataLocation: string | Missing
  /** Whether Meta’s grant is still to come. */
  grantPending: boolean
  /** What newer use policies add, and the licenses under which, where others of the addendum do not have it. */
  circumvention: boolean
  circumventionUnder: string[]
  thirdPartyTools: boolean
  thirdPartyToolsUnder: string[]
  matter: Facts
}

/** Flow-downs that outlast the addendum where they are in it. */
export const outlast = [
  'no-training',
  'confidentiality',
  'output-ownership',
  'fine-tune-ownership',
  'return-and-deletion',
  'weights-custody',
  'records-and-audit',
  'indemnity',
  'liability',
  'insurance',
  'termination',
  'transition',
]

/** Flow-downs to which the cap of the clause on liability applies, where they are in. */
export const capped = ['no-training', 'confidentiality', 'weights-custody']

function listed(ids: string[]): { id: string; beforeLast: boolean }[] {
  return ids.map((id, at, all) => ({ id, beforeLast: at === all.length - 2 }))
}

/** What licenses want shown, said once for those that want the same. */
export function wordsOfLicenses(licenses: LicenseRow[]): Pick<AddendumFacts, 'displays' | 'names'> {
  const displays = new Map<string, AddendumFacts['displays'][number]>()
  const names = new Map<string, AddendumFacts['names'][number]>()
  for (const { title, display, nameElement, outputsNamed: outputs } of licenses) {
    if (display !== '') {
      const one = displays.get(display) ?? { words: display, titles: [] }
      displays.set(display, { ...one, titles: [...one.titles, title] })
    }
    if (nameElement !== '') {
      const key = `${nameElement} ${outputs}`
      const one = names.get(key) ?? { words: nameElement, outputs, titles: [] }
      names.set(key, { ...one, titles: [...one.titles, title] })
    }
  }
  return { displays: [...displays.values()], names: [...names.values()] }
}

/** Works out what the words of an addendum depend on. */
export function addendumFacts(
  { matter, library }: DraftInput,
  licenses: LicenseRow[],
  chosen: ChosenFlowDown[],
  { form, cover }: { form: AddendumForm; cover: boolean },
): AddendumFacts {
  const traits = traitsOf(matter, library)
  const products = productSchedules({ matter, library })
  const models = addendumModels(matter, library)
  const several = licenses.length > 1
  const tuned = matter.fine_tuning?.done
  const resale = traits['sells-on']!
  const recipients = matter.weights_recipients
  // Of a reseller, what is not known is taken for the case that needs more words.
  const weightsLeave =
    recipients === undefined ? resale : recipients.some((to) => to === 'customers' || to === 'public')
  const included = Object.fromEntries(chosen.map((one) => [one.flowDown.id, one.in]))
  const ownModels = traits.hosts! && included['fine-tune-ownership'] === true
  const surviving = listed(outlast.filter((id) => included[id]))
  const under = (topic: string) =>
    licenses.flatMap(({ id, title }) =>
      library.terms.get(`${id}/${topic}`)?.absent === false ? [title] : [],
    )
  const someOnly = (titles: string[]) => (titles.length < licenses.length ? titles : [])
  const one = (single: string, each: string) => markdown(several ? each : single)
  return {
    we: markdown(resale ? 'Supplier' : 'Customer'),
    they: markdown(resale ? 'Reseller' : 'Vendor'),
    hosted: traits.hosts!,
    delivered: traits.delivers!,
    copiesMove: traits.delivers! || traits['makes-models']! || (ownModels && tuned === true),
    copiesMayMove: ownModels && tuned !== true && !traits['makes-models'],
    finishedProduct: traits['supplies-product']!,
    ownDistribution: traits.delivers! && !traits['supplies-product'],
    services: traits['works-for-client']!,
    resale,
    forMaker: traits['sells-for-maker']!,
    products,
    productNames: products.map(({ name }) => name),
    licenses,
    titles: licenses.map(({ title }) => title),
    ...wordsOfLicenses(licenses),
    displaySome:
      products.length > 0 &&
      licenses.some(({ display, nameElement }) => display === '' && nameElement === ''),
    terms: form !== 'full',
    inserted: form === 'inserted',
    cover,
    uncapped: matter.negotiation?.uncapped === true,
    heads: listed(capped.filter((id) => included[id])),
    several,
    theLicense: one('the License', 'each License'),
    itsLicense: one('the License', 'the License for the Model concerned'),
    aLicense: one('the License', 'a License'),
    thePolicy: one('the Use Policy', 'each Use Policy'),
    aPolicy: one('the Use Policy', 'a Use Policy'),
    theModel: markdown(models.length > 1 ? 'each Model' : 'the Model'),
    aModel: markdown(models.length > 1 ? 'a Model' : 'the Model'),
    anyModel: markdown(models.length > 1 ? 'any Model' : 'the Model'),
    included,
    surviving,
    oneSurvives: surviving.length === 1,
    multimodal: models.some(({ inputs }) => inputs.some((input) => input !== 'text')),
    weightsLeave,
    offersOnly: resale && !weightsLeave,
    // What is not known is taken for the case that needs more words.
    personalData: matter.personal_data !== false,
    regulated: (matter.domains ?? []).length > 0,
    domains: (matter.domains ?? []).map((one) => (one === 'legal' ? 'law' : one.replaceAll('-', ' '))),
    dataLocation: matter.vendor?.data_location ?? missingFact('vendor.data_location'),
    grantPending: matter.vendor?.meta_grant === 'condition',
    circumvention: under('safety-circumvention').length > 0,
    circumventionUnder: someOnly(under('safety-circumvention')),
    thirdPartyTools: under('harmful-third-party-tools').length > 0,
    thirdPartyToolsUnder: someOnly(under('harmful-third-party-tools')),
    matter: factsOf(matter),
  }
}

/**
 * What the other party does with the models, as traits.
 *
 * @throws Problem where it is not known what the other party does, or a vendor's client has no reseller across the table
 */
function traitsOf({ role, vendor }: Matter, { vendorKinds }: Library): Record<string, boolean> {
  const kind = vendorKinds.get(vendor?.kind ?? 'unknown')
  const named = (some: VendorKind[], conjunction: string) =>
    listOf(
      some.map(({ id }) => id),
      conjunction,
    )
  if (!kind) {
    const kinds = [...vendorKinds.values()]
    throw new Problem(
      'vendor-kind',
      `needs the fact vendor.kind, which the matter does not give: What does the vendor do with the model? Write ${named(kinds, 'or')}`,
      { fact: 'vendor.kind' },
    )
  }
  if (role !== 'vendor' && kind.traits['sells-on'])
    throw new Problem(
      'vendor-kind',
      `vendor.kind ${kind.id} sells on what the client makes, and the matter does not say that the client is the vendor (role: ${role ?? 'unknown'}): write role: vendor, or what the one that the client buys from does, ${named(
        [...vendorKinds.values()].filter(({ traits }) => !traits['sells-on']),
        'or',
      )}`,
      { fact: 'role' },
    )
  if (role === 'vendor' && !kind.traits['sells-on']) {
    const sellers = named(
      [...vendorKinds.values()].filter(({ traits }) => traits['sells-on']),
      'or',
    )
    throw new Problem(
      'vendor-kind',
      `the client is the vendor (role: vendor), and vendor.kind is ${kind.id}: name the reseller under vendor, with kind: ${sellers}, or write role: customer`,
      { fact: 'vendor.kind' },
    )
  }
  return kind.traits
}
