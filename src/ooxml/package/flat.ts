import { type Zippable, zipSync } from 'fflate'
import { parseXml } from '../xml/parse.ts'
import type { XmlElement } from '../xml/types.ts'
import { elementsOf, isElement, textIn } from '../xml/walk.ts'
import { broken } from './refusal.ts'
import { decodePart } from './text.ts'

const PACKAGE = 'http://schemas.microsoft.com/office/2006/xmlPackage'

/**
 * A Word file that is written as one XML file, as the zip file that it stands for.
 *
 * @throws Problem where it is no well-formed XML, or has no parts
 */
export function packageOfFlat(bytes: Uint8Array): Uint8Array {
  const { text } = decodePart(bytes)
  const { name, children } = parseXml(text)
  const parts: Zippable = {}
  for (const part of children) {
    if (!isElement(part, `{${PACKAGE}}part`)) continue
    const path = (part.attributes[`{${PACKAGE}}name`] ?? '').replace(/^\//, '')
    const content = contentOf(part, text)
    if (path === '' || Object.hasOwn(parts, path) || content === undefined) throw broken()
    parts[path] = [content, { level: 0, mtime: '1980-01-01T00:00:00' }]
  }
  if (name !== `{${PACKAGE}}package` || Object.keys(parts).length === 0) throw broken()
  return zipSync(parts)
}

/** A part is markup, which stands as it is, or anything else in letters. */
function contentOf(part: XmlElement, text: string): Uint8Array | undefined {
  for (const data of elementsOf(part)) {
    const [root] = elementsOf(data)
    if (data.name === `{${PACKAGE}}xmlData` && root)
      return new TextEncoder().encode(text.slice(root.start, root.end))
    if (data.name === `{${PACKAGE}}binaryData`) return Uint8Array.from(Buffer.from(textIn(data), 'base64'))
  }
  return undefined
}
