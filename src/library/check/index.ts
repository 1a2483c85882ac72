import type { LibraryFolder } from '../folder.ts'
import type { HousePlace } from '../house/types.ts'
import type { CheckResult, CheckRule, TextToCheck } from './types.ts'

/**
 * Checks a clause library against its schemas, against itself and, where they are here, against the official texts.
 * The rules load only here, so that whoever reads the library does not wait for them.
 *
 * @param folder the library's folder, or its files where they were read already
 * @param texts the official texts that are here, by name: `llama-2`, `llama-2/use-policy`
 * @param moreRules rules that know more than the library does, such as the facts of a matter
 * @param house the folder of a house over it; each problem then says of which layer it is
 * @returns everything that is wrong, each with its place, in order of files and lines; and what could not be checked
 * @throws Problem where the folder is not there
 */
export async function checkLibrary(
  folder: string | LibraryFolder,
  texts: ReadonlyMap<string, TextToCheck>,
  moreRules: CheckRule[] = [],
  house?: HousePlace,
): Promise<CheckResult> {
  const { check } = await import('./check.ts')
  return check(folder, texts, moreRules, house)
}
