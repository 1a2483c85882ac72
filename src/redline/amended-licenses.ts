import type { Library } from '../library/index.ts'
import { type Assessment, licensesInUse, type Matter } from '../matter/index.ts'
import { amendedLicense } from './amended-license.ts'
import { chosenPositions } from './choose.ts'
import type { AmendedLicense } from './types.ts'

/**
 * Every license that a matter uses, with the positions that it takes on it.
 *
 * @param sources official texts of the agreements that are here, by license
 * @throws Problem as {@link chosenPositions} and {@link amendedLicense} do
 */
export function amendedLicenses(
  matter: Matter,
  library: Library,
  { assessment, sources }: { assessment?: Assessment; sources: ReadonlyMap<string, string> },
): AmendedLicense[] {
  return licensesInUse(matter, library).map((id) => {
    const license = library.licenses.get(id)!
    const chosen = chosenPositions(matter, license, library, assessment)
    return amendedLicense(chosen, license, library, sources.get(id))
  })
}
