import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import { known, notKnown } from './known.ts'
import { inEeaOrSwitzerland, inEuropeanUnion } from './places.ts'

/** Where the licensee is or, for a use that ended before a move, was; ISO 3166-1 alpha-2. */
function countryOf({ client, until }: Pick<Matter, 'client' | 'until'>): string | undefined {
  const { place_since: since, place_before: before, principal_place_of_business: now } = client ?? {}
  return before !== undefined && since !== undefined && until !== undefined && until < since ? before : now
}

/**
 * The day on which the licensee came into the European Union from elsewhere, where a use went on after it.
 *
 * @example
 * movedIn({ client: { principal_place_of_business: 'AT', place_since: '2026-02-01', place_before: 'CH' } }) // '2026-02-01'
 */
export function movedIn({ client, until }: Pick<Matter, 'client' | 'until'>): string | undefined {
  const { place_since: since, place_before: before, principal_place_of_business: now } = client ?? {}
  if (since === undefined || before === undefined || now === undefined) return undefined
  const over = until !== undefined && until < since
  return inEuropeanUnion(now) && !inEuropeanUnion(before) && !over ? since : undefined
}

/** What follows from the place of the licensee, and from what it is. */
export function placeFacts(matter: Matter): Record<string, DerivedFact> {
  const country = countryOf(matter)
  const place = (test: (code: string) => boolean, at: string | undefined) =>
    at === undefined ? notKnown('client.principal_place_of_business') : known(test(at))
  const { kind, public_body: body, of_age: age, domicile } = matter.client ?? {}
  const isPublic = kind === undefined || kind === 'unknown' ? body === true : kind === 'public-body'
  return {
    in_eu: place(inEuropeanUnion, domicile ?? country),
    in_eea_or_switzerland: place(inEeaOrSwitzerland, country),
    moved_into_eu: known(movedIn(matter) !== undefined),
    public_body: known(isPublic),
    no_company: known(isPublic || kind === 'association'),
    domicile_elsewhere: known(domicile !== undefined && domicile !== country),
    under_age:
      kind !== 'individual' || age === undefined || age === true
        ? known(false)
        : age === 'unknown'
          ? notKnown('client.of_age')
          : known(true),
  }
}

/**
 * Whether a place that the matter names, of the licensee or of an affiliate that uses the models, is one to check. A place
 * that it does not name asks for nothing: every place may have to be checked, and the list says where one must.
 *
 * @param countries ISO 3166-1 alpha-2
 */
export function placeToCheck(matter: Matter, countries: readonly string[]): DerivedFact {
  const { domicile, affiliates = [] } = matter.client ?? {}
  const using = affiliates.filter(({ uses_models: uses }) => uses !== false).map(({ country }) => country)
  const places = [countryOf(matter), domicile, ...using]
  return known(places.some((place) => place !== undefined && countries.includes(place)))
}
