import type { XmlElement } from '../xml/types.ts'
import { elementsOf, onOff } from '../xml/walk.ts'
import type { HeaderUse } from './types.ts'

/**
 * On which pages of which sections each header and footer stands, by the id of its relationship (17.10). A section that
 * names none has those of the section before it, so each is told where it is named.
 *
 * @param settings of the document (`w:settings`), which say whether even pages have their own
 */
export function usesOfHeaders(body: XmlElement, settings: XmlElement | undefined): Map<string, HeaderUse[]> {
  const even = onOff(settings, 'w:evenAndOddHeaders') === true
  const uses = new Map<string, HeaderUse[]>()
  for (const [at, section] of sectionsIn(body).entries()) {
    const first = onOff(section, 'w:titlePg') === true
    for (const { name, attributes } of elementsOf(section)) {
      if (name !== 'w:headerReference' && name !== 'w:footerReference') continue
      const id = attributes['r:id'] ?? ''
      const type = attributes['w:type']
      const pages = type === 'first' || type === 'even' ? type : 'default'
      const unseen = (pages === 'first' && !first) || (pages === 'even' && !even)
      uses.set(id, [...(uses.get(id) ?? []), { section: at + 1, pages, ...(unseen && { unseen }) }])
    }
  }
  return uses
}

/** The properties of the sections, in the order of the document: in the last paragraph of each, the last in the body. */
function sectionsIn(body: XmlElement): XmlElement[] {
  const sections: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    for (const node of elementsOf(element)) {
      if (node.name === 'w:sectPr') sections.push(node)
      else if (node.name !== 'w:r' && node.name !== 'w:sectPrChange') visit(node)
    }
  }
  visit(body)
  return sections
}
