import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf, onOff, val } from '../xml/walk.ts'
import type { Control } from './types.ts'

/** What wraps others and says something about them, but is no word itself; undefined for everything else. */
export function controlOf(node: XmlElement, outer: Control | undefined): Control | undefined {
  const around = outer && { outer }
  if (node.name === 'w:smartTag' || node.name === 'w:customXml') {
    const tag = node.attributes['w:element']
    return {
      node,
      kind: node.name === 'w:smartTag' ? 'smart-tag' : 'custom-xml',
      ...(tag !== undefined && { tag }),
      ...around,
    }
  }
  if (node.name !== 'w:sdt') return undefined
  const properties = child(node, 'w:sdtPr')
  const tag = val(properties, 'w:tag')
  const alias = val(properties, 'w:alias')
  const gallery = val(
    child(properties, 'w:docPartObj') ?? child(properties, 'w:docPartList'),
    'w:docPartGallery',
  )
  const value = valueIn(properties)
  return {
    node,
    kind: 'control',
    ...(tag !== undefined && { tag }),
    ...(alias !== undefined && { alias }),
    ...(gallery !== undefined && { gallery }),
    ...(value !== undefined && { value }),
    ...(onOff(properties, 'w:showingPlcHdr') === true && { placeholder: true as const }),
    ...around,
  }
}

/** The value that a choice has: the words stand in its content as well. */
function valueIn(properties: XmlElement | undefined): string | boolean | undefined {
  const box = child(properties, 'w14:checkbox')
  if (box) return /^(?:1|true|on)$/i.test(child(box, 'w14:checked')?.attributes['w14:val'] ?? '0')
  const choice = child(properties, 'w:dropDownList') ?? child(properties, 'w:comboBox')
  return choice?.attributes['w:lastValue']
}

/** What a wrapper wraps: the content of a content control, everything but the properties of any other. */
export function contentOf(node: XmlElement): XmlElement[] {
  if (node.name === 'w:sdt') return elementsOf(child(node, 'w:sdtContent'))
  return elementsOf(node).filter(({ name }) => name !== 'w:smartTagPr' && name !== 'w:customXmlPr')
}
