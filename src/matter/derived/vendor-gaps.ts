import type { Library } from '../../library/index.ts'
import { resolveModel } from '../../library/index.ts'
import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import { known } from './known.ts'
import { inEuropeanUnion } from './places.ts'

type Vendor = NonNullable<Matter['vendors']>[number]

/** Prompts that are kept longer than this many days are kept long; it is our rule of caution. */
const long = 30

/** What vendors answer that a client should know, and what they leave out. */
const gaps: Record<string, (vendor: Vendor) => boolean> = {
  'no-rights': ({ licensed }) => licensed === 'no',
  'above-threshold': ({ above_threshold: above }) => above === true,
  'claims-infringement': ({ infringement_claim: claims }) => claims === true,
  'weights-of-unknown-source': ({ weights_source: source }) => source === undefined,
  'no-policy-in-terms': ({ policy_in_terms: policy }) => policy === 'no' || policy === 'partly',
  'no-moderation': ({ moderation }) => moderation === 'no' || moderation === 'partly',
  'dangers-not-documented': ({ known_dangers: dangers }) => dangers === 'no' || dangers === 'partly',
  'no-display': ({ display_at: place }) => place !== undefined && none(place),
  'keeps-long': ({ retention_days: days }) => days !== undefined && days > long,
  'place-of-data-not-told': ({ data_location: place }) => place === undefined,
  subcontracts: ({ subcontractors }) => subcontractors !== undefined && subcontractors.length > 0,
  'no-report': ({ certifications }) => certifications !== undefined && certifications.length === 0,
  uninsured: ({ insurance }) => insurance !== undefined && (none(insurance) || excludesOutputs(insurance)),
  'not-identified': ({ name, product, form, address }) =>
    [name, product, form, address].some((one) => one === undefined),
  'no-contact': ({ contact }) => contact === undefined,
  'no-incident-contact': ({ incident_contact: contact }) => contact === undefined,
}

const none = (words: string) =>
  /^\s*(?:(?:none|nowhere|not shown)\b|no (?:insurance|cover|display)\b|no\s*[.!]?\s*$)/i.test(words)

/** Cover that says itself that it is none for artificial intelligence. */
const excludesOutputs = (words: string) =>
  /\b(?:AI|artificial intelligence|outputs?)\b[^.;]*\bexclu(?:ded|sion)|\bexclu(?:des?|ding|ded|sion)\b[^.;]*\b(?:AI|artificial intelligence|outputs?)\b|\b(?:except|not|but not|without)\b(?: for)? (?:the )?(?:AI|artificial intelligence|outputs?)\b/i.test(
    words,
  )

/** Every gap that a condition may ask for. */
export const vendorGaps: readonly string[] = [...Object.keys(gaps), 'multimodal-in-eu']

/** The gaps of the vendors of a matter, under one license. */
export function gapsOf(
  { vendors = [] }: Matter,
  license: string,
  library: Pick<Library, 'models' | 'variants'>,
): DerivedFact {
  const multimodal = ({ models = [] }: Vendor) =>
    models.some((name) => {
      const found = resolveModel(name, library)
      return found.known && found.license === license && (found.inputs ?? []).some((one) => one !== 'text')
    })
  const inUnion = vendors.some(
    (vendor) =>
      vendor.principal_place_of_business !== undefined &&
      inEuropeanUnion(vendor.principal_place_of_business) &&
      multimodal(vendor),
  )
  return known([
    ...Object.entries(gaps).flatMap(([id, is]) => (vendors.some(is) ? [id] : [])),
    ...(inUnion ? ['multimodal-in-eu'] : []),
  ])
}
