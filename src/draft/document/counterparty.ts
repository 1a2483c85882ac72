import type { License } from '../../library/index.ts'

/** European Economic Area and Switzerland, ISO 3166-1: there the licenses name Meta's Irish company as the other party. */
const irish = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

/**
 * The Meta company that is the other party of a license.
 *
 * @param country of the licensee's principal place of business
 * @returns undefined where the country is not known and decides it
 */
export function counterpartyOf({ parties }: License, country: string | undefined): string | undefined {
  if (parties.length < 2) return parties[0]
  if (country === undefined || country === 'unknown') return undefined
  return parties.find((party) => /Ireland/.test(party) === irish.has(country))
}
