import type { Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { KeptVendor } from '../types.ts'
import { ownDuties } from './own-duties.ts'
import type { LicenseDuties } from './types.ts'
import { vendorDuties } from './vendor-duties.ts'

/**
 * What the licenses have done, apart from what was signed: by the company itself, and for the products of vendors that have
 * signed.
 *
 * @param own the company's matter, checked; undefined: of the vendors alone
 */
export function licenseDuties(vendors: readonly KeptVendor[], library: Library, own?: Matter): LicenseDuties {
  const both = [...(own ? [ownDuties(own, library)] : []), vendorDuties(vendors, library)]
  return {
    duties: both.flatMap(({ duties }) => duties),
    notKnown: both.flatMap(({ notKnown }) => notKnown),
  }
}
