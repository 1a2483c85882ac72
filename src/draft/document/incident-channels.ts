import type { Library, License } from '../../library/index.ts'
import { licenseNames } from '../../matter/index.ts'

/** Where a use policy asks for reports of one kind. */
export interface ReportChannel {
  about: string
  address: string
  /** `Llama 2 and 3.1`. */
  names: string
}

/** The channels of the licenses, once for those that share one: the facts on reporting that are one. */
export function reportChannels(licenses: License[], library: Library): ReportChannel[] {
  return Object.entries(library.facts.get('reporting') ?? {}).flatMap(([fact, definition]) => {
    const about = 'channel' in definition ? definition.channel : undefined
    if (about === undefined) return []
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
