import { crc32, inflateRawSync } from 'node:zlib'
import { Problem } from '../../problem.ts'
import { broken, tooLarge } from './refusal.ts'

/** One entry of a zip file, as its directory describes it. */
export interface ZipEntry {
  /** Path in the file, with forward slashes. */
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  /** Bytes as they stand in the file, packed. */
  packed: Uint8Array
  /** Bytes that it declares to hold; never more are unpacked. */
  size: number
  crc: number
  /** MS-DOS time and date, as written. */
  time: number
  /** Attributes that a writer must keep: flags (UTF-8 names), external attributes. */
  flags: number
  attributes: number
}

/** Most entries of one file: a Word file has some dozens, with pictures some hundreds. */
const MOST_ENTRIES = 20_000

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/**
 * Reads the directory of a zip file (APPNOTE.TXT 4.3, with its 64-bit fields); nothing is unpacked.
 *
 * @param longest most that its entries may declare together (bytes)
 * @throws Problem where it is no zip, broken, or declares too much
 */
export function readZip(bytes: Uint8Array, longest: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return entriesOf(bytes, view, longest)
  } catch (error) {
    // An offset that lies outside the file is a RangeError of DataView.
    if (error instanceof RangeError) throw broken()
    throw error
  }
}

function entriesOf(bytes: Uint8Array, view: DataView, longest: number): ZipEntry[] {
  const { count, offset } = directoryOf(view)
  if (count > MOST_ENTRIES) throw tooLarge()
  const entries = new Map<string, ZipEntry>()
  let at = offset
  let size = 0
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw broken()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const entry = entryAt(bytes, view, at, nameLength, extraLength)
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    // Two parts of one name: readers would disagree on what the file says.
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw broken()
    entries.set(key, entry)
    size += entry.size
    if (size > longest) throw tooLarge()
  }
  return [...entries.values()]
}

function directoryOf(view: DataView): { count: number; offset: number } {
  const last = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset }
    if (view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset }
    const end = uint64(view, at - 12)
    if (view.getUint32(end, true) !== END_64) throw broken()
    return { count: uint64(view, end + 32), offset: uint64(view, end + 48) }
  }
  throw broken()
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number) {
  const flags = view.getUint16(at + 8, true)
  if (flags & 1) throw new Problem('word-encrypted', 'is encrypted: save it in Word without a password')
  const extra = at + 46 + nameLength
  const [size, packedSize, offset] = sizesAt(view, at, extra, extraLength)
  if (view.getUint32(offset, true) !== LOCAL) throw broken()
  const data = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (data + packedSize > bytes.length) throw broken()
  return {
    name: nameOf(bytes.subarray(at + 46, extra), flags),
    method: view.getUint16(at + 10, true),
    packed: bytes.subarray(data, data + packedSize),
    size,
    crc: view.getUint32(at + 16, true),
    time: view.getUint32(at + 12, true),
    flags,
    attributes: view.getUint32(at + 38, true),
  }
}

/** Unpacked size, packed size and offset of an entry: what does not fit into 32 bits stands in the extra field 1. */
function sizesAt(view: DataView, at: number, extra: number, length: number): [number, number, number] {
  const sizes: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]
  if (!sizes.includes(0xffffffff)) return sizes
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    for (const [index, size] of sizes.entries()) {
      if (size !== 0xffffffff) continue
      sizes[index] = uint64(view, value)
      value += 8
    }
  }
  return sizes
}

/** Names are UTF-8 where a flag says so; else they are read so all the same, since parts of Office have ASCII names. */
function nameOf(bytes: Uint8Array, flags: number): string {
  const decoder = new TextDecoder('utf-8', { fatal: (flags & 0x800) !== 0 })
  try {
    return decoder.decode(bytes).replaceAll('\\', '/')
  } catch {
    throw broken()
  }
}

function uint64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw broken()
  return value
}

/**
 * Unpacks one entry, and never more than it declares: what a hostile file holds beyond is not unpacked at all.
 *
 * @throws Problem where it holds more or less than it declares, or its check sum is another
 */
export function unpack({ packed, method, size, crc }: ZipEntry): Uint8Array {
  const bytes = method === 0 ? packed : method === 8 ? inflated(packed, size) : undefined
  if (bytes?.length !== size || crc32(bytes) !== crc) throw broken()
  return bytes
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    throw broken()
  }
}
