import {
  encodePart,
  escapeXml,
  openPackage,
  relationshipsPart,
  type WordPackage,
  writePackage,
} from '../ooxml/index.ts'
import { Problem } from '../problem.ts'
import { readProvenance } from './schema.ts'
import type { Provenance } from './types.ts'

const namespace = 'urn:clausebook:provenance:1'
/** The same in every file: a store is told from others of the file by it. */
const storeId = '{8F0B6B5C-6B3E-4D0B-9C53-2C1A5E0BC1A5}'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'

/**
 * A Word file with what it was made of, as custom XML (ECMA-376 part 1, 15.2.5): for our own side alone, whose facts it holds.
 *
 * @returns its bytes, the same for the same input
 */
export function carrying(bytes: Uint8Array, provenance: Provenance): Uint8Array {
  const file = openPackage(bytes)
  const at = freeItem(file)
  const [item, about] = [`customXml/item${at}.xml`, `customXml/itemProps${at}.xml`]
  const documentRels = relationshipsPart(file.main)
  return writePackage(
    file,
    new Map([
      ['[Content_Types].xml', within(file, '[Content_Types].xml', 'Types', contentType(about))],
      [documentRels, within(file, documentRels, 'Relationships', relationship('customXml', `/${item}`))],
      [item, part(`<provenance xmlns="${namespace}">${escapeXml(JSON.stringify(provenance))}</provenance>`)],
      [
        relationshipsPart(item),
        part(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('customXmlProps', `/${about}`)}</Relationships>`,
        ),
      ],
      [
        about,
        part(
          `<ds:datastoreItem xmlns:ds="${office}/customXml" ds:itemID="${storeId}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
        ),
      ],
    ]),
  )
}

/**
 * What a Word file says that it was made of.
 *
 * @returns undefined where it says nothing
 * @throws Problem where the file cannot be read, or what it says of itself is none
 */
export function carriedIn(bytes: Uint8Array): Provenance | undefined {
  const file = openPackage(bytes)
  for (const { type, target, external } of file.relationships(file.main)) {
    if (type !== 'customXml' || external || !file.has(target)) continue
    const { root } = file.xml(target)
    if (root.name !== `{${namespace}}provenance`) continue
    const words = root.children.map((child) => ('text' in child ? child.text : '')).join('')
    return readProvenance(words, 'what the file says that it was made of')
  }
  return undefined
}

function freeItem(file: WordPackage): number {
  let at = 1
  while (file.has(`customXml/item${at}.xml`) || file.has(`customXml/itemProps${at}.xml`)) at += 1
  return at
}

/** A part with something put in before its end. */
function within(file: WordPackage, name: string, root: string, markup: string): Uint8Array {
  const read = file.xml(name)
  const end = read.text.lastIndexOf(`</${root}>`)
  if (end < 0) throw new Problem('word-broken', `has a part ${name} that cannot be added to`)
  return encodePart({ ...read, text: read.text.slice(0, end) + markup + read.text.slice(end) })
}

function part(markup: string): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${markup}`)
}

function relationship(type: string, target: string): string {
  return `<Relationship Id="provenance" Type="${office}/relationships/${type}" Target="${target}"/>`
}

function contentType(name: string): string {
  return `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`
}
