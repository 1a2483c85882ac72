import { relative, resolve, sep } from 'node:path'
import type { Library } from './types.ts'

/** The maps of a library, which JSON has none of: each is written as a list of its entries. */
const maps = [
  'topics',
  'facts',
  'changes',
  'licenses',
  'terms',
  'positions',
  'unfilled',
  'flowDowns',
  'risks',
  'duties',
  'incidents',
  'vendorKinds',
  'vendorTraits',
] as const
/** Those of them whose values name the file that they are from. */
const filed = ['terms', 'positions', 'unfilled', 'flowDowns', 'risks', 'duties', 'incidents'] as const

/** The first line of a packed library: what it was made from, and the bytes of each part behind it, in order. */
interface Head {
  digest: string
  parts: [name: string, bytes: number][]
}

/**
 * A library as lines of JSON, a part a line, to load without reading YAML and checking schemas again.
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
  const lines = Object.entries(packed).map(([name, part]) => [name, JSON.stringify(part)] as const)
  const parts = lines.map(([name, line]): Head['parts'][number] => [name, Buffer.byteLength(line)])
  const head: Head = { digest: library.digest, parts }
  return [JSON.stringify(head), ...lines.map(([, line]) => line)].join('\n')
}

/**
 * The library that {@link packLibrary} wrote. A part is read when it is first asked for: few commands need all.
 *
 * @param digest digest of the files as they are now
 * @returns undefined where it was made from other files
 */
export function unpackLibrary(source: Buffer, folder: string, digest: string): Library | undefined {
  let start = source.indexOf('\n')
  const head: Head = JSON.parse(source.toString('utf8', 0, start))
  if (head.digest !== digest) return undefined
  const library = {}
  for (const [name, bytes] of head.parts) {
    const from = start + 1
    start = from + bytes
    onDemand(library, name, () =>
      partOf(name, JSON.parse(source.toString('utf8', from, from + bytes)), folder),
    )
  }
  // What was packed was a library.
  return library as Library
}

/** A property whose value is made when it is first read. */
function onDemand(owner: object, name: string, make: () => unknown): void {
  Object.defineProperty(owner, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make()
      Object.defineProperty(owner, name, { value, enumerable: true, configurable: true, writable: true })
      return value
    },
  })
}

function partOf(name: string, part: unknown, folder: string): unknown {
  if (!among(maps, name)) return part
  // As packLibrary writes a map.
  const entries = part as [string, { file: string }][]
  if (among(filed, name)) for (const [, one] of entries) one.file = resolve(folder, one.file)
  return new Map(entries)
}

function among<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name)
}
