import { elementsOf, type Splice, type XmlElement } from '../../ooxml/index.ts'

/** Splices that take out every element of some names, and a run that holds nothing else. */
export function without(root: XmlElement, names: ReadonlySet<string>): Splice[] {
  const splices: Splice[] = []
  const visit = (node: XmlElement): void => {
    const inner = elementsOf(node)
    const own = inner.filter(({ name }) => name !== 'w:rPr')
    if (node.name === 'w:r' && own.length > 0 && own.every(({ name }) => names.has(name))) {
      splices.push({ start: node.start, end: node.end, text: '' })
      return
    }
    for (const one of inner) {
      if (names.has(one.name)) splices.push({ start: one.start, end: one.end, text: '' })
      else visit(one)
    }
  }
  visit(root)
  return splices
}

const TAG = /<[A-Za-z][^<>]*>/g
const SESSION = /\s(?:[A-Za-z][\w.-]*:)?rsid(?:R|RPr|RDefault|P|Tr|Sect|Del)="[0-9A-Fa-f]*"/g

/** Markup without the ids of editing sessions on its elements, and how many there were. */
export function withoutSessions(text: string): { text: string; count: number } {
  let count = 0
  const clean = text.replace(TAG, (tag) =>
    tag.includes('rsid')
      ? tag.replace(SESSION, () => {
          count += 1
          return ''
        })
      : tag,
  )
  return { text: clean, count }
}
