import { escapeXml, type XmlElement } from '../../ooxml/index.ts'
import type { Names } from './names.ts'

/** What an element or a value becomes on its way into the other file. */
export interface Passage {
  /** Markup in an element's place; undefined where it goes over as it is. */
  element(element: XmlElement, inner: () => string): string | undefined
  /** The value of an attribute; undefined where it stays behind. */
  attribute(element: XmlElement, name: string, value: string): string | undefined
}

/** An element of one part as markup of another. */
export function serialize(element: XmlElement, names: Names, passage: Passage, name = element.name): string {
  const inner = () =>
    element.children
      .map((node) => (node.type === 'text' ? escapeXml(node.text) : serialize(node, names, passage)))
      .join('')
  const replaced = name === element.name ? passage.element(element, inner) : undefined
  if (replaced !== undefined) return replaced
  const declared = new Map<string, string>()
  const written = (canonical: string) => {
    const { name: as, declares } = names.name(canonical)
    if (declares) declared.set(...declares)
    return as
  }
  const tag = written(name)
  let attributes = ''
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key.startsWith('xmlns:') || key === 'mc:Ignorable') continue
    if (key === 'Requires') {
      const prefixes = value.split(/\s+/).map((uri) => {
        const { prefix, declares } = names.prefix(uri)
        if (declares) declared.set(...declares)
        return prefix
      })
      attributes += ` Requires="${escapeXml(prefixes.join(' '))}"`
      continue
    }
    const passed = passage.attribute(element, key, value)
    if (passed !== undefined)
      attributes += ` ${written(key)}="${escapeXml(passed).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`
  }
  const content = inner()
  const spaces = [...declared].map(([prefix, uri]) => ` xmlns:${prefix}="${escapeXml(uri)}"`).join('')
  return content === ''
    ? `<${tag}${spaces}${attributes}/>`
    : `<${tag}${spaces}${attributes}>${content}</${tag}>`
}
