import { fillSlots, type Library, type License, withoutVersion } from '../../library/index.ts'
import { licenseNames } from '../assess/cited.ts'
import { narrowCite } from './narrow-cite.ts'

/** What licenses say on a topic, once for those that differ in the version's name alone. */
export interface SaidAlike {
  /** `Llama 2, 3.1 and 3.2`. */
  names: string
  /** Markdown: the restatement, or what follows from silence. */
  words: string
  /** Empty where they are silent. */
  cite: string
}

/**
 * The answers of licenses to a topic.
 *
 * @param silent whether to tell what follows where a license is silent
 */
export function saidAlike(
  licenses: License[],
  library: Library,
  topic: string,
  { silent = false } = {},
): SaidAlike[] {
  const groups = new Map<string, License[]>()
  for (const license of licenses) {
    const term = library.terms.get(`${license.id}/${topic}`)
    if (!term || (term.absent && !silent)) continue
    const law = withoutVersion(term.absent ? term.follows : term.restatement, license)
    groups.set(law, [...(groups.get(law) ?? []), license])
  }
  return [...groups].map(([law, some]) => {
    const names = licenseNames(
      some.map(({ id }) => id),
      library.licenses,
    )
    const version = some.length === 1 ? some[0]!.name : names.replace(/ and (?=\S+$)/, ' or ')
    const slots = { ...some[0]!.slots, version, model_name: version }
    return { names, words: fillSlots(law, slots), cite: narrowCite(some, library, topic) }
  })
}
