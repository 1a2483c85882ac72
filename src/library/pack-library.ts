import { libraryFolder } from './load.ts'
import { packLibrary } from './packed.ts'
import { readLibrary } from './read-library.ts'

/**
 * The program's own library, packed: what the build puts beside the program.
 *
 * @returns undefined where a file of it has a mistake, which loading then tells
 */
export async function packOwnLibrary(): Promise<string | undefined> {
  const folder = libraryFolder()
  const { library, problems } = await readLibrary(folder)
  return problems.length === 0 ? packLibrary(library, folder) : undefined
}

export { packVendorKinds } from './own-vendor-kinds.ts'
