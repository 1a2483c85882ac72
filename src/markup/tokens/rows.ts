import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'

/** The rows of a table, through what wraps them. */
export function rowsIn(table: XmlElement): XmlElement[] {
  return through(table, 'w:tr')
}

/** The cells of a row, through what wraps them. */
export function cellsIn(row: XmlElement): XmlElement[] {
  return through(row, 'w:tc')
}

function through(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((node) => {
    if (node.name === name) return [node]
    if (node.name === 'w:sdt') return through(child(node, 'w:sdtContent') ?? node, name)
    return node.name === 'w:customXml' ? through(node, name) : []
  })
}
