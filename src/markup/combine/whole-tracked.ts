import { child, elementsOf, type XmlElement, type XmlNode } from '../../ooxml/index.ts'
import { isAround } from './stream.ts'

/**
 * A row, cell or table with everything in its inserted rows and cells tracked as they are: some programs mark the row alone,
 * and Word shows what has no mark of its own as if it stayed.
 */
export function wholeTracked(node: XmlElement, mark?: XmlElement): XmlElement {
  const own = insertionOf(node) ?? mark
  const children = node.children.flatMap((one): XmlNode[] => {
    if (one.type === 'text' || isAround(one) || one.name.endsWith('Pr')) return [one]
    if (one.name === 'w:r' || one.name.startsWith('m:oMath')) return own ? [around(own, one)] : [one]
    const inner = wholeTracked(one, own)
    return [one.name === 'w:p' && own ? endTracked(inner, own) : inner]
  })
  return { ...node, children }
}

/** The mark of a row or cell that was put in. */
function insertionOf(node: XmlElement): XmlElement | undefined {
  if (node.name === 'w:tr') return child(child(node, 'w:trPr'), 'w:ins')
  return node.name === 'w:tc' ? child(child(node, 'w:tcPr'), 'w:cellIns') : undefined
}

function around(mark: XmlElement, node: XmlElement): XmlElement {
  return { ...mark, name: 'w:ins', children: [node] }
}

function endTracked(paragraph: XmlElement, mark: XmlElement): XmlElement {
  const own = child(paragraph, 'w:pPr')
  const looks = child(own, 'w:rPr')
  if (elementsOf(looks).some(isAround)) return paragraph
  const end: XmlElement = { ...mark, name: 'w:ins', children: [] }
  const rest = (element: XmlElement | undefined) => element?.children ?? []
  const marked: XmlElement = {
    ...(looks ?? mark),
    name: 'w:rPr',
    attributes: {},
    children: [end, ...rest(looks)],
  }
  // Before a section and a change of looks (ECMA-376 part 1, 17.3.1.26).
  const late = (node: XmlNode) => node.type === 'element' && /^w:(?:sectPr|pPrChange)$/.test(node.name)
  const others = rest(own).filter((node) => node !== looks)
  const properties: XmlElement = {
    ...(own ?? mark),
    name: 'w:pPr',
    attributes: {},
    children: [...others.filter((node) => !late(node)), marked, ...others.filter(late)],
  }
  return { ...paragraph, children: [properties, ...paragraph.children.filter((node) => node !== own)] }
}
