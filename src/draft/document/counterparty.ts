import type { License } from '../../library/index.ts'
import { inEeaOrSwitzerland, type Matter } from '../../matter/index.ts'

/** A Meta company that signs a letter, and for whose licenses it does. */
export interface LetterLicensor {
  name: string
  /** Whether a license names it for the Company. */
  company: boolean
  /** The licenses that name it for the Company, where others of the letter name another; else none. */
  titles: string[]
  /** Whether a license names it for an affiliate that uses the models, where the Company has another licensor. */
  affiliates: boolean
  both: boolean
}

/**
 * The Meta companies that sign a letter: for each license the one that its text names for the client's own seat, and the
 * one that it names for each affiliate that uses the models and may have accepted it for itself.
 *
 * @param matter as it was given, so that a use which an affiliate runs does not move the client there
 * @returns undefined where a license has two and the client's place is not known
 */
export function licensorsOf(
  licenses: readonly License[],
  { client, uses = [] }: Matter,
): LetterLicensor[] | undefined {
  const own = licenses.map((license) => ({
    license,
    name: counterpartyOf(license, client?.principal_place_of_business),
  }))
  if (own.some(({ name }) => name === undefined)) return undefined
  const runs = new Set(uses.map(({ company }) => company))
  const users = (client?.affiliates ?? []).filter(
    ({ name, uses_models: using }) => using === true || runs.has(name),
  )
  const theirs = own.flatMap(({ license, name }) =>
    users.map(({ country }) => counterpartyOf(license, country)).filter((other) => other !== name),
  )
  const names = new Set([...own.map(({ name }) => name), ...theirs].filter((name) => name !== undefined))
  const oneForAll = new Set(own.map(({ name }) => name)).size === 1
  return [...names].map((name) => {
    const mine = own.filter((one) => one.name === name)
    const affiliates = theirs.includes(name)
    return {
      name,
      company: mine.length > 0,
      titles: oneForAll ? [] : mine.map(({ license }) => `the ${license.title}`),
      affiliates,
      both: mine.length > 0 && affiliates,
    }
  })
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
