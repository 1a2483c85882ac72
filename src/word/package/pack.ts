import { Document, type IPropertiesOptions, Packer } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { packEntry, writeZip } from '../../ooxml/index.ts'
import type { Look } from '../reference/look.ts'
import { tableStyles } from '../style/table-style.ts'
import { coreProperties, type DocumentProperties } from './properties.ts'
import { xmlText } from './xml-text.ts'

/**
 * Writes a document to the bytes of a .docx file: the same bytes for the same input. `docx` leaves three things to
 * chance or to the clock (times in the core properties and in the zip, and the ids of hyperlink relationships); they
 * are settled here and nowhere else.
 */
export async function pack(
  content: Content,
  properties: DocumentProperties,
  look?: Look,
): Promise<Uint8Array> {
  const parts = partsOf(content, properties)
  const written = Object.entries(look ? look.dress(parts) : parts)
  return writeZip(written.map(([name, bytes]) => packEntry(name, bytes)))
}

type Content = Omit<IPropertiesOptions, 'title' | 'creator' | 'customProperties'>

/** The parts of a .docx file in their order, before they are zipped. */
export function partsOf(content: Content, properties: DocumentProperties): Record<string, Uint8Array> {
  const document = new Document({
    ...content,
    title: xmlText(properties.title),
    creator: xmlText(properties.author),
    customProperties: Object.entries(properties.custom ?? {}).map(([name, value]) => ({
      name: xmlText(name),
      value: xmlText(value),
    })),
  })
  // What Packer would zip: to zip it and unzip it again, to settle its parts, takes longer than all else here.
  // biome-ignore lint/complexity/useLiteralKeys: TypeScript lets a private name be read in brackets alone.
  const compiled: Map<string, string | Uint8Array> = Packer['compiler'].compile(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(properties) },
  ])
  const parts = Object.fromEntries(
    [...compiled].map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
  )
  const settled: Record<string, Uint8Array> = {}
  for (const name of orderOfParts(Object.keys(parts))) settled[name] = parts[name]!
  settleRelationshipIds(settled, parts)
  const settings = 'word/settings.xml'
  settled[settings] = strToU8(withTracking(strFromU8(settled[settings]!), properties.tracking))
  if (properties.custom === undefined) dropCustom(settled)
  const styles = 'word/styles.xml'
  settled[styles] = strToU8(strFromU8(settled[styles]!).replace('</w:styles>', `${tableStyles}</w:styles>`))
  return settled
}

/** Settings that track changes and, where asked, allow nothing else; in the order of CT_Settings (ECMA-376 part 1, 17.15.1). */
function withTracking(settings: string, tracking: DocumentProperties['tracking']): string {
  if (tracking === undefined) return settings
  const guard =
    tracking === 'protected' ? '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>' : ''
  return settings.replace('<w:defaultTabStop', `<w:trackRevisions/>${guard}<w:defaultTabStop`)
}

/** A file that records nothing has no part for it. */
function dropCustom(parts: Record<string, Uint8Array>): void {
  delete parts['docProps/custom.xml']
  for (const name of ['[Content_Types].xml', '_rels/.rels'])
    parts[name] = strToU8(
      strFromU8(parts[name]!).replace(/<(?:Override|Relationship)\b[^>]*docProps\/custom\.xml"[^>]*>/, ''),
    )
}

/** Content types first: readers that stream expect them there (ECMA-376 part 2, 10.2.3). */
function orderOfParts(names: string[]): string[] {
  const rank = (name: string) => ['[Content_Types].xml', '_rels/.rels'].indexOf(name)
  const early = names.filter((name) => rank(name) >= 0).sort((a, b) => rank(a) - rank(b))
  return [...early, ...names.filter((name) => rank(name) < 0).sort()]
}

/** Numbers the relationships that `docx` named by chance, in the order in which their part uses them. */
function settleRelationshipIds(settled: Record<string, Uint8Array>, parts: Record<string, Uint8Array>): void {
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.endsWith('.rels') || name === '_rels/.rels') continue
    const relationships = strFromU8(bytes)
    const partName = name.replace('_rels/', '').replace(/\.rels$/, '')
    const part = parts[partName]
    const chance = [...relationships.matchAll(/ Id="(rId[0-9a-z_-]*[a-z_-][0-9a-z_-]*)"/g)].map(
      ([, id]) => id!,
    )
    if (!part || chance.length === 0) continue
    const names = new Map<string, string>()
    const rename = (xml: string) =>
      xml.replace(/"(rId[0-9a-z_-]+)"/g, (whole, id: string) => {
        if (!chance.includes(id)) return whole
        if (!names.has(id)) names.set(id, `link${names.size + 1}`)
        return `"${names.get(id)}"`
      })
    settled[partName] = strToU8(rename(strFromU8(part)))
    settled[name] = strToU8(rename(relationships))
  }
}
