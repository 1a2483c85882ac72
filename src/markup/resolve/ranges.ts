import { elementsOf, type XmlElement } from '../../ooxml/index.ts'

/** Whether an element starts or ends the range of a move, or of a change of XML around words. */
export function isRangeMark({ name }: XmlElement): boolean {
  return /^w:(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/.test(name)
}

/** Starts and ends of bookmarks and comments in an element whose other half stands outside it: they outlast it. */
export function loneRanges(element: XmlElement, text: string): string {
  const halves = new Map<string, XmlElement[]>()
  const visit = (node: XmlElement) => {
    const kind = /^w:(bookmark|commentRange|perm)(?:Start|End)$/.exec(node.name)?.[1]
    if (kind) {
      const key = `${kind} ${node.attributes['w:id']}`
      halves.set(key, [...(halves.get(key) ?? []), node])
    }
    elementsOf(node).forEach(visit)
  }
  visit(element)
  return [...halves.values()]
    .filter(({ length }) => length === 1)
    .map(([half]) => text.slice(half!.start, half!.end))
    .join('')
}
