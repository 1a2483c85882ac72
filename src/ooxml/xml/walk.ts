import type { XmlElement, XmlNode } from './types.ts'

/** Whether a node is an element, of a name if one is given. */
export function isElement(node: XmlNode, name?: string): node is XmlElement {
  return node.type === 'element' && (name === undefined || node.name === name)
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node, name))
}

/** The children of a name; all that are elements without one. */
export function elementsOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return element?.children.filter((node): node is XmlElement => isElement(node, name)) ?? []
}

/** The characters directly in an element. */
export function textIn(element: XmlElement): string {
  const [only, more] = element.children
  if (only === undefined) return ''
  if (more === undefined && only.type === 'text') return only.text
  return element.children.map((node) => (node.type === 'text' ? node.text : '')).join('')
}

/** `w:val` of a child, `val(pPr, 'w:pStyle')`. */
export function val(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** `w:val` of a child as a whole number; undefined where it is none. */
export function numberVal(element: XmlElement | undefined, name: string): number | undefined {
  return whole(val(element, name))
}

/** A whole number as written in an attribute. */
export function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^[+-]?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined
}

/** A property that is on where it stands without a value (`<w:b/>`); undefined where it does not stand. */
export function onOff(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  if (!found) return undefined
  const value = found.attributes['w:val']
  return value === undefined || isOn(value)
}

/** Whether the value of a switch is on; one that is not there is none. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off)$/i.test(value)
}

/**
 * The branch of alternate content that is read: the first choice of which everything that it requires is a namespace of
 * Office, else the fallback (ECMA-376 part 3, 9.3).
 */
export function branchOf(alternate: XmlElement): XmlElement | undefined {
  const choices = elementsOf(alternate, 'mc:Choice')
  return choices.find(isUnderstood) ?? child(alternate, 'mc:Fallback') ?? choices[0]
}

/** Every namespace that Word may know; `Requires` has been read as namespaces, not as the prefixes of one file. */
const ofOffice =
  /^(?:http:\/\/schemas\.(?:microsoft\.com\/office|openxmlformats\.org)\/|http:\/\/purl\.oclc\.org\/ooxml\/|urn:schemas-microsoft-com:)/

/** Whether a name is of a namespace that Word may know: what is not it may leave out with all that is in it (part 3, 7.2). */
export function isOfOffice(name: string): boolean {
  return !name.startsWith('{') || ofOffice.test(name.slice(1))
}

function isUnderstood({ attributes }: XmlElement): boolean {
  return (attributes.Requires ?? '')
    .split(/\s+/)
    .every((namespace) => namespace === '' || ofOffice.test(namespace))
}
