import { relative, resolve, sep } from 'node:path'
import type { Library } from './types.ts'

/** A map is written as an object with this one key, which no file of the library uses. */
const MAP = '$map'

/**
 * A library as JSON, to load without reading YAML and checking schemas again.
 *
 * @param folder the library's folder, to which the names of its files are told
 */
export function packLibrary(library: Library, folder: string): string {
  return JSON.stringify({ digest: library.digest, library }, (key, value: unknown) => {
    if (value instanceof Map) return { [MAP]: [...value] }
    if (key === 'file' && typeof value === 'string') return relative(folder, value).split(sep).join('/')
    return value
  })
}

/**
 * The library that {@link packLibrary} wrote.
 *
 * @param digest digest of the files as they are now
 * @returns undefined where it was made from other files
 */
export function unpackLibrary(source: string, folder: string, digest: string): Library | undefined {
  if (!source.startsWith(`{"digest":"${digest}"`)) return undefined
  const packed: { library: Library } = JSON.parse(source, (key, value) => {
    if (key === 'file' && typeof value === 'string') return resolve(folder, value)
    return value !== null && typeof value === 'object' && MAP in value ? new Map(value[MAP]) : value
  })
  return packed.library
}
