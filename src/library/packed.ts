import { relative, resolve, sep } from 'node:path'
import type { Library } from './types.ts'

/** The maps of a library, which JSON has none of: each is written as a list of its entries. */
const maps = [
  'topics',
  'facts',
  'licenses',
  'terms',
  'positions',
  'flowDowns',
  'risks',
  'duties',
  'incidents',
  'vendorKinds',
  'vendorTraits',
] as const
/** Those of them whose values name the file that they are from. */
const filed = ['terms', 'positions', 'flowDowns', 'risks', 'duties', 'incidents'] as const

/**
 * A library as JSON, to load without reading YAML and checking schemas again.
 *
 * @param folder the library's folder, to which the names of its files are told
 */
export function packLibrary(library: Library, folder: string): string {
  const packed: Record<string, unknown> = { ...library }
  for (const name of maps) packed[name] = [...library[name]]
  for (const name of filed)
    packed[name] = [...library[name]].map(([id, one]) => [
      id,
      { ...one, file: relative(folder, one.file).split(sep).join('/') },
    ])
  return JSON.stringify({ digest: library.digest, library: packed })
}

/**
 * The library that {@link packLibrary} wrote.
 *
 * @param digest digest of the files as they are now
 * @returns undefined where it was made from other files
 */
export function unpackLibrary(source: string, folder: string, digest: string): Library | undefined {
  if (!source.startsWith(`{"digest":"${digest}"`)) return undefined
  // A reviver would be asked of every value in it, which takes longer than all the rest.
  const { library } = JSON.parse(source)
  for (const name of filed) for (const [, one] of library[name]) one.file = resolve(folder, one.file)
  for (const name of maps) library[name] = new Map(library[name])
  return library
}
