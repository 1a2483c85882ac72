import type { Library } from '../library/index.ts'
import { type Assessment, assess, libraryOf, licensesInUse, type Matter } from '../matter/index.ts'
import { amendedLicense } from './amended-license.ts'
import { choicesOf } from './choose.ts'
import type { AmendedLicense } from './types.ts'

/**
 * Every license that a matter uses, with the positions that it takes on it.
 *
 * @param sources official texts of the agreements that are here, by license
 * @throws Problem as `choicesOf` and {@link amendedLicense} do
 */
export function amendedLicenses(
  matter: Matter,
  common: Library,
  { assessment, sources }: { assessment?: Assessment; sources: ReadonlyMap<string, string> },
): AmendedLicense[] {
  const library = libraryOf(matter, common)
  const licenses = licensesInUse(matter, library).map((id) => library.licenses.get(id)!)
  const choices = choicesOf(matter, licenses, library, assessment ?? assess(matter, library))
  return licenses.map((license) => {
    const { chosen, notes } = choices.get(license.id)!
    return { ...amendedLicense(chosen, license, library, sources.get(license.id)), notes }
  })
}
