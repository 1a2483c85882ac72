import { join, sep } from 'node:path'
import { Problem } from '../../problem.ts'
import type { LibraryFolder } from '../folder.ts'
import { type LibraryReading, readLibraryIn } from '../read-library.ts'
import { layered } from './layered.ts'
import { readHouse, withSettings } from './settings.ts'
import type { HouseFiles } from './types.ts'

/** All files of a library and of a house over it, with everything that is wrong in either, for the check. */
export function readWithHouse(library: LibraryFolder, files: HouseFiles): LibraryReading {
  const reading = readLibraryIn(layered(library, files))
  const { problems } = reading
  problems.push(...files.problems)
  const read = readHouse(files, problems)
  if (!read) return reading
  reading.reader.sources.set('house.yaml', read.source)
  return { ...reading, library: withSettings(reading.library, read, problems) }
}

/** A problem that says of which layer its file is, where there is more than one. */
export function inItsLayer(
  problem: Problem,
  { reader: { folder }, library }: Pick<LibraryReading, 'reader' | 'library'>,
): Problem {
  const { rule, message, place } = problem
  if (!folder.house) return problem
  const own = place.file?.startsWith(join(folder.house.folder, sep))
  const layer = own ? `house ${library.house?.name ?? folder.house.folder}` : 'library'
  return new Problem(rule, message, { ...place, layer })
}
