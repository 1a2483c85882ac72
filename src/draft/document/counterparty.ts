import type { License } from '../../library/index.ts'
import { inEeaOrSwitzerland } from '../../matter/index.ts'

/**
 * The Meta company that is the other party of a license: the Irish one for the European Economic Area and Switzerland.
 *
 * @param country of the licensee's principal place of business
 * @returns undefined where the country is not known and decides it
 */
export function counterpartyOf({ parties }: License, country: string | undefined): string | undefined {
  if (parties.length < 2) return parties[0]
  if (country === undefined || country === 'unknown') return undefined
  return parties.find((party) => /Ireland/.test(party) === inEeaOrSwitzerland(country))
}
