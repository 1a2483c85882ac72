import { Problem } from '../../problem.ts'
import { countTags } from '../xml/count-tags.ts'
import { parseXml } from '../xml/parse.ts'
import type { XmlElement } from '../xml/types.ts'
import { elementsOf } from '../xml/walk.ts'
import { broken, noDocument, tooLong } from './refusal.ts'
import { decoded, type Relationship, relationshipsOf, relationshipsPart } from './relationships.ts'
import { decodePart, encodePart, type PartText } from './text.ts'
import { readZip, unpack, type ZipEntry } from './zip.ts'

/** Longest file that is read (bytes). */
const LONGEST_FILE = 50_000_000

/** Most that its parts may hold together once unpacked (bytes). */
const LONGEST_CONTENT = 200_000_000

/** Most markup that is read of one file, its parts together (UTF-16 units): some thousands of pages. */
const LONGEST_MARKUP = 80_000_000

/** Most elements of its parts together: some two thousand pages, which take some seconds. */
const MOST_TAGS = 1_500_000

/** First bytes of the container that an encrypted .docx and an old .doc are. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** A part whose markup has been read. */
export interface XmlPart extends PartText {
  name: string
  root: XmlElement
}

/** A Word file: its parts, how they refer to one another, and which is the document. */
export interface WordPackage {
  /** As they stand in the file, in its order. */
  entries: readonly ZipEntry[]
  /** The part that holds the document, found by its relationship: `word/document.xml`, mostly. */
  main: string
  /** Whether there is a part of this name, in whatever case. */
  has(name: string): boolean
  /** What a part holds. @throws Problem where it is not there or broken */
  bytes(name: string): Uint8Array
  /** A part's markup, read once. @throws Problem where it is not there or no XML */
  xml(name: string): XmlPart
  /** How a part refers to others; none where it says nothing. */
  relationships(part: string): Relationship[]
  /** Media type of a part, in lower case; empty where the file does not say. */
  contentType(name: string): string
  /** Gives up what was read of its parts' markup: it is read anew when it is asked for, as other nodes. */
  forget(): void
}

/**
 * Opens a Word file (.docx, .docm, .dotx, transitional or strict). Its directory is read and its limits are applied
 * before anything is unpacked; a part is unpacked when it is asked for, and never beyond the size that it declares.
 *
 * @param longestMarkup most markup that is read of its parts together (UTF-16 units)
 * @throws Problem where it is too large, encrypted, no zip, broken, or holds no Word document
 * @example openPackage(bytes).main // 'word/document.xml'
 */
export function openPackage(bytes: Uint8Array, longestMarkup = LONGEST_MARKUP): WordPackage {
  requireZip(bytes)
  const entries = readZip(bytes, LONGEST_CONTENT)
  const byName = new Map(entries.map((entry) => [entry.name.replace(/^\//, '').toLowerCase(), entry]))
  // A name may be written as it stands in an address, `Bar%20Baz.xml`, and is looked for as it is read.
  for (const [name, entry] of [...byName]) {
    const plain = decoded(name)
    if (!byName.has(plain)) byName.set(plain, entry)
  }
  const parts = new Map<string, XmlPart>()
  const relationships = new Map<string, Relationship[]>()
  let markup = 0
  let tags = 0

  const has = (name: string) => byName.has(name.toLowerCase())
  const bytesOf = (name: string) => {
    const entry = byName.get(name.toLowerCase())
    if (!entry) throw broken()
    return unpack(entry)
  }
  const xml = (name: string) => {
    const key = name.toLowerCase()
    let part = parts.get(key)
    if (!part) {
      const text = decodePart(bytesOf(name))
      markup += text.text.length
      tags += countTags(text.text)
      if (markup > longestMarkup || tags > MOST_TAGS) throw tooLong()
      part = { ...text, name: byName.get(key)!.name, root: parseXml(text.text) }
      parts.set(key, part)
    }
    return part
  }
  const relationshipsFrom = (part: string) => {
    let found = relationships.get(part)
    if (!found) {
      const name = relationshipsPart(part)
      found = has(name) ? relationshipsOf(xml(name).root, part) : []
      relationships.set(part, found)
    }
    return found
  }
  const types = contentTypes(has, xml)
  const contentType = (name: string) => {
    const key = name.toLowerCase()
    return types.get(`/${key}`) ?? types.get(key.slice(key.lastIndexOf('.') + 1)) ?? ''
  }
  const main =
    relationshipsFrom('').find(({ type, external }) => type === 'officeDocument' && !external)?.target ??
    'word/document.xml'
  if (!has(main) || xml(main).root.name !== 'w:document') throw noDocument(entries.map(({ name }) => name))
  return {
    entries,
    main,
    has,
    bytes: bytesOf,
    xml,
    relationships: relationshipsFrom,
    contentType,
    forget() {
      parts.clear()
      markup = 0
      tags = 0
    },
  }
}

/**
 * A Word file with other markup in some of its parts, without its being written and opened again.
 *
 * @param texts of parts of the file, by name
 */
export function withTexts(file: WordPackage, texts: ReadonlyMap<string, string>): WordPackage {
  const byName = new Map([...texts].map(([name, text]) => [name.toLowerCase(), { name, text }]))
  const parts = new Map<string, XmlPart>()
  const xml = (name: string): XmlPart => {
    const key = name.toLowerCase()
    const own = byName.get(key)
    if (!own) return file.xml(name)
    let part = parts.get(key)
    if (!part) {
      part = { ...own, encoding: 'utf-8', marked: false, root: parseXml(own.text) }
      parts.set(key, part)
    }
    return part
  }
  return {
    ...file,
    xml,
    bytes: (name) => (byName.has(name.toLowerCase()) ? encodePart(xml(name)) : file.bytes(name)),
    forget: () => parts.clear(),
  }
}

function requireZip(bytes: Uint8Array): void {
  if (bytes.length > LONGEST_FILE) {
    throw new Problem('word-size', 'is larger than 50 MB: save its text alone as .docx or .txt')
  }
  if (OLE.every((byte, at) => bytes[at] === byte)) {
    throw new Problem(
      'word-encrypted',
      'is encrypted or an old .doc: save it in Word as .docx without a password',
    )
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new Problem('word-format', 'is not a .docx file: save it in Word as .docx')
  }
}

/** Media types, as they are written, by part (`/word/document.xml`) and by extension (`xml`), both in lower case. */
function contentTypes(
  has: (name: string) => boolean,
  xml: (name: string) => XmlPart,
): ReadonlyMap<string, string> {
  const name = '[Content_Types].xml'
  if (!has(name)) return new Map()
  return new Map(
    elementsOf(xml(name).root).flatMap(({ attributes }) => {
      const key = attributes.PartName ?? attributes.Extension
      return key === undefined ? [] : [[key.toLowerCase(), attributes.ContentType ?? '']]
    }),
  )
}
