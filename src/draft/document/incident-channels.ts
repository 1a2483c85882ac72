import type { Library, License } from '../../library/index.ts'
import { levelOf, licenseNames, type Matter } from '../../matter/index.ts'

/** Where a use policy asks for reports of one kind. */
export interface ReportChannel {
  about: string
  address: string
  /** `Llama 2 and 3.1`. */
  names: string
}

const kinds: [fact: string, about: string][] = [
  ['violations_at', 'Breaches of the policy, unlicensed use'],
  ['security_at', 'Bugs and security'],
  ['risky_content_at', 'Risky content that a model generates'],
  ['model_issues_at', 'Faults of a model'],
]

/** The channels of the licenses, once for those that share one. */
export function reportChannels(licenses: License[], library: Library): ReportChannel[] {
  return kinds.flatMap(([fact, about]) => {
    const groups = new Map<string, License[]>()
    for (const license of licenses) {
      const term = library.terms.get(`${license.id}/reporting`)
      const address = term?.absent === false ? term.facts[fact] : undefined
      if (typeof address === 'string') groups.set(address, [...(groups.get(address) ?? []), license])
    }
    return [...groups].map(([address, some]) => ({
      about,
      address,
      names: licenseNames(
        some.map(({ id }) => id),
        library.licenses,
      ),
    }))
  })
}

/**
 * The time in which our addendum has a vendor tell of an incident, at the level that the matter takes.
 *
 * @returns `24 hours`; empty where the clause is left out or names no hours
 */
export function vendorHours(matter: Matter, library: Library): string {
  const level = levelOf(matter, 'incidents')
  const words = level === 'off' ? undefined : library.flowDowns.get('incidents')?.levels[level]
  return /within (\d+ hours)/.exec(words ?? '')?.[1] ?? ''
}
