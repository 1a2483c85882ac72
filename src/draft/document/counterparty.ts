import type { License } from '../../library/index.ts'
import { inEeaOrSwitzerland } from '../../matter/index.ts'

/**
 * The Meta companies that sign a letter: for each license the one that its text names for the client, and the one that it
 * names for each affiliate that uses the models and may have accepted it for itself.
 *
 * @param places countries of the client and of those affiliates; undefined where one is not known
 * @returns undefined where a license has two and the client's place is not known
 */
export function counterpartiesOf(
  licenses: readonly License[],
  places: readonly [string | undefined, ...(string | undefined)[]],
): string[] | undefined {
  const [client, ...others] = places
  const own = licenses.map((license) => counterpartyOf(license, client))
  if (own.some((one) => one === undefined)) return undefined
  const theirs = others.flatMap((place) => licenses.map((license) => counterpartyOf(license, place)))
  return [...new Set([...own, ...theirs].filter((one) => one !== undefined))]
}

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
