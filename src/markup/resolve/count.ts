import { elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'

/** How many marks a file has of each kind. */
export interface Counts {
  insertions: number
  deletions: number
  /** Both ends of a move together are one. */
  moves: number
  /** Changes of looks. */
  looks: number
}

/** Counts the marks of tracked changes in the stories of a file: words, ends of paragraphs, rows and cells. */
export function countChanges(file: WordPackage): Counts {
  const counts: Counts = { insertions: 0, deletions: 0, moves: 0, looks: 0 }
  const visit = (element: XmlElement) => {
    if (element.name === 'w:ins' || element.name === 'w:cellIns') counts.insertions += 1
    else if (element.name === 'w:del' || element.name === 'w:cellDel') counts.deletions += 1
    else if (element.name === 'w:moveFromRangeStart') counts.moves += 1
    else if (/^w:\w+PrChange$/.test(element.name)) counts.looks += 1
    elementsOf(element).forEach(visit)
  }
  for (const { name } of storyParts(file)) visit(file.xml(name).root)
  return counts
}
