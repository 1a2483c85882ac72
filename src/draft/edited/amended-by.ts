import type { Agreement } from '../../agreement/index.ts'
import type { CoherencePaper } from '../../coherence/index.ts'
import type { License } from '../../library/types.ts'
import type { TextStore } from '../../texts/index.ts'
import { carriedOut } from './amendments.ts'
import { licensesNamed, officialLicense, ofLicense } from './check.ts'
import { editedPaper } from './paper.ts'

/** A letter with the licenses that it amends. */
export interface AmendedBy {
  /** What the letter says besides. */
  letter: CoherencePaper
  /** Each license as the letter has it, and what of the letter has no place there. */
  licenses: { license: License; paper: CoherencePaper; lost: string[] }[]
  /** Licenses that it amends and whose text is not here. */
  missing: License[]
}

/**
 * A letter that amends licenses, carried out.
 *
 * @param name of the letter, for what is told
 * @returns undefined where the paper is no such letter
 */
export async function amendedBy(
  agreement: Agreement,
  name: string,
  store: TextStore,
): Promise<AmendedBy | undefined> {
  const { paper: letter, amendments } = editedPaper(agreement, name, { ours: false })
  if (amendments.length === 0) return undefined
  const about = licensesNamed(letter, store)
  const licenses: AmendedBy['licenses'] = []
  const missing: License[] = []
  for (const license of about) {
    const base = await officialLicense(license, store)
    const own = ofLicense(amendments, license, about)
    if (!base) missing.push(license)
    else if (own.length > 0) {
      const { paper, messages } = carriedOut(
        base,
        own.map((one) => ({ ...one, letter: name })),
      )
      licenses.push({ license, paper, lost: messages.map(({ place, reason }) => `${place}: ${reason}`) })
    }
  }
  return { letter, licenses, missing }
}
