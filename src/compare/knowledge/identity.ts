import type { TextIdentity } from '../types.ts'
import type { LibraryText } from './topic-comparison.ts'

/**
 * What a text of the library is, for the head of a report.
 *
 * @param id as it was asked for: `llama-2`, `llama-3.1@local-1`
 * @param sha256 of what was read, where that is not the pinned text
 */
export function libraryIdentity(
  { license, document }: LibraryText,
  id: string,
  sha256?: string,
): TextIdentity {
  const text = license.texts.find(({ kind }) => kind === document)!
  return {
    id,
    title: text.title,
    version: license.version,
    ...(license.released === undefined ? {} : { released: license.released }),
    ...(license.releasedAs === undefined ? {} : { releasedAs: license.releasedAs }),
    ...(text.address === undefined ? {} : { address: text.address }),
    sha256: sha256 ?? text.pin.sha256,
  }
}
