import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../home.ts'
import { folderDigest, readFolder } from './folder.ts'
import type { HousePlace } from './house/types.ts'
import { unpackLibrary } from './packed.ts'
import type { Library, License } from './types.ts'

/** The library that comes with the program. */
export function libraryFolder(): string {
  return join(packageRoot(), 'clauses')
}

/**
 * Reads the clause library: every license with the terms that it has and inherits, slots filled. The program's own
 * library was read and checked when the program was built; as long as no file of it has changed, that is what loads. A
 * license that is begun and not finished is left out, and `library check` tells what is left to do in it.
 *
 * @param folder by default the library that comes with the program
 * @param house the folder of a house over it
 * @throws Problem with file, line and column of the first thing that is wrong
 * @example
 * const library = await loadLibrary()
 * library.terms.get('llama-3.1/user-threshold')
 */
export async function loadLibrary(folder: string = libraryFolder(), house?: HousePlace): Promise<Library> {
  const library = await loadAlone(folder)
  if (house === undefined) return library
  const { withHouse } = await import('./house/layer.ts')
  return withHouse(library, folder, house)
}

async function loadAlone(folder: string): Promise<Library> {
  const packed = await loadPacked(folder)
  if (packed) return packed
  const [{ readLibraryIn }, { withoutUnfinished }] = await Promise.all([
    import('./read-library.ts'),
    import('./without-unfinished.ts'),
  ])
  const files = await readFolder(folder)
  const whole = readLibraryIn(files)
  if (whole.problems.length === 0) return whole.library
  const finished = withoutUnfinished(files, whole.problems)
  const { library, problems } = finished ? readLibraryIn(finished) : whole
  if (problems[0]) throw problems[0]
  return library
}

/**
 * The licenses alone, which can be read where another file of the library is wrong.
 *
 * @returns licenses by id, in the order of their dates
 * @throws Problem with the line of what is wrong in a license.yaml
 */
export async function loadLicenses(folder: string = libraryFolder()): Promise<Map<string, License>> {
  const packed = await loadPacked(folder)
  if (packed) return packed.licenses
  const { readLicenses } = await import('./license.ts')
  return readLicenses(folder)
}

/** The library as the build packed it, where it is the program's own and none of its files has changed since. */
async function loadPacked(folder: string): Promise<Library | undefined> {
  if (folder !== libraryFolder()) return undefined
  const source = await readFile(join(packageRoot(), 'dist', 'library.jsonl')).catch(() => undefined)
  if (source === undefined) return undefined
  return unpackLibrary(source, folder, folderDigest(folder))
}
