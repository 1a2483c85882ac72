import type { XmlElement } from '../../ooxml/index.ts'

/** A new element, which stands in no file yet. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: XmlElement[] = [],
): XmlElement {
  return { type: 'element', name, attributes, children, start: 0, innerStart: 0, innerEnd: 0, end: 0 }
}

/** Whether a property that is on or off is there and on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off)$/i.test(property.attributes['w:val'] ?? '')
}

/** The order of a paragraph's properties (ECMA-376 part 1, 17.3.1.26); what is not named here goes last. */
const ORDER = [
  'pStyle',
  'keepNext',
  'keepLines',
  'pageBreakBefore',
  'framePr',
  'widowControl',
  'numPr',
  'suppressLineNumbers',
  'pBdr',
  'shd',
  'tabs',
  'suppressAutoHyphens',
  'kinsoku',
  'wordWrap',
  'overflowPunct',
  'topLinePunct',
  'autoSpaceDE',
  'autoSpaceDN',
  'bidi',
  'adjustRightInd',
  'snapToGrid',
  'spacing',
  'ind',
  'contextualSpacing',
  'mirrorIndents',
  'suppressOverlap',
  'jc',
  'textDirection',
  'textAlignment',
  'textboxTightWrap',
  'outlineLvl',
].map((name) => `w:${name}`)

/** Properties of a paragraph, each once and in their order; of two of one kind the later counts. */
export function paragraphProperties(children: readonly XmlElement[]): XmlElement {
  const last = new Map(children.map((one) => [one.name, one]))
  const rank = ({ name }: XmlElement) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return element(
    'w:pPr',
    {},
    [...last.values()].sort((a, b) => rank(a) - rank(b)),
  )
}
