import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import { known, notKnown } from './known.ts'
import { inEuropeanUnion } from './places.ts'

/** What follows from the vendor that an addendum is for. */
export function addendumFacts({ vendor }: Matter): Record<string, DerivedFact> {
  const place = vendor?.principal_place_of_business
  const maker = vendor?.maker_place
  const grant = vendor?.meta_grant
  return {
    vendor_in_union:
      place === undefined ? notKnown('vendor.principal_place_of_business') : known(inEuropeanUnion(place)),
    maker_in_union: maker === undefined ? notKnown('vendor.maker_place') : known(inEuropeanUnion(maker)),
    // Nobody is asked for a grant that nothing hangs on: left out, there is none.
    meta_grant: known(grant === 'granted' || grant === 'condition'),
  }
}
