import type { Library } from '../library/index.ts'
import {
  type Assessment,
  assess,
  libraryOf,
  licensesInUse,
  type Matter,
  requireModelsOfLicenses,
} from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { type AmendedLicense, amendedLicenses, choicesOf, papersOfDeal } from '../redline/index.ts'
import type { TextStore } from '../texts/index.ts'
import { paperOfDraft } from './coherence.ts'
import type { DocumentKind, DraftInput } from './document/types.ts'
import { draft } from './draft.ts'
import type { Templates } from './template/templates.ts'

/** What an addendum stands beside: the papers of the deal, and those that could not be read. */
type Beside = Required<Pick<DraftInput, 'beside' | 'unchecked'>>

/** The last deal of many addenda, since its letter and licenses are the same for one vendor after the other. */
export interface KeptDeal {
  /** All that it hangs on. */
  key?: string
  beside?: Beside
}

/**
 * What a document is drafted from besides the matter and the library: the assessment, the official texts that are on
 * this machine, for a document that negotiates the positions that the matter takes, and for one that is read with the
 * rest of the deal what that is.
 *
 * @param templates with them an addendum is held against the side letter of its matter
 * @param kept the deal of the addendum before, for whoever drafts many
 * @throws Problem where the matter cannot be assessed, or an edit cannot be made
 */
export async function draftInputs(
  kind: DocumentKind,
  matter: Matter,
  common: Library,
  store: TextStore,
  templates?: Templates,
  kept: KeptDeal = {},
): Promise<Pick<DraftInput, 'assessment' | 'redline' | 'texts' | 'beside' | 'unchecked'>> {
  const library = libraryOf(matter, common)
  const read = await Promise.all(licensesInUse(matter, library).map((id) => store.read(id)))
  const texts = read.filter((text) => text !== undefined)
  // What an addendum says of the license it judges clause by clause; only the letter beside it hangs on the answers.
  if (kind.coheres && !kind.negotiates && (templates === undefined || !asksOfMeta(matter, library))) {
    requireModelsOfLicenses(matter, library)
    return { texts }
  }
  const assessment = assess(matter, library)
  const sources = new Map(texts.map(({ license, source }) => [license.id, source]))
  const deal = () => amendedLicenses(matter, library, { assessment, sources })
  if (kind.negotiates) {
    const redline = deal()
    if (!kind.coheres) return { assessment, texts, redline }
    return { assessment, texts, redline, unchecked: notHere(redline, library) }
  }
  if (!kind.coheres || templates === undefined) return { assessment, texts }
  const key = () => dealKey(matter, library, assessment, [...sources.keys()])
  return {
    assessment,
    texts,
    ...dealWith({ matter, library, assessment, texts, templates }, { deal, key, kept }),
  }
}

/** The facts but those of the vendor, which the letter does not read, and what is chosen and found with them. */
function dealKey(matter: Matter, library: Library, assessment: Assessment, texts: string[]): string {
  const { vendor: _, ...facts } = matter
  const licenses = licensesInUse(matter, library).map((id) => library.licenses.get(id)!)
  const choices = [...choicesOf(matter, licenses, library, assessment)].map(([id, { chosen, notes }]) => [
    id,
    chosen.map(({ position, level }) => [position.id, level]),
    notes,
  ])
  return JSON.stringify([facts, choices, assessment.answers, assessment.thresholds, texts])
}

/** The licenses as the matter has them amended, and its letter; a letter that cannot be made is told. */
function dealWith(
  given: { matter: Matter; library: Library; assessment: Assessment; templates: Templates } & Pick<
    DraftInput,
    'texts'
  >,
  { deal, key, kept }: { deal: () => AmendedLicense[]; key: () => string; kept: KeptDeal },
): Beside {
  try {
    const now = key()
    if (kept.beside && kept.key === now) return kept.beside
    const redline = deal()
    const letter = draft('side-letter', { ...given, redline, options: { allowBlanks: true } })
    kept.key = now
    kept.beside = {
      beside: [...papersOfDeal(redline), paperOfDraft(letter)],
      unchecked: notHere(redline, given.library),
    }
    return kept.beside
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
