import type { CoherencePaper } from '../coherence/index.ts'
import type { Library } from '../library/index.ts'
import { type Assessment, assess, licensesInUse, type Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { type AmendedLicense, amendedLicenses, papersOfDeal } from '../redline/index.ts'
import type { TextStore } from '../texts/index.ts'
import { paperOfDraft } from './coherence.ts'
import type { DocumentKind, DraftInput } from './document/types.ts'
import { draft } from './draft.ts'
import type { Templates } from './template/templates.ts'

/**
 * What a document is drafted from besides the matter and the library: the assessment, the official texts that are on
 * this machine, for a document that negotiates the positions that the matter takes, and for one that is read with the
 * rest of the deal what that is.
 *
 * @param templates with them an addendum is held against the side letter of its matter
 * @throws Problem where the matter cannot be assessed, or an edit cannot be made
 */
export async function draftInputs(
  kind: DocumentKind,
  matter: Matter,
  library: Library,
  store: TextStore,
  templates?: Templates,
): Promise<Pick<DraftInput, 'assessment' | 'redline' | 'texts' | 'beside' | 'unchecked'>> {
  const assessment = assess(matter, library)
  const read = await Promise.all(licensesInUse(matter, library).map((id) => store.read(id)))
  const texts = read.filter((text) => text !== undefined)
  const sources = new Map(texts.map(({ license, source }) => [license.id, source]))
  const deal = () => amendedLicenses(matter, library, { assessment, sources })
  if (kind.negotiates) {
    const redline = deal()
    if (!kind.coheres) return { assessment, texts, redline }
    return { assessment, texts, redline, unchecked: notHere(redline, library) }
  }
  if (!kind.coheres || templates === undefined || !asksOfMeta(matter, library)) return { assessment, texts }
  return { assessment, texts, ...dealWith({ matter, library, assessment, texts, templates }, deal) }
}

/** The licenses as the matter has them amended, and its letter; a letter that cannot be made is told. */
function dealWith(
  given: { matter: Matter; library: Library; assessment: Assessment; templates: Templates } & Pick<
    DraftInput,
    'texts'
  >,
  deal: () => AmendedLicense[],
): { beside: CoherencePaper[]; unchecked: string[] } {
  try {
    const redline = deal()
    const letter = draft('side-letter', { ...given, redline, options: { allowBlanks: true } })
    return {
      beside: [...papersOfDeal(redline), paperOfDraft(letter)],
      unchecked: notHere(redline, given.library),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { beside: [], unchecked: [`the side letter of the matter (${error.message})`] }
  }
}

/** Whether a matter says itself that something is asked of Meta: then its letter is a paper of the deal. */
function asksOfMeta({ negotiation = {} }: Matter, { positions }: Library): boolean {
  const { positions: chosen = {}, negotiable, breadth, disclose, notices_to: notices } = negotiation
  return (
    [negotiable, breadth, disclose, notices].some((one) => one !== undefined) ||
    Object.entries(chosen).some(
      ([id, level]) => level !== 'off' && positions.get(id)?.counterparty === 'meta',
    )
  )
}

/** Amended licenses that nobody can read as they will stand, since their text is not here. */
function notHere(redline: readonly AmendedLicense[], { licenses }: Library): string[] {
  return redline
    .filter(({ amendments, redline: made }) => amendments.length > 0 && made === undefined)
    .map(
      ({ license }) =>
        `${licenses.get(license)?.name ?? license} as amended (its official text is not here: clausebook texts fetch)`,
    )
}
