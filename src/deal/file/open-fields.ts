import {
  elementsOf,
  encodePart,
  escapeXml,
  openPackage,
  type Splice,
  splice,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'

/**
 * A Word file whose simple fields are written out, as Word writes them when it saves: what stands in `w:fldSimple` cannot be
 * tracked as gone (ECMA-376 part 1, 17.16.18 and 17.16.19). Fields in what somebody struck out stay as they are.
 *
 * @throws Problem where the file cannot be read
 */
export function withOpenFields(bytes: Uint8Array): Uint8Array {
  const file = openPackage(bytes)
  const part = file.xml(file.main)
  const splices: Splice[] = []
  const visit = (node: XmlElement) => {
    for (const one of elementsOf(node)) {
      if (one.name === 'w:del' || one.name === 'w:moveFrom') continue
      if (one.name === 'w:fldSimple') splices.push(...opened(one, part.text))
      else visit(one)
    }
  }
  visit(part.root)
  if (splices.length === 0) return bytes
  return writePackage(file, new Map([[part.name, encodePart({ ...part, text: splice(part.text, splices) })]]))
}

function opened(field: XmlElement, text: string): Splice[] {
  const instruction = field.attributes['w:instr'] ?? ''
  if (field.innerStart === field.end || elementsOf(field).some(({ name }) => name === 'w:fldSimple'))
    return []
  const w = /^<([\w.-]+:)?fldSimple/.exec(text.slice(field.start, field.innerStart))?.[1] ?? 'w:'
  const sign = (type: string) => `<${w}r><${w}fldChar ${w}fldCharType="${type}"/></${w}r>`
  const says = `<${w}r><${w}instrText xml:space="preserve"> ${escapeXml(instruction.trim())} </${w}instrText></${w}r>`
  return [
    { start: field.start, end: field.innerStart, text: `${sign('begin')}${says}${sign('separate')}` },
    { start: field.innerEnd, end: field.end, text: sign('end') },
  ]
}
