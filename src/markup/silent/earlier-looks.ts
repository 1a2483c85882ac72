import {
  child,
  elementsOf,
  encodePart,
  openPackage,
  type Splice,
  splice,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'

/** What of a paragraph's properties is not in what they were before: its end, its section. */
const STAYS = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange'])

/** A file with its tracked changes of looks rejected: words, paragraphs, tables, rows and cells look as before them. */
export function withEarlierLooks(file: WordPackage): WordPackage {
  const changes = new Map<string, Uint8Array>()
  for (const { name } of storyParts(file)) {
    const part = file.xml(name)
    const splices: Splice[] = []
    const visit = (node: XmlElement): void => {
      const before = child(child(node, `${node.name}Change`), node.name)
      if (before && node.name !== 'w:sectPr') {
        const kept = node.name === 'w:pPr' ? elementsOf(node).filter(({ name }) => STAYS.has(name)) : []
        for (const one of elementsOf(node))
          if (!kept.includes(one) || one.name === 'w:pPrChange')
            splices.push({ start: one.start, end: one.end, text: '' })
        splices.push({
          start: node.innerStart,
          end: node.innerStart,
          text: part.text.slice(before.innerStart, before.innerEnd),
        })
        kept.filter(({ name }) => name === 'w:rPr').forEach(visit)
      } else elementsOf(node).forEach(visit)
    }
    visit(part.root)
    if (splices.length > 0) changes.set(part.name, encodePart({ ...part, text: splice(part.text, splices) }))
  }
  return changes.size === 0 ? file : openPackage(writePackage(file, changes))
}
