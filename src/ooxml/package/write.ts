import { crc32, deflateRawSync } from 'node:zlib'
import { type Splice, splice } from '../xml/splice.ts'
import type { WordPackage } from './package.ts'
import { encodePart } from './text.ts'
import type { ZipEntry } from './zip.ts'

/**
 * Writes a Word file with some of its parts changed. All others keep their bytes, packed as they were, their names and
 * their order; the same input gives the same bytes.
 *
 * @param changes what parts hold now, by name; one that is not in the file comes last; undefined takes a part away
 * @example writePackage(file, new Map([[file.main, splicePart(file, file.main, edits)]]))
 */
export function writePackage(
  file: WordPackage,
  changes: ReadonlyMap<string, Uint8Array | undefined> = new Map(),
): Uint8Array {
  const rest = new Map([...changes].map(([name, bytes]) => [name.toLowerCase(), { name, bytes }]))
  const entries: ZipEntry[] = []
  for (const entry of file.entries) {
    // Who unpacks what we send is not to be led out of the folder that it is unpacked to.
    if (entry.name.split(/[/\\]/).includes('..')) continue
    const key = entry.name.replace(/^\//, '').toLowerCase()
    const change = rest.get(key)
    rest.delete(key)
    if (!change) entries.push(entry)
    else if (change.bytes) entries.push(packed(entry, change.bytes))
  }
  for (const { name, bytes } of rest.values()) {
    if (bytes) entries.push(packed({ ...fresh, name }, bytes))
  }
  return zipOf(entries)
}

/**
 * A part with splices made in its text, in the encoding that it has.
 *
 * @throws RangeError where splices lie over one another
 */
export function splicePart(file: WordPackage, name: string, splices: readonly Splice[]): Uint8Array {
  const part = file.xml(name)
  return encodePart({ ...part, text: splice(part.text, splices) })
}

/** 1980-01-01, the first day that a zip file knows. */
const fresh = {
  method: 8,
  packed: new Uint8Array(),
  size: 0,
  crc: 0,
  time: 0x00210000,
  flags: 0x800,
  attributes: 0,
}

function packed(entry: ZipEntry, bytes: Uint8Array): ZipEntry {
  return {
    ...entry,
    method: 8,
    packed: new Uint8Array(deflateRawSync(bytes)),
    size: bytes.length,
    crc: crc32(bytes),
  }
}

function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const local = header(entry, name, 30)
    locals.push(local, entry.packed)
    directory.push(header(entry, name, 46, offset))
    offset += local.length + entry.packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}

/** The header of an entry in its place (30 bytes and its name), or in the directory (46). */
function header(entry: ZipEntry, name: Uint8Array, length: 30 | 46, offset = 0): Uint8Array {
  const bytes = new Uint8Array(length + name.length)
  const view = new DataView(bytes.buffer)
  const central = length === 46
  view.setUint32(0, central ? 0x02014b50 : 0x04034b50, true)
  let at = 4
  const put16 = (value: number) => {
    view.setUint16(at, value, true)
    at += 2
  }
  const put32 = (value: number) => {
    view.setUint32(at, value, true)
    at += 4
  }
  if (central) put16(20)
  put16(20)
  // Sizes stand in the header itself, so no descriptor follows (bit 3). A name that is no ASCII is UTF-8 (bit 11).
  put16(entry.flags & ~8)
  put16(entry.method)
  put32(entry.time)
  put32(entry.crc)
  put32(entry.packed.length)
  put32(entry.size)
  put16(name.length)
  put16(0)
  if (central) {
    put16(0)
    put16(0)
    put16(0)
    put32(entry.attributes)
    put32(offset)
  }
  bytes.set(name, length)
  return bytes
}
