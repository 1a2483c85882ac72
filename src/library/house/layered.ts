import type { LibraryFolder } from '../folder.ts'
import type { HouseFiles } from './types.ts'

/** The files of a library with those of a house over them. */
export function layered(library: LibraryFolder, house: HouseFiles): LibraryFolder {
  const own = [...house.files].filter(([path]) => path.endsWith('.md'))
  return {
    ...library,
    files: new Map([...library.files, ...own].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    house: {
      folder: house.folder,
      paths: new Set(own.map(([path]) => path)),
      covered: new Map(
        own.flatMap(([path]) => {
          const content = library.files.get(path)
          return content === undefined ? [] : [[path, content]]
        }),
      ),
    },
  }
}
