import type { Library } from '../library/index.ts'
import { assess, licensesInUse, type Matter } from '../matter/index.ts'
import { amendedLicenses } from '../redline/index.ts'
import type { TextStore } from '../texts/index.ts'
import type { DocumentKind, DraftInput } from './document/types.ts'

/**
 * What a document is drafted from besides the matter and the library: the assessment, the official texts that are on
 * this machine, and for a document that negotiates the positions that the matter takes.
 *
 * @throws Problem where the matter cannot be assessed, or an edit cannot be made
 */
export async function draftInputs(
  kind: DocumentKind,
  matter: Matter,
  library: Library,
  store: TextStore,
): Promise<Pick<DraftInput, 'assessment' | 'redline' | 'texts'>> {
  const assessment = assess(matter, library)
  const read = await Promise.all(licensesInUse(matter, library).map((id) => store.read(id)))
  const texts = read.filter((text) => text !== undefined)
  if (!kind.negotiates) return { assessment, texts }
  const sources = new Map(texts.map(({ license, source }) => [license.id, source]))
  return { assessment, texts, redline: amendedLicenses(matter, library, { assessment, sources }) }
}
