import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { isOn } from './element.ts'

/** Ids of the styles by which words are hidden. */
export function hiddenStyles(styles: XmlElement): ReadonlySet<string> {
  return new Set(
    elementsOf(styles, 'w:style').flatMap((style) =>
      isHidden(child(style, 'w:rPr')) ? [style.attributes['w:styleId'] ?? ''] : [],
    ),
  )
}

/**
 * The runs of a part that nobody sees: what a firm hid in its header is not for the other side.
 *
 * @param styles ids of the styles that hide what they are given to
 */
export function hiddenRuns(root: XmlElement, styles: ReadonlySet<string>): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (element: XmlElement, byParagraph: boolean) => {
    const paragraphStyle = child(child(element, 'w:pPr'), 'w:pStyle')?.attributes['w:val']
    const inHidden = element.name === 'w:p' ? styles.has(paragraphStyle ?? '') : byParagraph
    if (element.name === 'w:r') {
      const properties = child(element, 'w:rPr')
      const own = child(properties, 'w:vanish')
      const byStyle = styles.has(child(properties, 'w:rStyle')?.attributes['w:val'] ?? '') || inHidden
      // What the run says itself stands above its styles.
      if (own ? isOn(own) : byStyle) found.push(element)
      return
    }
    for (const one of elementsOf(element)) visit(one, inHidden)
  }
  visit(root, false)
  return found
}

function isHidden(properties: XmlElement | undefined): boolean {
  return isOn(child(properties, 'w:vanish'))
}
