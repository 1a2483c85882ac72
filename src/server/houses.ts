import { basename } from 'node:path'
import { type HousePlace, houseBelow, type Library, loadLibrary } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { parseYaml } from '../yaml.ts'

/** Where the houses of a server are. */
export interface HouseSettings {
  /** Folder of the house of every matter that names none. */
  house?: string
  /** Folder of the houses that a matter may name. */
  houses?: string
}

/** The library with each house that somebody asks for, read once. */
export interface Houses {
  /**
   * @param named what a matter names
   * @throws Problem where there is no house of that name, or it has a mistake
   */
  library(named?: string): Promise<Library>
}

/**
 * Where the house of a matter is.
 *
 * @param named what the matter names
 * @throws Problem where there is no house of that name
 */
export async function housePlace(
  { house, houses }: HouseSettings,
  named: string | undefined,
): Promise<HousePlace | undefined> {
  if (named === undefined) return house === undefined ? undefined : { folder: house, shown: basename(house) }
  if (houses !== undefined) return houseBelow(houses, named)
  throw new Problem('house', `the matter is of the house ${named}, and this server has no houses`, {
    fact: 'house',
  })
}

/** Libraries of houses that are kept at once. */
const mostKept = 20

export function openHouses(settings: HouseSettings): Houses {
  const kept = new Map<string, Promise<Library>>()
  const read = (place: HousePlace | undefined): Promise<Library> => {
    const key = place?.folder ?? ''
    const known = kept.get(key)
    if (known) return known
    const library = loadLibrary(undefined, place)
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
    kept.set(key, library)
    // Whoever keeps the house mends it while the server runs.
    library.catch(() => kept.delete(key))
    return library
  }
  return {
    library: async (named) => read(await housePlace(settings, named)),
  }
}

/** The house that a matter names, as far as it can be read; what is wrong with the rest is for others to tell. */
export function houseNamedIn(matter: string): string | undefined {
  // Most name none, and are read once.
  if (!/\bhouse\b/.test(matter)) return undefined
  try {
    const { house } = Object(parseYaml(matter, 'matter').data) as { house?: unknown }
    return typeof house === 'string' ? house : undefined
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
