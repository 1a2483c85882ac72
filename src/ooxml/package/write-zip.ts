import { zipSync } from 'fflate'
import { readZip, type ZipEntry } from './zip.ts'

/** Node packs several times as quickly; a page, which has no Node, packs all the same. */
const zlib = globalThis.process?.getBuiltinModule?.('node:zlib')

/** 1980-01-01, the first day that a zip file knows; names are UTF-8. */
const fresh = { time: 0x00210000, flags: 0x800, attributes: 0 }

/**
 * One part, packed for `writeZip`: whoever writes the same part again and again packs it once.
 *
 * @param name path in the file, with forward slashes
 * @param like what an entry in its place said of its time, flags and attributes; without it the same for every file
 */
export function packEntry(
  name: string,
  bytes: Uint8Array,
  like: Pick<ZipEntry, 'time' | 'flags' | 'attributes'> = fresh,
): ZipEntry {
  const { time, flags, attributes } = like
  if (!zlib) {
    const [entry] = readZip(zipSync({ [name]: bytes }, { level: 6 }), bytes.length)
    return { ...entry!, name, time, flags, attributes }
  }
  const packed = new Uint8Array(zlib.deflateRawSync(bytes))
  return { name, method: 8, packed, size: bytes.length, crc: zlib.crc32(bytes), time, flags, attributes }
}

/** The bytes of a zip file with these entries, in their order (APPNOTE.TXT 4.3). */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
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
  const parts = [...locals, ...directory, end]
  const bytes = new Uint8Array(offset + size + end.length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
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
